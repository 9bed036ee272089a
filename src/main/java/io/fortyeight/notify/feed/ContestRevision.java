package io.fortyeight.notify.feed;

import io.fortyeight.web.data.Database;
import java.time.Instant;
import java.util.UUID;

/**
 * Which edition of a contest's set-up is in force.
 *
 * @param uid names the contest for ever
 * @param number 0, and one more with each edit
 * @param madeAt when it was made or last edited
 */
record ContestRevision(UUID uid, int number, Instant madeAt) {

    static ContestRevision of(Database database, int contestId) {
        return database.sql("SELECT uid, edits, coalesce(edited_at, created_at) FROM contest WHERE id = ?", contestId)
                .one(row -> new ContestRevision(row.getUuid(1), row.getInt(2), row.getInstant(3)));
    }
}
