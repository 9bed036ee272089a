package io.fortyeight.ledger.writer;

import io.fortyeight.ledger.store.LedgerUnreadableException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Pings that got an answer but no place in the ledger, added up by campaign and minute: an attacker must not fill the disk,
 * and nobody may say that they were hidden. Written once a second; a crash loses at most what came after the last time.
 */
@ApplicationScoped
public class UnrecordedPings {

    private static final Logger LOG = Logger.getLogger(UnrecordedPings.class);
    private static final long MINUTE_MILLIS = 60_000;

    /** Why a ping is only summed. */
    public enum Sort {
        /** A flood was shed: 429. */
        SHED,
        /** There was no room for it, or no database: 503. */
        REFUSED,
        /** It came after certification. */
        LATE
    }

    /** Sums of a campaign, or of a whole contest. */
    public record Sums(long shed, long refused, long late) {}

    private record Key(int contestId, int campaign, int minute, Sort sort) {}

    private final DataSource database;
    private final LongAdder[] totals =
            Stream.of(Sort.values()).map(sort -> new LongAdder()).toArray(LongAdder[]::new);
    private final Object guard = new Object();
    private Map<Key, Long> pending = new HashMap<>();

    UnrecordedPings(DataSource database) {
        this.database = database;
    }

    /** Adds one. */
    public void add(int contestId, int campaign, long atMillis, Sort sort) {
        var minute = Math.toIntExact(Math.floorDiv(atMillis, MINUTE_MILLIS));
        synchronized (guard) {
            pending.merge(new Key(contestId, campaign, minute, sort), 1L, Long::sum);
        }
        totals[sort.ordinal()].increment();
    }

    /** How many were added since the start, in all contests. */
    long total(Sort sort) {
        return totals[sort.ordinal()].sum();
    }

    @Scheduled(every = "1s", identity = "write-unledgered", concurrentExecution = ConcurrentExecution.SKIP)
    void writePeriodically() {
        try {
            write();
        } catch (SQLException failure) {
            LOG.debugf(failure, "Sums of unledgered pings wait for the database");
        }
    }

    void writeAtTheEnd(@Observes ShutdownEvent event) {
        writePeriodically();
    }

    /** Writes what has been added so far; what can't be written is kept for the next time. */
    public void write() throws SQLException {
        Map<Key, Long> taken;
        synchronized (guard) {
            if (pending.isEmpty()) {
                return;
            }
            taken = pending;
            pending = new HashMap<>();
        }
        try (var connection = database.getConnection()) {
            write(connection, taken);
        } catch (SQLException failure) {
            synchronized (guard) {
                taken.forEach((key, count) -> pending.merge(key, count, Long::sum));
            }
            throw failure;
        }
    }

    private static void write(Connection connection, Map<Key, Long> sums) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO unledgered AS u (contest_id, campaign, minute, shed, refused, late)
                SELECT contest_id, campaign, minute,
                    coalesce(sum(count) FILTER (WHERE sort = 'SHED'), 0),
                    coalesce(sum(count) FILTER (WHERE sort = 'REFUSED'), 0),
                    coalesce(sum(count) FILTER (WHERE sort = 'LATE'), 0)
                FROM unnest(?::integer[], ?::smallint[], ?::integer[], ?::text[], ?::bigint[])
                    AS s(contest_id, campaign, minute, sort, count)
                GROUP BY contest_id, campaign, minute
                ORDER BY contest_id, campaign, minute
                ON CONFLICT (contest_id, campaign, minute) DO UPDATE SET
                    shed = u.shed + excluded.shed, refused = u.refused + excluded.refused, late = u.late + excluded.late
                """)) {
            List<Key> keys = new ArrayList<>(sums.keySet());
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "int4", keys.stream().map(Key::contestId).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "int2", keys.stream().map(Key::campaign).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "int4", keys.stream().map(Key::minute).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "text", keys.stream().map(key -> key.sort().name()).toArray()));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "int8", keys.stream().map(sums::get).toArray()));
            statement.executeUpdate();
        }
    }

    /**
     * Sums of one campaign, as far as they are written.
     *
     * @param beforeMillis only of the minutes that have ended by then
     */
    public Sums ofCampaign(int contestId, int campaign, long beforeMillis) {
        return sums(
                "SELECT sum(shed), sum(refused), sum(late) FROM unledgered WHERE contest_id = ? AND campaign = ? AND minute < ?",
                contestId,
                campaign,
                (int) Math.min(Integer.MAX_VALUE, Math.floorDiv(beforeMillis, MINUTE_MILLIS)));
    }

    /** Sums of a contest between two instants in whole minutes, as far as they are written. */
    public Sums between(int contestId, long fromMillis, long toMillis) {
        return sums(
                "SELECT sum(shed), sum(refused), sum(late) FROM unledgered WHERE contest_id = ? AND minute >= ? AND minute <= ?",
                contestId,
                Math.toIntExact(Math.floorDiv(fromMillis, MINUTE_MILLIS)),
                Math.toIntExact(Math.floorDiv(toMillis, MINUTE_MILLIS)));
    }

    private Sums sums(String query, int... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            bind(statement, parameters);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new Sums(rows.getLong(1), rows.getLong(2), rows.getLong(3));
            }
        } catch (SQLException failure) {
            throw new LedgerUnreadableException(failure);
        }
    }

    private static void bind(PreparedStatement statement, int... parameters) throws SQLException {
        for (var i = 0; i < parameters.length; i++) {
            statement.setInt(i + 1, parameters[i]);
        }
    }
}
