package io.fortyeight.close.operations;

import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.DatabaseException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Compares this host's clock, by which windows close, with the database's. If they disagree, one of them is wrong, and a
 * standby on a third host may disagree with both.
 */
@Singleton
class ClockOffset implements MeterBinder {

    private static final Logger LOG = Logger.getLogger(ClockOffset.class);
    private static final int LOOKS = 3;
    private static final double NANOS_PER_SECOND = 1e9;

    /** One look; half of the round trip is how wrong it may be. */
    private record Look(long roundTripNanos, double offsetSeconds) {}

    private final Database database;
    private final Clock clock;
    private volatile double offsetSeconds = Double.NaN;

    ClockOffset(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("fortyeight.clock.offset", () -> offsetSeconds)
                .description("This host's clock less the database's; NaN while that can't be told")
                .baseUnit("seconds")
                .register(registry);
    }

    @Scheduled(every = "10s", identity = "clock-offset", concurrentExecution = ConcurrentExecution.SKIP)
    void measure() {
        try {
            offsetSeconds = Stream.generate(this::look)
                    .limit(LOOKS)
                    .min(Comparator.comparingLong(Look::roundTripNanos))
                    .orElseThrow()
                    .offsetSeconds();
        } catch (DatabaseException databaseAway) {
            LOG.debugf(databaseAway, "The database's clock can't be read now");
            offsetSeconds = Double.NaN;
        }
    }

    /** The database is taken to have answered in the middle of the round trip. */
    private Look look() {
        var before = clock.instant();
        var startedAtNanos = System.nanoTime();
        var there = database.sql("SELECT clock_timestamp()").one(row -> row.getInstant(1));
        var roundTripNanos = System.nanoTime() - startedAtNanos;
        var here = before.plusNanos(roundTripNanos / 2);
        return new Look(roundTripNanos, Duration.between(there, here).toNanos() / NANOS_PER_SECOND);
    }
}
