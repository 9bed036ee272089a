package io.fortyeight.close.board;

import io.fortyeight.web.data.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

    private final Statements statements;

    LedgerSums(Statements statements) {
        this.statements = statements;
    }

    Map<Integer, Sums> of(Collection<Integer> contestIds) {
        return statements.with(SUMS, query -> {
            query.setObject(1, contestIds.stream().mapToInt(Integer::intValue).toArray());
            try (var rows = query.executeQuery()) {
                Map<Integer, Sums> sums = new HashMap<>();
                while (rows.next()) {
                    sums.put(rows.getInt(1), new Sums(rows.getLong(2), rows.getLong(3), instant(rows, 4)));
                }
                return sums;
            }
        });
    }

    /** When the writer took its last ping, of whichever contest. */
    @Nullable
    Instant lastPingAt() {
        return statements
                .with(LAST, query -> {
                    try (var rows = query.executeQuery()) {
                        return rows.next() ? Optional.ofNullable(instant(rows, 1)) : Optional.<Instant>empty();
                    }
                })
                .orElse(null);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
