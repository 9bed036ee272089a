package io.fortyeight.notify.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When failed attempts are made again: the schedule that Standard Webhooks recommends, stretched by up to a tenth. */
final class RetrySchedule {

    static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final double STRETCH = 0.1;
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    private RetrySchedule() {}

    /**
     * How long to wait after an attempt that failed; empty when it was the last.
     *
     * @param failedBefore how many attempts had failed before it
     * @param retryAfter what the endpoint asked for: kept to if it is longer, up to a day
     * @param chance from 0 to 1, so that what failed together is not sent again together
     */
    static Optional<Duration> delay(int failedBefore, @Nullable Duration retryAfter, double chance) {
        if (failedBefore >= DELAYS.size()) {
            return Optional.empty();
        }
        var delay = DELAYS.get(failedBefore);
        var stretched = delay.plusMillis((long) (delay.toMillis() * STRETCH * chance));
        if (retryAfter == null || retryAfter.compareTo(stretched) <= 0) {
            return Optional.of(stretched);
        }
        return Optional.of(retryAfter.compareTo(LONGEST_WAIT) < 0 ? retryAfter : LONGEST_WAIT);
    }
}
