package io.fortyeight.ledger.writer;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.core.counting.NetworkKey;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.ledger.read.LedgerReader;
import io.fortyeight.ledger.store.LedgerEntry;
import io.fortyeight.web.data.DatabaseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * All that the judge knows by heart: the live partition of each contest, and the answers to pings with an id.
 *
 * <p>Everything in it can be read back from the ledger: the histories by replaying the stored verdicts from the earliest
 * entry that a rule can still look back on, the answers from the entries of the last minutes.
 */
final class JudgeState {

    /** How many visitors and networks are remembered over all contests. */
    record Size(long visitors, long networks) {

        static final Size NOTHING = new Size(0, 0);
    }

    private static final Logger LOG = Logger.getLogger(JudgeState.class);
    private static final long CLEARING_MILLIS = 10_000;
    private static final int LOOK_UP_EVERY = 1_000;

    private final LedgerReader reader;
    private final FrozenVisitors freezes;
    private final ContestDirectory directory;
    private final int mostVisitors;
    private final long rememberMillis;
    private final Runnable whileReading;
    private final RememberedAnswers answers;
    private final Map<Integer, LivePartition> partitions = new HashMap<>();
    private long clearedAtMillis;

    /** @param whileReading called now and then while a partition is read back, which may take long */
    JudgeState(
            LedgerReader reader,
            FrozenVisitors freezes,
            ContestDirectory directory,
            MemoryConfig limits,
            Duration rememberPingIds,
            Runnable whileReading) {
        this.reader = reader;
        this.freezes = freezes;
        this.directory = directory;
        this.mostVisitors = limits.visitors();
        this.rememberMillis = rememberPingIds.toMillis();
        this.whileReading = whileReading;
        this.answers = new RememberedAnswers(rememberMillis, limits.pingIds());
    }

    RememberedAnswers answers() {
        return answers;
    }

    Size size() {
        var visitors = 0L;
        var networks = 0L;
        for (var each : partitions.values()) {
            visitors += each.histories().visitors();
            networks += each.histories().networks();
        }
        return new Size(visitors, networks);
    }

    /**
     * The contest's live partition, read back from the ledger when it is not in memory yet.
     *
     * @throws DatabaseException when it can't be read back now
     */
    LivePartition partition(ContestDetails contest, Connection connection) {
        var partition = partitions.get(contest.id());
        if (partition == null) {
            partition = load(contest, connection);
            partitions.put(contest.id(), partition);
        }
        return partition;
    }

    private LivePartition load(ContestDetails contest, Connection connection) {
        try (var statement = connection.prepareStatement(
                "SELECT id, last_sequence FROM ledger_partition WHERE contest_id = ? AND partition = ?")) {
            statement.setInt(1, contest.id());
            statement.setInt(2, LivePartition.NUMBER);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("Contest " + contest.slug() + " has no live partition");
                }
                var partition = new LivePartition(rows.getInt(1), rows.getLong(2), contest);
                replay(partition, rows.getLong(2));
                return partition;
            }
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
    }

    private void replay(LivePartition partition, long last) {
        if (last == 0) {
            return;
        }
        var contest = partition.contest();
        var lastReceived = new LastReceived();
        reader.read(
                partition.partitionId(),
                last,
                last,
                entry -> lastReceived.millis = entry.ping().receivedAtMillis());
        // A retry within the remembered time gets the first answer, which tells when the item counts again: so the
        // histories have to be whole from the earliest remembered ping on.
        var rememberedFrom = lastReceived.millis - rememberMillis;
        var wholeFrom = Math.max(
                contest.window().opensAtMillis(),
                Math.min(rememberedFrom, contest.window().closesAtMillis() - 1));
        var from = Math.min(rememberedFrom, partition.rules().horizonMillis(wholeFrom));
        var first = reader.firstReceivedFrom(partition.partitionId(), last, from);
        reader.read(partition.partitionId(), first, last, entry -> replay(partition, entry, rememberedFrom));
        LOG.infof(
                "Contest %s: read back %d of %d entries, %d visitors",
                contest.slug(), last - first + 1, last, partition.histories().visitors());
    }

    private void replay(LivePartition partition, LedgerEntry entry, long rememberedFrom) {
        if (entry.sequence() % LOOK_UP_EVERY == 0) {
            whileReading.run();
        }
        partition.replay(entry);
        var ping = entry.ping();
        var contestId = partition.contest().id();
        if (entry.verdict() == Verdict.FREEZES) {
            freezes.post(contestId, ping.visitor(), partition.histories().frozenUntilMillis(ping.visitor()));
        }
        if (entry.pingId() != null && ping.receivedAtMillis() >= rememberedFrom) {
            var answer = new Answer(
                    entry.verdict(),
                    LivePartition.NUMBER,
                    entry.sequence(),
                    partition.countsAgainAtMillis(ping, entry.verdict()));
            answers.remember(contestId, entry.pingId(), answer, ping.receivedAtMillis());
        }
    }

    /**
     * Whether there is no room for a new visitor from {@code network}.
     *
     * <p>Once the memory is full, networks with more than their even share of the visitors in it get no new ones. A quarter
     * above that, nobody does: then even visitors that are spread thinly can't fill the heap.
     */
    boolean isFullFor(LivePartition partition, @Nullable NetworkKey network) {
        var size = size();
        if (size.visitors() < mostVisitors) {
            return false;
        }
        return network == null
                || size.visitors() >= mostVisitors + mostVisitors / 4L
                || partition.histories().visitorsOf(network) > size.visitors() / Math.max(1, size.networks());
    }

    /**
     * Forgets idle visitors, a few at a time; and now and then freezes that have ended, and contests that are certified.
     *
     * @param nowMillis the last stamp that was judged: pings to come have no earlier one
     */
    void forget(int budget, long nowMillis) {
        for (var partition : partitions.values()) {
            partition.histories().forgetIdle(budget, nowMillis);
        }
        if (nowMillis - clearedAtMillis > CLEARING_MILLIS) {
            clearedAtMillis = nowMillis;
            freezes.forgetBefore(nowMillis);
            partitions.keySet().removeIf(contestId -> directory
                    .find(contestId)
                    .filter(contest -> !contest.storedState().isFinal())
                    .isEmpty());
        }
    }

    private static final class LastReceived {
        private long millis;
    }
}
