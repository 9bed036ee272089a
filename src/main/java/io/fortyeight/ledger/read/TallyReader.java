package io.fortyeight.ledger.read;

import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.tally.Tally;
import io.fortyeight.core.tally.TallyRow;
import io.fortyeight.ledger.store.LedgerCodes;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.SqlRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the tallies that are written along with the ledger. Only live and finished partitions count. */
@ApplicationScoped
public class TallyReader {

    private static final long MINUTE_MILLIS = 60_000;

    /**
     * A part of a contest's ledger, up to a last entry.
     *
     * @param partitionId its row
     * @param number its public number: 0 is the live one, from 1000 on each is an import
     * @param importId of the import, null for the live partition
     */
    public record PartitionEnd(
            int partitionId, int number, @Nullable UUID importId, long lastSequence) {

        /** The same partition, only up to that entry. */
        public PartitionEnd upTo(long sequence) {
            return new PartitionEnd(partitionId, number, importId, sequence);
        }
    }

    /**
     * The tally of a contest, and the ends of its partitions, both as of the same commit.
     *
     * @param partitions by number
     */
    public record Snapshot(Tally tally, List<PartitionEnd> partitions) {}

    /** How many pings of a kind got a verdict in the step that begins at an instant. */
    public record Point(long atMillis, Kind kind, Verdict verdict, long count) {}

    /** How many pings of a campaign were counted in the step of that number, from 0. */
    public record StepCount(int campaign, int step, long count) {}

    /**
     * How many entries a contest's ledger has, and what its tally comes to.
     *
     * @param lastPingAt null when there is none
     */
    public record Totals(long ledger, long tally, @Nullable Instant lastPingAt) {
        public static final Totals NONE = new Totals(0, 0, null);
    }

    /** One statement reads one snapshot: a commit that comes in between can't make ledger and tally differ. */
    private static final String TOTALS = """
            SELECT p.contest_id, sum(p.last_sequence), sum(t.count), max(t.last_received_at)
            FROM counted_partition AS p
            LEFT JOIN LATERAL (
                SELECT sum(count) AS count, max(last_received_at) AS last_received_at
                FROM tally WHERE partition_id = p.id
            ) AS t ON true
            WHERE p.contest_id = ANY(?)
            GROUP BY p.contest_id
            """;

    private static final String LAST_PING =
            "SELECT last_received_at FROM writer WHERE partition = 0 AND last_received_at > 0";

    private static final String SNAPSHOT = """
            SELECT t.campaign, t.kind, t.verdict, t.count, t.last_received_at, p.id, p.partition, i.id, p.last_sequence
            FROM counted_partition AS p
            LEFT JOIN import AS i ON i.partition_id = p.id
            LEFT JOIN tally AS t ON t.partition_id = p.id
            WHERE p.contest_id = ?
            """;

    /** Whole minutes from their sums, the begun one from the ledger. */
    private static final String AT = """
            SELECT t.campaign, t.kind, t.verdict, sum(t.count), max(t.last_received_at)
            FROM tally_minute AS t
            JOIN counted_partition AS p ON p.id = t.partition_id
            WHERE p.contest_id = ? AND t.minute < ?
            GROUP BY 1, 2, 3
            UNION ALL
            SELECT l.campaign, (CASE WHEN l.kind = 'v' THEN 'v' ELSE 's' END)::"char",
                (CASE WHEN l.verdict = 'F' THEN 'f' ELSE l.verdict END)::"char", count(*), max(l.received_at)
            FROM ledger AS l
            JOIN counted_partition AS p ON p.id = l.partition_id
            WHERE p.contest_id = ? AND l.received_at >= ? AND l.received_at <= ?
            GROUP BY 1, 2, 3
            """;

    /** As {@link #AT}: what ends within a minute has that one from the ledger. */
    private static final String TIMELINE = """
            SELECT ? + floor((m.minute - ?)::double precision / ?)::integer * ?, m.kind, m.verdict, sum(m.count)
            FROM (
                SELECT t.minute, t.kind, t.verdict, t.count
                FROM tally_minute AS t
                JOIN counted_partition AS p ON p.id = t.partition_id
                WHERE p.contest_id = ? AND t.campaign = ? AND t.minute < ?
                UNION ALL
                SELECT (l.received_at / 60000)::integer, (CASE WHEN l.kind = 'v' THEN 'v' ELSE 's' END)::"char",
                    (CASE WHEN l.verdict = 'F' THEN 'f' ELSE l.verdict END)::"char", 1
                FROM ledger AS l
                JOIN counted_partition AS p ON p.id = l.partition_id
                WHERE p.contest_id = ? AND l.campaign = ?
                    AND l.received_at >= ? AND l.received_at < ?
            ) AS m
            GROUP BY 1, 2, 3
            ORDER BY 1, 2 DESC, 3
            """;

    private static final String BROUGHT = """
            SELECT m.campaign, sum(m.count), max(m.last_received_at)
            FROM credit_minute AS m
            JOIN counted_partition AS p ON p.id = m.partition_id
            WHERE p.contest_id = ?
            GROUP BY 1
            """;

    /** As {@link #AT}. */
    private static final String BROUGHT_AT = """
            SELECT m.campaign, sum(m.count), max(m.last_received_at)
            FROM credit_minute AS m
            JOIN counted_partition AS p ON p.id = m.partition_id
            WHERE p.contest_id = ? AND m.minute < ?
            GROUP BY 1
            UNION ALL
            SELECT l.campaign, count(*), max(l.received_at)
            FROM ledger AS l
            JOIN counted_partition AS p ON p.id = l.partition_id
            JOIN ledger_credit AS c ON c.partition_id = l.partition_id AND c.sequence = l.sequence
            WHERE p.contest_id = ? AND l.received_at >= ? AND l.received_at <= ?
                AND l.verdict = 'c'
            GROUP BY 1
            """;

