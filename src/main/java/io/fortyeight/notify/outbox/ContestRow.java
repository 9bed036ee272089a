package io.fortyeight.notify.outbox;

import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.SqlRow;
import java.time.Instant;
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

    static ContestRow read(Database database, int contestId) {
        return database.sql(COLUMNS + "WHERE id = ?", contestId).one(ContestRow::of);
    }

    /** The contest, if it is open; it then stays so until the transaction ends. */
    static Optional<ContestRow> keepOpen(Database database, int contestId) {
        return database.sql(COLUMNS + "WHERE id = ? AND state = 'open' FOR SHARE", contestId)
                .first(ContestRow::of);
    }

    private static ContestRow of(SqlRow row) {
        return new ContestRow(
                row.getString("slug"),
                row.getString("name"),
                row.getString("zone"),
                row.getInstant("opens_at"),
                row.getInstant("closes_at"),
                row.getInstantOrNull("announces_at"),
                row.getStringOrNull("held_reason"),
                row.getBoolean("has_blackout"),
                row.getInstantOrNull("certified_at"));
    }
}
