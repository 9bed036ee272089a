package io.fortyeight.site.campaign;

import io.fortyeight.core.counting.VotingWindow;
import java.time.Duration;
import java.util.stream.IntStream;

/** The length of the steps in which a window is drawn: the shortest round one of which it has not too many. */
final class TimelineStep {

    private static final int MAX_STEPS = 60;
    private static final int[] MINUTES = {1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 43_200};

    private TimelineStep() {}

    static Duration of(VotingWindow window) {
        var length = Duration.between(window.opensAt(), window.closesAt());
        return IntStream.of(MINUTES)
                .mapToObj(Duration::ofMinutes)
                .filter(step -> length.compareTo(step.multipliedBy(MAX_STEPS)) <= 0)
                .findFirst()
                .orElseGet(() -> Duration.ofDays(366));
    }
}
