package io.fortyeight.board;

import io.fortyeight.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** How many entries the ledgers have, and what their tallies come to. */
@ApplicationScoped
class LedgerSums {

    /** @param lastPingAt null when there is none */
    record Sums(long ledger, long tally, @Nullable Instant lastPingAt) {
        static final Sums NONE = new Sums(0, 0, null);
    }

    /** One statement reads one snapshot: a commit that comes in between can't make ledger and tally differ. */
    private static final String SUMS = """
            SELECT p.contest_id, sum(p.last_sequence)::bigint, coalesce(sum(t.count), 0)::bigint, max(t.last_received_at)
            FROM ledger_partition AS p
            LEFT JOIN LATERAL (
                SELECT sum(count) AS count, max(last_received_at) AS last_received_at
                FROM tally WHERE partition_id = p.id
            ) AS t ON true
            WHERE p.contest_id = ANY(?) AND p.state IN ('live', 'done')
            GROUP BY p.contest_id
            """;

    private static final String LAST =
            "SELECT last_received_at FROM writer WHERE partition = 0 AND last_received_at > 0";

    private final DataSource database;

    LedgerSums(DataSource database) {
        this.database = database;
    }

    Map<Integer, Sums> of(Collection<Integer> contestIds) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(SUMS)) {
            query.setObject(1, contestIds.stream().mapToInt(Integer::intValue).toArray());
            try (var rows = query.executeQuery()) {
                Map<Integer, Sums> sums = new HashMap<>();
                while (rows.next()) {
                    sums.put(rows.getInt(1), new Sums(rows.getLong(2), rows.getLong(3), instant(rows, 4)));
                }
                return sums;
            }
        } catch (SQLException failure) {
            throw Problems.databaseAway();
        }
    }

    /** When the writer took its last ping, of whichever contest. */
    @Nullable
    Instant lastPingAt() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(LAST);
                var rows = query.executeQuery()) {
            return rows.next() ? instant(rows, 1) : null;
        } catch (SQLException failure) {
            throw Problems.databaseAway();
        }
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
