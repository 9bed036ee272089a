package io.fortyeight.ledger.read;

import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.tally.Tally;
import io.fortyeight.core.tally.TallyRow;
import io.fortyeight.ledger.store.LedgerCodes;
import io.fortyeight.ledger.store.LedgerUnreadableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
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

    private static final String SNAPSHOT = """
            SELECT p.id, p.partition, i.id, p.last_sequence, t.campaign, t.kind, t.verdict, t.count, t.last_received_at
            FROM ledger_partition AS p
            LEFT JOIN import AS i ON i.partition_id = p.id
            LEFT JOIN tally AS t ON t.partition_id = p.id
            WHERE p.contest_id = ? AND p.state IN ('live', 'done')
            """;

    /** Whole minutes from their sums, the begun one from the ledger. */
    private static final String AT = """
            SELECT t.campaign, t.kind, t.verdict, sum(t.count), max(t.last_received_at)
            FROM tally_minute AS t
            JOIN ledger_partition AS p ON p.id = t.partition_id
            WHERE p.contest_id = ? AND p.state IN ('live', 'done') AND t.minute < ?
            GROUP BY 1, 2, 3
            UNION ALL
            SELECT l.campaign, (CASE WHEN l.kind = 'v' THEN 'v' ELSE 's' END)::"char",
                (CASE WHEN l.verdict = 'F' THEN 'f' ELSE l.verdict END)::"char", count(*), max(l.received_at)
            FROM ledger AS l
            JOIN ledger_partition AS p ON p.id = l.partition_id
            WHERE p.contest_id = ? AND p.state IN ('live', 'done') AND l.received_at >= ? AND l.received_at <= ?
            GROUP BY 1, 2, 3
            """;

    /** As {@link #AT}: what ends within a minute has that one from the ledger. */
    private static final String TIMELINE = """
            SELECT ? + floor((m.minute - ?)::double precision / ?)::integer * ?, m.kind, m.verdict, sum(m.count)
            FROM (
                SELECT t.minute, t.kind, t.verdict, t.count
                FROM tally_minute AS t
                JOIN ledger_partition AS p ON p.id = t.partition_id
                WHERE p.contest_id = ? AND p.state IN ('live', 'done') AND t.campaign = ? AND t.minute < ?
                UNION ALL
                SELECT (l.received_at / 60000)::integer, (CASE WHEN l.kind = 'v' THEN 'v' ELSE 's' END)::"char",
                    (CASE WHEN l.verdict = 'F' THEN 'f' ELSE l.verdict END)::"char", 1
                FROM ledger AS l
                JOIN ledger_partition AS p ON p.id = l.partition_id
                WHERE p.contest_id = ? AND p.state IN ('live', 'done') AND l.campaign = ?
                    AND l.received_at >= ? AND l.received_at < ?
            ) AS m
            GROUP BY 1, 2, 3
            ORDER BY 1, 2 DESC, 3
            """;

    private static final String BROUGHT = """
            SELECT m.campaign, sum(m.count), max(m.last_received_at)
            FROM credit_minute AS m
            JOIN ledger_partition AS p ON p.id = m.partition_id
            WHERE p.contest_id = ? AND p.state IN ('live', 'done')
            GROUP BY 1
            """;

    /** As {@link #AT}. */
    private static final String BROUGHT_AT = """
            SELECT m.campaign, sum(m.count), max(m.last_received_at)
            FROM credit_minute AS m
            JOIN ledger_partition AS p ON p.id = m.partition_id
            WHERE p.contest_id = ? AND p.state IN ('live', 'done') AND m.minute < ?
            GROUP BY 1
            UNION ALL
            SELECT l.campaign, count(*), max(l.received_at)
            FROM ledger AS l
            JOIN ledger_partition AS p ON p.id = l.partition_id
            JOIN ledger_credit AS c ON c.partition_id = l.partition_id AND c.sequence = l.sequence
            WHERE p.contest_id = ? AND p.state IN ('live', 'done') AND l.received_at >= ? AND l.received_at <= ?
                AND l.verdict = 'c'
            GROUP BY 1
            """;

    private static final String STEPS = """
            SELECT t.campaign, (t.minute - ?) / ?, sum(t.count)
            FROM tally_minute AS t
            JOIN ledger_partition AS p ON p.id = t.partition_id
            WHERE p.contest_id = ? AND p.state IN ('live', 'done') AND t.verdict = ?::"char"
                AND t.minute >= ? AND t.minute < ?
            GROUP BY 1, 2
            """;

    /** After every ping that there will be: the last minute that {@code integer} holds is in the year 6053. */
    private static final long END_OF_TIME_MILLIS = Integer.MAX_VALUE * MINUTE_MILLIS;

    private final DataSource database;

    TallyReader(DataSource database) {
        this.database = database;
    }

    /** The tally as of now. */
    public Snapshot snapshot(int contestId) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SNAPSHOT)) {
            statement.setInt(1, contestId);
            var tally = new Tally();
            var partitions = new TreeMap<Integer, PartitionEnd>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var end = new PartitionEnd(
                            rows.getInt(1), rows.getInt(2), rows.getObject(3, UUID.class), rows.getLong(4));
                    partitions.put(end.number(), end);
                    var kind = rows.getString(6);
                    if (kind != null) {
                        tally.add(row(rows.getInt(5), kind, rows.getString(7), rows.getLong(8), rows.getLong(9)));
                    }
                }
            }
            return new Snapshot(tally, List.copyOf(partitions.values()));
        } catch (SQLException failure) {
            throw new LedgerUnreadableException(failure);
        }
    }

    /**
     * The tally of what was received until an instant, that instant included. Shares are not told apart by platform.
     *
     * @param atMillis epoch milliseconds
     */
    public Tally at(int contestId, long atMillis) {
        var minute = Math.toIntExact(Math.floorDiv(atMillis, MINUTE_MILLIS));
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(AT)) {
            statement.setInt(1, contestId);
            statement.setInt(2, minute);
            statement.setInt(3, contestId);
            statement.setLong(4, minute * MINUTE_MILLIS);
            statement.setLong(5, atMillis);
            var tally = new Tally();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    tally.add(row(
                            rows.getInt(1), rows.getString(2), rows.getString(3), rows.getLong(4), rows.getLong(5)));
                }
            }
            return tally;
        } catch (SQLException failure) {
            throw new LedgerUnreadableException(failure);
        }
    }

    /** Adds to a tally as of now which of its views share links brought, as far as credit is given. */
    public void addBrought(int contestId, Tally tally) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(BROUGHT)) {
            statement.setInt(1, contestId);
            addBrought(statement, tally);
        } catch (SQLException failure) {
            throw new LedgerUnreadableException(failure);
        }
    }

    /**
     * Adds to a tally as of an instant which of its views share links brought.
     *
     * @param atMillis epoch milliseconds, included
     */
    public void addBrought(int contestId, long atMillis, Tally tally) {
        var minute = Math.toIntExact(Math.floorDiv(atMillis, MINUTE_MILLIS));
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(BROUGHT_AT)) {
            statement.setInt(1, contestId);
            statement.setInt(2, minute);
            statement.setInt(3, contestId);
            statement.setLong(4, minute * MINUTE_MILLIS);
            statement.setLong(5, atMillis);
            addBrought(statement, tally);
        } catch (SQLException failure) {
            throw new LedgerUnreadableException(failure);
        }
    }

    private static void addBrought(PreparedStatement statement, Tally tally) throws SQLException {
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                tally.addBrought(rows.getInt(1), rows.getLong(2), rows.getLong(3));
            }
        }
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
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(TIMELINE)) {
            statement.setInt(1, base);
            statement.setInt(2, base);
            statement.setInt(3, stepMinutes);
            statement.setInt(4, stepMinutes);
            statement.setInt(5, contestId);
            statement.setInt(6, campaign);
            statement.setInt(7, lastMinute);
            statement.setInt(8, contestId);
            statement.setInt(9, campaign);
            statement.setLong(10, lastMinute * MINUTE_MILLIS);
            statement.setLong(11, end);
            return points(statement);
        } catch (SQLException failure) {
            throw new LedgerUnreadableException(failure);
        }
    }

    /**
     * Counted pings of all kinds by campaign and step; empty steps are left out.
     *
     * @param firstMinute of the first step, since the epoch
     * @param endMinute the first minute that is left out
     */
    public List<StepCount> countedBySteps(int contestId, int firstMinute, int stepMinutes, int endMinute) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(STEPS)) {
            statement.setInt(1, firstMinute);
            statement.setInt(2, stepMinutes);
            statement.setInt(3, contestId);
            statement.setString(4, String.valueOf(LedgerCodes.verdict(Verdict.COUNTED)));
            statement.setInt(5, firstMinute);
            statement.setInt(6, endMinute);
            var counts = new ArrayList<StepCount>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.add(new StepCount(rows.getInt(1), rows.getInt(2), rows.getLong(3)));
                }
            }
            return counts;
        } catch (SQLException failure) {
            throw new LedgerUnreadableException(failure);
        }
    }

    private static List<Point> points(PreparedStatement statement) throws SQLException {
        var points = new ArrayList<Point>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                points.add(new Point(
                        rows.getInt(1) * MINUTE_MILLIS,
                        LedgerCodes.kindOf(rows.getString(2).charAt(0)),
                        LedgerCodes.verdictOf(rows.getString(3).charAt(0)),
                        rows.getLong(4)));
            }
        }
        return points;
    }

    private static TallyRow row(int campaign, String kind, String verdict, long count, long lastReceivedAtMillis) {
        var code = kind.charAt(0);
        return new TallyRow(
                campaign,
                LedgerCodes.kindOf(code),
                LedgerCodes.platformOf(code),
                LedgerCodes.verdictOf(verdict.charAt(0)),
                count,
                lastReceivedAtMillis);
    }
}
