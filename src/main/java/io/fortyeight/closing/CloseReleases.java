package io.fortyeight.closing;

import io.fortyeight.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The record of who let a held close try again, and why. It is written with the step, by {@code ContestLifecycle}. */
@ApplicationScoped
class CloseReleases {

    /**
     * A decision.
     *
     * @param by the name of the token that was used
     * @param heldReason why the close had been held
     */
    record Release(Instant at, String by, String heldReason, String reason) {}

    private final DataSource database;

    CloseReleases(DataSource database) {
        this.database = database;
    }

    /** Of a contest, in order. */
    List<Release> of(int contestId) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "SELECT released_at, released_by, held_reason, reason FROM close_release "
                                + "WHERE contest_id = ? ORDER BY id")) {
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
        } catch (SQLException failure) {
            throw Problems.databaseAway();
        }
    }
}
