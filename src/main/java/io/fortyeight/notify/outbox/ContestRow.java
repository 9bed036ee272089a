package io.fortyeight.notify.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A contest as the running transaction sees it, which the directory shows only after its end. */
record ContestRow(
        String slug,
        String name,
        String zone,
        Instant opensAt,
        Instant closesAt,
        @Nullable Instant announcesAt,
        @Nullable String heldReason,
        boolean hasBlackout,
        @Nullable Instant certifiedAt) {

    private static final String COLUMNS = "SELECT slug, name, zone, opens_at, closes_at, announces_at, held_reason, "
            + "blackout_millis IS NOT NULL AS has_blackout, certified_at FROM contest ";

    static ContestRow read(Connection connection, int contestId) throws SQLException {
        return find(connection, COLUMNS + "WHERE id = ?", contestId).orElseThrow();
    }

    /** The contest, if it is open; it then stays so until the transaction ends. */
    static Optional<ContestRow> keepOpen(Connection connection, int contestId) throws SQLException {
        return find(connection, COLUMNS + "WHERE id = ? AND state = 'open' FOR SHARE", contestId);
    }

    private static Optional<ContestRow> find(Connection connection, String sql, int contestId) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setInt(1, contestId);
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.of(of(rows)) : Optional.empty();
            }
        }
    }

    private static ContestRow of(ResultSet row) throws SQLException {
        return new ContestRow(
                row.getString("slug"),
                row.getString("name"),
                row.getString("zone"),
                row.getObject("opens_at", OffsetDateTime.class).toInstant(),
                row.getObject("closes_at", OffsetDateTime.class).toInstant(),
                instant(row, "announces_at"),
                row.getString("held_reason"),
                row.getBoolean("has_blackout"),
                instant(row, "certified_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
