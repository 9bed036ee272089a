package io.fortyeight.core.counting;

import java.time.Instant;

/**
 * When pings count: from {@code opensAtMillis} on, and before {@code closesAtMillis}. Half-open.
 *
 * @param opensAtMillis epoch milliseconds
 * @param closesAtMillis epoch milliseconds, later than {@code opensAtMillis}
 */
public record VotingWindow(long opensAtMillis, long closesAtMillis) {

    public VotingWindow {
        if (opensAtMillis >= closesAtMillis) {
            throw new IllegalArgumentException(
                    "A window closes after it opens: " + opensAtMillis + ", " + closesAtMillis);
        }
    }

    public boolean isBefore(long millis) {
        return closesAtMillis <= millis;
    }

    public boolean isAfter(long millis) {
        return millis < opensAtMillis;
    }

    public boolean contains(long millis) {
        return !isAfter(millis) && !isBefore(millis);
    }

    public Instant opensAt() {
        return Instant.ofEpochMilli(opensAtMillis);
    }

    public Instant closesAt() {
        return Instant.ofEpochMilli(closesAtMillis);
    }
}
