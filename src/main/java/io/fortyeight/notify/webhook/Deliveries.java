package io.fortyeight.notify.webhook;

import io.fortyeight.web.data.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far the deliveries of events are behind, for whoever watches. */
@Singleton
public class Deliveries {

    /**
     * What is still to be delivered, be it for the first time or again.
     *
     * @param oldestAge how long the oldest of them has been waiting; zero when there is none
     */
    public record Backlog(long pending, Duration oldestAge) {}

    private static final String BACKLOG = """
            SELECT count(*), min(d.pending_since) FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
            WHERE d.state = 'pending' AND w.contest_id = coalesce(?, w.contest_id)
            """;

    private final Database database;
    private final Clock clock;

    Deliveries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Of all contests. */
    public Backlog backlog() {
        return backlog(null);
    }

    public Backlog backlogOf(int contestId) {
        return backlog(contestId);
    }

    /** How many deliveries are pending, by contest; contests without any are left out. */
    public Map<Integer, Long> pendingByContest() {
        var pending = new HashMap<Integer, Long>();
        database.sql("""
                SELECT w.contest_id, count(*) FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
                WHERE d.state = 'pending' GROUP BY w.contest_id
                """).forEach(row -> pending.put(row.getInt(1), row.getLong(2)));
        return pending;
    }

    private Backlog backlog(@Nullable Integer contestId) {
        return database.sql(BACKLOG, contestId).one(row -> {
            var since = row.getInstantOrNull(2);
            return new Backlog(
                    row.getLong(1), since == null ? Duration.ZERO : Duration.between(since, clock.instant()));
        });
    }
}
