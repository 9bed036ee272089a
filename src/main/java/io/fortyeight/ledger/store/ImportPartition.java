package io.fortyeight.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A partition of the ledger that one import writes. Nobody reads it until it is done, and one that has failed is cleared
 * away: an import counts whole or not at all.
 */
public final class ImportPartition {

    /** Partitions below are live ones: 0 today, more when the ledger is scaled out. */
    private static final int FIRST_NUMBER = 1000;

    private static final int CLEAR_AT_ONCE = 20_000;

    private ImportPartition() {}

    /** A partition as it was made: its row, and its public number. */
    public record Made(int partitionId, int number) {}

    /** Makes a partition. The caller's transaction holds the contest's row, so that numbers are given once. */
    public static Made make(Connection transaction, int contestId) throws SQLException {
        try (var insert = transaction.prepareStatement("""
                INSERT INTO ledger_partition (contest_id, partition, state)
                SELECT ?, coalesce(max(partition) + 1, ?), 'running'
                FROM ledger_partition WHERE contest_id = ? AND partition >= ?
                RETURNING id, partition
                """)) {
            insert.setInt(1, contestId);
            insert.setInt(2, FIRST_NUMBER);
            insert.setInt(3, contestId);
            insert.setInt(4, FIRST_NUMBER);
            try (var rows = insert.executeQuery()) {
                rows.next();
                return new Made(rows.getInt(1), rows.getInt(2));
            }
        }
    }

    /** Appends entries with the sequence numbers that come next, and their tally. */
    public static void append(Connection connection, List<LedgerEntry> entries) throws SQLException {
        var columns = new LedgerColumns();
        entries.forEach(columns::add);
        new LedgerStatement(connection).appendUnfenced(columns);
    }

    /** Lets the partition count. False when it may not any more, because somebody took the import for dead. */
    public static boolean finish(Connection transaction, int partitionId) throws SQLException {
        return end(transaction, partitionId, "done");
    }

    /** Sees to it that the partition never counts. */
    public static boolean fail(Connection transaction, int partitionId) throws SQLException {
        return end(transaction, partitionId, "failed");
    }

    private static boolean end(Connection transaction, int partitionId, String state) throws SQLException {
        try (var update = transaction.prepareStatement(
                "UPDATE ledger_partition SET state = ? WHERE id = ? AND state = 'running'")) {
            update.setString(1, state);
            update.setInt(2, partitionId);
            return update.executeUpdate() == 1;
        }
    }

    /** Clears a failed partition away, by ranges in short transactions. */
    public static void clear(Connection connection, int partitionId) throws SQLException {
        for (var table : List.of("ledger", "ledger_via")) {
            try (var delete = connection.prepareStatement("DELETE FROM " + table
                    + " WHERE partition_id = ? AND sequence IN (SELECT sequence FROM " + table
                    + " WHERE partition_id = ? ORDER BY sequence LIMIT " + CLEAR_AT_ONCE + ")")) {
                delete.setInt(1, partitionId);
                delete.setInt(2, partitionId);
                while (delete.executeUpdate() > 0) {
                    // Until nothing is left.
                }
            }
        }
        for (var table : List.of("tally", "tally_minute")) {
            try (var delete = connection.prepareStatement("DELETE FROM " + table + " WHERE partition_id = ?")) {
                delete.setInt(1, partitionId);
                delete.executeUpdate();
            }
        }
    }
}
