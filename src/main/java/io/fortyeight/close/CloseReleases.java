package io.fortyeight.close;

import io.fortyeight.web.data.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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

    private final Statements statements;

    CloseReleases(Statements statements) {
        this.statements = statements;
    }

    /** Of a contest, in order. */
    List<Release> of(int contestId) {
        return statements.with("""
                SELECT released_at, released_by, held_reason, reason FROM close_release WHERE contest_id = ? ORDER BY id
                """, query -> {
            query.setInt(1, contestId);
            try (var rows = query.executeQuery()) {
                List<Release> releases = new ArrayList<>();
                while (rows.next()) {
                    releases.add(new Release(
                            rows.getObject(1, OffsetDateTime.class).toInstant(),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4)));
                }
                return releases;
            }
        });
    }
}
