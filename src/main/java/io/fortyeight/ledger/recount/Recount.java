package io.fortyeight.ledger.recount;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.CountingRules;
import io.fortyeight.core.counting.Histories;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.core.counting.RulesCard.Credit;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.credit.CreditSums;
import io.fortyeight.core.tally.Tally;
import io.fortyeight.ledger.credit.CreditStore;
import io.fortyeight.ledger.credit.CreditStore.Given;
import io.fortyeight.ledger.read.TallyReader;
import io.fortyeight.ledger.read.TallyReader.PartitionEnd;
import io.fortyeight.ledger.replay.JudgedPing;
import io.fortyeight.ledger.replay.RecountReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Replays the ledger through a rules card: the same rules that judge live pings, fed with what was recorded. With the
 * contest's own card every verdict, and every credit, must come out as it is written; with another card it says what would
 * have been.
 */
@ApplicationScoped
public class Recount {

    /** How the reason of a held close begins when a recount of it does not agree. */
    public static final String DIFFERS = "The recount differs from the live count: ";

    private static final int MAX_DIFFERENCES = 100;
    private static final int FORGET_EVERY = 1024;

    /**
     * What a recount found.
     *
     * @param pings how many entries were replayed
     * @param partitions up to where
     * @param recounted the tally by the card that was given
     * @param tallied the tally that was kept live, as of the same entries
     * @param differences in words, the first hundred: entries with another verdict, gaps, and sums that differ; for the
     *     contest's own card there must be none
     */
    public record Outcome(
            long pings, List<PartitionEnd> partitions, Tally recounted, Tally tallied, List<String> differences) {

        public boolean agrees() {
            return differences.isEmpty();
        }
    }

    private final TallyReader tallies;
    private final RecountReader reader;
    private final CreditStore credits;

    Recount(TallyReader tallies, RecountReader reader, CreditStore credits) {
        this.tallies = tallies;
        this.reader = reader;
        this.credits = credits;
    }

    /** Recounts a contest by {@code card}, up to what is committed at the time of the call. */
    public Outcome of(ContestDetails contest, RulesCard card) {
        // Before the tally: credit is given behind it, so what it was given for is in the snapshot.
        var given = credits.hasLinks(contest.id()) ? credits.given(contest.id()) : Map.<Integer, Given>of();
        var snapshot = tallies.snapshot(contest.id());
        var recounted = new Tally();
        var differences = new ArrayList<String>();
        var pings = 0L;
        for (var partition : snapshot.partitions()) {
            var replay = new Replay(contest, card, partition, recounted, differences);
            var written = given.get(partition.partitionId());
            var credit = card.credit();
            if (written == null || credit == null) {
                reader.read(partition.partitionId(), partition.lastSequence(), replay::next);
            } else {
                addBrought(replay(replay, partition, credit, written, contest.id(), differences), recounted);
            }
            if (written != null) {
                addBrought(written.sums(), snapshot.tally());
            }
            replay.end();
            pings += partition.lastSequence();
        }
        snapshot.tally().differencesFrom(recounted).forEach(difference -> add(differences, "tally: " + difference));
        return new Outcome(pings, snapshot.partitions(), recounted, snapshot.tally(), differences);
    }

    /** With the credit that was given. */
    private CreditSums replay(
            Replay replay,
            PartitionEnd partition,
            Credit credit,
            Given written,
            int contestId,
            List<String> differences) {
        var credited = new CreditReplay(
                contestId,
                credit,
                credits,
                written.sequence(),
                difference -> add(differences, "entry " + partition.number() + "." + difference));
        reader.readWithCredit(
                partition.partitionId(), partition.lastSequence(), entry -> credited.next(entry, replay.next(entry)));
        var sums = credited.end();
        sums.differencesFrom(written.sums())
                .forEach(difference ->
                        add(differences, "credit in partition " + partition.number() + ": " + difference));
        return sums;
    }

    private static void addBrought(CreditSums sums, Tally tally) {
        sums.minutes().forEach((key, sum) -> tally.addBrought(key.campaign(), sum.count(), sum.lastReceivedAtMillis()));
    }

    private static void add(List<String> differences, String difference) {
        if (differences.size() < MAX_DIFFERENCES) {
            differences.add(difference);
        }
    }

    /** One partition, from its first entry to its last. */
    private static final class Replay {

        private final CountingRules rules;
        private final Histories histories;
        private final PartitionEnd partition;
        private final Tally recounted;
        private final List<String> differences;
        private long expected = 1;

        Replay(
                ContestDetails contest,
                RulesCard card,
                PartitionEnd partition,
                Tally recounted,
                List<String> differences) {
            this.rules = new CountingRules(contest.window(), card);
            this.histories = new Histories(contest.window(), card);
            this.partition = partition;
            this.recounted = recounted;
            this.differences = differences;
        }

        Verdict next(JudgedPing entry) {
            if (entry.sequence() != expected) {
                add(differences, where(expected) + ": missing up to " + where(entry.sequence()));
            }
            expected = entry.sequence() + 1;
            var ping = entry.ping();
            var verdict = rules.judge(histories, ping);
            histories.record(ping, verdict);
            recounted.add(ping.item(), verdict, ping.receivedAtMillis());
            if (verdict != entry.verdict()) {
                add(differences, where(entry.sequence()) + ": " + words(verdict) + ", not " + words(entry.verdict()));
            }
            if (expected % FORGET_EVERY == 0) {
                histories.forgetIdle(2 * FORGET_EVERY);
            }
            return verdict;
        }

        void end() {
            if (expected != partition.lastSequence() + 1) {
                add(differences, where(expected) + ": missing up to the end, " + partition.lastSequence());
            }
        }

        private String where(long sequence) {
            return "entry " + partition.number() + "." + sequence;
        }

        private static String words(Verdict verdict) {
            return verdict == Verdict.FREEZES ? "frozen, and a freeze begins" : verdict.jsonName();
        }
    }
}
