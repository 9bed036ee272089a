package io.fortyeight.ledger.writer;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.CountingRules;
import io.fortyeight.core.counting.Histories;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.ledger.store.LedgerEntry;
import java.util.Objects;
import java.util.OptionalLong;

/** The judge's memory of one contest's live partition: where the ledger ends, and what the rules look back on. */
final class LivePartition {

    /** The public number of every contest's live partition. */
    static final int NUMBER = 0;

    private final int partitionId;
    private long lastSequence;
    private long committedSequence;
    private ContestDetails contest;
    private CountingRules rules;
    private Histories histories;
    private boolean inBatch;

    LivePartition(int partitionId, long lastSequence, ContestDetails contest) {
        this.partitionId = partitionId;
        this.lastSequence = lastSequence;
        this.committedSequence = lastSequence;
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
     * Opens the books for a batch, unless they are open for it already.
     *
     * @param current the contest as it now is. Window and card change only before the window opens, when no ping has left
     *     a trace in the histories yet, so these start afresh
     */
    boolean begin(ContestDetails current) {
        if (inBatch) {
            return false;
        }
        if (!current.window().equals(contest.window()) || !judgesAlike(current.rules(), contest.rules())) {
            rules = new CountingRules(current.window(), current.rules());
            histories = new Histories(current.window(), current.rules());
        }
        contest = current;
        inBatch = true;
        histories.begin();
        return true;
    }

    /** The list of robots is looked up before a ping gets here, so a newer one changes nothing here. */
    private static boolean judgesAlike(RulesCard one, RulesCard other) {
        return Objects.equals(one.repeat(), other.repeat())
                && Objects.equals(one.cap(), other.cap())
                && Objects.equals(one.freeze(), other.freeze())
                && Objects.equals(one.network(), other.network());
    }

    void commit() {
        histories.commit();
        committedSequence = lastSequence;
        inBatch = false;
    }

    void rollback() {
        histories.rollback();
        lastSequence = committedSequence;
        inBatch = false;
    }
}
