package io.fortyeight.notify.feed;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Which edition of a contest's set-up is in force.
 *
 * @param uid names the contest for ever
 * @param number 0, and one more with each edit
 * @param madeAt when it was made or last edited
 */
record ContestRevision(UUID uid, int number, Instant madeAt) {

    static ContestRevision of(DataSource database, int contestId) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "SELECT uid, edits, coalesce(edited_at, created_at) FROM contest WHERE id = ?")) {
            query.setInt(1, contestId);
            try (var rows = query.executeQuery()) {
                rows.next();
                return new ContestRevision(
                        rows.getObject(1, UUID.class),
                        rows.getInt(2),
                        rows.getObject(3, OffsetDateTime.class).toInstant());
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Contest " + contestId + " can't be read", failure);
        }
    }
}