    private static final String STEPS = """
            SELECT t.campaign, (t.minute - ?) / ?, sum(t.count)
            FROM tally_minute AS t
            JOIN counted_partition AS p ON p.id = t.partition_id
            WHERE p.contest_id = ? AND t.verdict = ?::"char"
                AND t.minute >= ? AND t.minute < ?
            GROUP BY 1, 2
            """;

    /** After every ping that there will be: the last minute that {@code integer} holds is in the year 6053. */
    private static final long END_OF_TIME_MILLIS = Integer.MAX_VALUE * MINUTE_MILLIS;

    private final Database database;

    TallyReader(Database database) {
        this.database = database;
    }

    /** The tally as of now. */
    public Snapshot snapshot(int contestId) {
        var tally = new Tally();
        var partitions = new TreeMap<Integer, PartitionEnd>();
        database.sql(SNAPSHOT, contestId).forEach(row -> {
            var end = new PartitionEnd(row.getInt(6), row.getInt(7), row.getUuidOrNull(8), row.getLong(9));
            partitions.put(end.number(), end);
            if (row.getStringOrNull("kind") != null) {
                tally.add(tallyRow(row));
            }
        });
        return new Snapshot(tally, List.copyOf(partitions.values()));
    }

    /** Of many contests at once; those without a ledger are left out. */
    public Map<Integer, Totals> totals(Collection<Integer> contestIds) {
        var totals = new HashMap<Integer, Totals>();
        database.sql(TOTALS, contestIds).forEach(row -> {
            var last = row.getLongOrNull(4);
            var lastPingAt = last == null ? null : Instant.ofEpochMilli(last);
            totals.put(row.getInt(1), new Totals(row.getLong(2), row.getLong(3), lastPingAt));
        });
        return totals;
    }

    /** When the writer took its last ping, of whichever contest. */
    public Optional<Instant> lastPingAt() {
        return database.sql(LAST_PING).first(row -> Instant.ofEpochMilli(row.getLong(1)));
    }

    /**
     * The tally of what was received until an instant, that instant included. Shares are not told apart by platform.
     *
     * @param atMillis epoch milliseconds
     */
    public Tally at(int contestId, long atMillis) {
        var minute = Math.toIntExact(Math.floorDiv(atMillis, MINUTE_MILLIS));
        var tally = new Tally();
        database.sql(AT, contestId, minute, contestId, minute * MINUTE_MILLIS, atMillis)
                .forEach(row -> tally.add(tallyRow(row)));
        return tally;
    }

    /** Adds to a tally as of now which of its views share links brought, as far as credit is given. */
    public void addBrought(int contestId, Tally tally) {
        database.sql(BROUGHT, contestId)
                .forEach(row -> tally.addBrought(row.getInt(1), row.getLong(2), row.getLong(3)));
    }

    /**
     * Adds to a tally as of an instant which of its views share links brought.
     *
     * @param atMillis epoch milliseconds, included
     */
    public void addBrought(int contestId, long atMillis, Tally tally) {
        var minute = Math.toIntExact(Math.floorDiv(atMillis, MINUTE_MILLIS));
        database.sql(BROUGHT_AT, contestId, minute, contestId, minute * MINUTE_MILLIS, atMillis)
                .forEach(row -> tally.addBrought(row.getInt(1), row.getLong(2), row.getLong(3)));
    }

    /**
     * A campaign's pings by step, kind and verdict; empty steps are left out.
     *
     * @param baseMillis a minute from which steps are counted, in both directions
     * @param stepMinutes the length of a step
     * @param beforeMillis what was received then or later is left out; {@link Long#MAX_VALUE} for nothing
     */
    public List<Point> timeline(int contestId, int campaign, long baseMillis, int stepMinutes, long beforeMillis) {
        var base = Math.toIntExact(Math.floorDiv(baseMillis, MINUTE_MILLIS));
        var end = Math.min(beforeMillis, END_OF_TIME_MILLIS);
        var lastMinute = Math.toIntExact(Math.floorDiv(end, MINUTE_MILLIS));
        return database.sql(
                        TIMELINE,
                        base,
                        base,
                        stepMinutes,
                        stepMinutes,
                        contestId,
                        campaign,
                        lastMinute,
                        contestId,
                        campaign,
                        lastMinute * MINUTE_MILLIS,
                        end)
                .list(row -> new Point(
                        row.getInt(1) * MINUTE_MILLIS,
                        LedgerCodes.kindOf(row.getChar(2)),
                        LedgerCodes.verdictOf(row.getChar(3)),
                        row.getLong(4)));
    }

    /**
     * Counted pings of all kinds by campaign and step; empty steps are left out.
     *
     * @param firstMinute of the first step, since the epoch
     * @param endMinute the first minute that is left out
     */
    public List<StepCount> countedBySteps(int contestId, int firstMinute, int stepMinutes, int endMinute) {
        return database.sql(
                        STEPS,
                        firstMinute,
                        stepMinutes,
                        contestId,
                        LedgerCodes.verdict(Verdict.COUNTED),
                        firstMinute,
                        endMinute)
                .list(row -> new StepCount(row.getInt(1), row.getInt(2), row.getLong(3)));
    }

    /** Of campaign, kind, verdict, count and last stamp. */
    private static TallyRow tallyRow(SqlRow row) {
        var code = row.getChar(2);
        return new TallyRow(
                row.getInt(1),
                LedgerCodes.kindOf(code),
                LedgerCodes.platformOf(code),
                LedgerCodes.verdictOf(row.getChar(3)),
                row.getLong(4),
                row.getLong(5));
    }
}
