package io.fortyeight.close;

import io.fortyeight.web.data.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The record of who let a held close try again, and why. It is written with the step, by {@code ContestLifecycle}. */
@ApplicationScoped
class CloseReleases {

    /**
     * A decision.
     *
     * @param by the name of the token that was used
     * @param heldReason why the close had been held
     */
    record Release(Instant at, String by, String heldReason, String reason) {

        Release told(String heldReasonToTell) {
            return new Release(at, by, heldReasonToTell, reason);
        }
    }

    private final Database database;

    CloseReleases(Database database) {
        this.database = database;
    }

    /** Of a contest, in order. */
    List<Release> of(int contestId) {
        return database.sql("""
                SELECT released_at, released_by, held_reason, reason FROM close_release WHERE contest_id = ? ORDER BY id
                """, contestId)
                .list(row -> new Release(row.getInstant(1), row.getString(2), row.getString(3), row.getString(4)));
    }
}
