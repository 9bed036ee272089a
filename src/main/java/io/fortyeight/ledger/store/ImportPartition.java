package io.fortyeight.ledger.store;

import io.fortyeight.web.data.Database;
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

    /** Makes a partition. The running transaction holds the contest's row, so that numbers are given once. */
    public static Made make(Database database, int contestId) {
        return database.sql("""
                INSERT INTO ledger_partition (contest_id, partition, state)
                SELECT ?, coalesce(max(partition) + 1, ?), 'running'
                FROM ledger_partition WHERE contest_id = ? AND partition >= ?
                RETURNING id, partition
                """, contestId, FIRST_NUMBER, contestId, FIRST_NUMBER)
                .one(row -> new Made(row.getInt(1), row.getInt(2)));
    }

    /** Appends entries with the sequence numbers that come next, and their tally. */
    public static void append(Connection connection, List<LedgerEntry> entries) throws SQLException {
        var columns = new LedgerColumns();
        entries.forEach(columns::add);
        new LedgerStatement(connection).appendUnfenced(columns);
    }

    /** Lets the partition count. False when it may not, because somebody took the import for dead. */
    public static boolean finish(Database database, int partitionId) {
        return end(database, partitionId, "done");
    }

    /** Sees to it that the partition never counts. */
    public static boolean fail(Database database, int partitionId) {
        return end(database, partitionId, "failed");
    }

    private static boolean end(Database database, int partitionId, String state) {
        return database.sql(
                                "UPDATE ledger_partition SET state = ? WHERE id = ? AND state = 'running'",
                                state,
                                partitionId)
                        .update()
                == 1;
    }

    /** Clears a failed partition away, by ranges in short transactions. */
    public static void clear(Database database, int partitionId) {
        for (var table : List.of("ledger", "ledger_via")) {
            var delete = database.sql(
                    "DELETE FROM " + table + " WHERE partition_id = ? AND sequence IN (SELECT sequence FROM " + table
                            + " WHERE partition_id = ? ORDER BY sequence LIMIT " + CLEAR_AT_ONCE + ")",
                    partitionId,
                    partitionId);
            while (delete.update() > 0) {
                // Until nothing is left.
            }
        }
        for (var table : List.of("tally", "tally_minute")) {
            database.sql("DELETE FROM " + table + " WHERE partition_id = ?", partitionId)
                    .update();
        }
    }
}
