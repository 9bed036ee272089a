package io.fortyeight.ledger.writer;

import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.DatabaseException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
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

    private final Database database;
    private final LongAdder[] totals =
            Stream.of(Sort.values()).map(sort -> new LongAdder()).toArray(LongAdder[]::new);
    private final Object guard = new Object();
    private Map<Key, Long> pending = new HashMap<>();

    UnrecordedPings(Database database) {
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
        } catch (DatabaseException failure) {
            LOG.debugf(failure, "Sums of unledgered pings wait for the database");
        }
    }

    void writeAtTheEnd(@Observes ShutdownEvent event) {
        writePeriodically();
    }

    /** Writes what has been added so far; what can't be written is kept for the next time. */
    public void write() {
        Map<Key, Long> taken;
        synchronized (guard) {
            if (pending.isEmpty()) {
                return;
            }
            taken = pending;
            pending = new HashMap<>();
        }
        try {
            write(taken);
        } catch (DatabaseException failure) {
            synchronized (guard) {
                taken.forEach((key, count) -> pending.merge(key, count, Long::sum));
            }
            throw failure;
        }
    }

    private void write(Map<Key, Long> sums) {
        var keys = List.copyOf(sums.keySet());
        database.sql(
                        """
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
                """,
                        keys.stream().map(Key::contestId).toList(),
                        keys.stream().map(Key::campaign).toList(),
                        keys.stream().map(Key::minute).toList(),
                        keys.stream().map(Key::sort).toList(),
                        keys.stream().map(sums::get).toList())
                .update();
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

    private Sums sums(String query, Object... parameters) {
        return database.sql(query, parameters).one(row -> new Sums(row.getLong(1), row.getLong(2), row.getLong(3)));
    }
}
