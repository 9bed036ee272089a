package io.fortyeight;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The system's time plus what tests have moved it on by, in whole milliseconds as the application's. The application stamps pings with it. */
@Alternative
@Priority(1)
@Singleton
public class MovableClock extends Clock {

    private final AtomicLong aheadMillis = new AtomicLong();

    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("Time goes on: " + duration);
        }
        aheadMillis.addAndGet(duration.toMillis());
    }

    /** As when somebody sets a clock: to be made up for by {@link #advance}, for pings are stamped by it no earlier. */
    public void stepBack(Duration duration) {
        aheadMillis.addAndGet(-duration.toMillis());
    }

    @Override
    public Instant instant() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).plusMillis(aheadMillis.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(system(zone), Duration.ofMillis(aheadMillis.get()));
    }
}
