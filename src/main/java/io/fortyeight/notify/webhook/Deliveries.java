package io.fortyeight.notify.webhook;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
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

    private final DataSource database;
    private final Clock clock;

    Deliveries(DataSource database, Clock clock) {
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
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        SELECT w.contest_id, count(*) FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
                        WHERE d.state = 'pending' GROUP BY w.contest_id
                        """);
                var rows = query.executeQuery()) {
            var pending = new HashMap<Integer, Long>();
            while (rows.next()) {
                pending.put(rows.getInt(1), rows.getLong(2));
            }
            return pending;
        } catch (SQLException failure) {
            throw new IllegalStateException("The backlog of deliveries can't be read", failure);
        }
    }

    private Backlog backlog(@Nullable Integer contestId) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(BACKLOG)) {
            query.setObject(1, contestId, Types.INTEGER);
            try (var rows = query.executeQuery()) {
                rows.next();
                var since = rows.getObject(2, OffsetDateTime.class);
                return new Backlog(
                        rows.getLong(1),
                        since == null ? Duration.ZERO : Duration.between(since.toInstant(), clock.instant()));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The backlog of deliveries can't be read", failure);
        }
    }
}
