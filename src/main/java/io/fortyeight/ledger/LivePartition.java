package io.fortyeight.ledger;

import io.fortyeight.contest.ContestDetails;
import io.fortyeight.counting.CountingRules;
import io.fortyeight.counting.Histories;
import io.fortyeight.counting.Ping;
import io.fortyeight.counting.RulesCard;
import io.fortyeight.counting.Verdict;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.OptionalLong;

/** The judge's memory of one contest's live partition: where the ledger ends, and what the rules look back on. */
final class LivePartition {

    /** The public number of every contest's live partition. */
    static final int NUMBER = 0;

    private final int partitionId;
    private long lastSequence;

    /** {@link #lastSequence} at the begin of each open batch, oldest first. */
    private final Deque<Long> sequencesAtBegin = new ArrayDeque<>();

    private ContestDetails contest;
    private CountingRules rules;
    private Histories histories;

    LivePartition(int partitionId, long lastSequence, ContestDetails contest) {
        this.partitionId = partitionId;
        this.lastSequence = lastSequence;
        this.contest = contest;
        this.rules = new CountingRules(contest.window(), contest.rules());
        this.histories = new Histories(contest.window(), contest.rules());
    }

    int partitionId() {
        return partitionId;
    }

    ContestDetails contest() {
        return contest;
    }

    CountingRules rules() {
        return rules;
    }

    /** Lets an entry that was read back from the ledger into the histories. */
    void replay(LedgerEntry entry) {
        histories.record(entry.ping(), entry.verdict());
    }

    Histories histories() {
        return histories;
    }

    /** Judges a ping; changes nothing. */
    Verdict judge(Ping ping) {
        return rules.judge(histories, ping);
    }

    /** Gives the ping the next sequence number, and lets it into the histories. */
    long record(Ping ping, Verdict verdict) {
        histories.record(ping, verdict);
        return ++lastSequence;
    }

    /** When the item counts again; not told to those whose ping has just counted. */
    OptionalLong countsAgainAtMillis(Ping ping, Verdict verdict) {
        return verdict.isCounted() ? OptionalLong.empty() : rules.countsAgainAtMillis(histories, ping, verdict);
    }

    /**
     * Opens the books for a batch. Batches are committed from the oldest on, and rolled back from the newest on.
     *
     * @param current the contest as it now is. Window and card change only before the window opens, when no ping has left
     *     a trace in the histories yet, and while no batch is open; so these start afresh
     */
    void begin(ContestDetails current) {
        if (!current.window().equals(contest.window()) || !judgesAlike(current.rules(), contest.rules())) {
            if (!sequencesAtBegin.isEmpty()) {
                throw new IllegalStateException("The rules of contest " + current.slug() + " changed under a batch");
            }
            rules = new CountingRules(current.window(), current.rules());
            histories = new Histories(current.window(), current.rules());
        }
        contest = current;
        sequencesAtBegin.addLast(lastSequence);
        histories.begin();
    }

    /** The list of robots is looked up before a ping gets here, so a newer one changes nothing here. */
    private static boolean judgesAlike(RulesCard one, RulesCard other) {
        return Objects.equals(one.repeat(), other.repeat())
                && Objects.equals(one.cap(), other.cap())
                && Objects.equals(one.freeze(), other.freeze())
                && Objects.equals(one.network(), other.network());
    }

    /** Makes the oldest open batch final. */
    void commit() {
        sequencesAtBegin.removeFirst();
        histories.commit();
    }

    /** Undoes the newest open batch. */
    void rollback() {
        lastSequence = sequencesAtBegin.removeLast();
        histories.rollback();
    }
}
