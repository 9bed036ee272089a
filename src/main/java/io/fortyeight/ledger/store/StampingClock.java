package io.fortyeight.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * Gives pings their {@code receivedAt}: whole milliseconds that never go back, whatever the system's clock does, and start
 * no earlier than the ledger's last one.
 */
@ApplicationScoped
public class StampingClock {

    private final Clock clock;
    private long lastMillis = Long.MIN_VALUE;

    StampingClock(Clock clock) {
        this.clock = clock;
    }

    /** The time now, in epoch milliseconds; at least that of every earlier call. */
    public synchronized long millis() {
        lastMillis = Math.max(lastMillis, clock.millis());
        return lastMillis;
    }

    public Instant now() {
        return Instant.ofEpochMilli(millis());
    }

    /** Sees to it that no later stamp is before {@code millis}. */
    public synchronized void startFrom(long millis) {
        lastMillis = Math.max(lastMillis, millis);
    }
}
