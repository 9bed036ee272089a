package io.fortyeight.contest.trust;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.StoredJson;
import io.fortyeight.web.form.WordedProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The prizes of contests. They are part of what people take part for, so they stay as they are once a window is open. */
@Singleton
public class PrizeStore {

    private static final TypeReference<Prizes> PRIZES = new TypeReference<>() {};

    /** Locks the contest, so that of two who state prizes at once one comes after the other. */
    private static final String MAY_CHANGE = """
            SELECT CASE WHEN c.past THEN c.state = 'open' AND NOT EXISTS (
                    SELECT FROM prizes_edition e WHERE e.contest_id = c.id) ELSE c.opens_at > ? END
            FROM contest c WHERE c.id = ? FOR NO KEY UPDATE OF c
            """;

    private static final String ADD = """
            INSERT INTO prizes_edition (contest_id, version, edited_at, edited_by, body)
            SELECT ?, coalesce(max(version), 0) + 1, ?, ?, ? FROM prizes_edition WHERE contest_id = ?
            """;

    private final Database database;
    private final StoredJson json;
    private final Clock clock;

    PrizeStore(Database database, StoredJson json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    public Prizes of(ContestDetails contest) {
        return database.sql(
                        "SELECT body FROM prizes_edition WHERE contest_id = ? ORDER BY version DESC LIMIT 1",
                        contest.id())
                .first(row -> json.value(row.getString(1), PRIZES))
                .orElse(Prizes.NONE);
    }

    /**
     * Replaces them: until the window opens; in a contest that was made after its own end, once.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 afterwards
     */
    public void replace(ContestDetails contest, Prizes prizes, String by) {
        var now = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> {
            var mayChange = database.sql(MAY_CHANGE, now, contest.id())
                    .first(row -> row.getBoolean(1))
                    .orElse(false);
            if (!mayChange) {
                throw WordedProblem.conflict(
                        TrustMessages.class,
                        contest.past() ? TrustMessages::prizesStatedOnce : TrustMessages::prizesOpened);
            }
            database.sql(ADD, contest.id(), now, by, json.text(prizes), contest.id())
                    .update();
        });
    }
}
