package io.fortyeight.leaderboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The time that is left, in whole seconds, rounded up: it says 1 second until the instant itself.
 *
 * @param label for instance {@code Closes in}
 * @param until for machines
 */
record Countdown(String label, Moment until, List<Unit> units) {

    /** A number with its word, for instance {@code 07} and {@code hours}. */
    record Unit(String key, String number, String word) {}

    static Countdown of(String label, Moment until, Instant end, Instant now) {
        var left = Duration.ofSeconds(Math.max(0, Math.floorDiv(end.toEpochMilli() - now.toEpochMilli() + 999, 1000)));
        return new Countdown(
                label,
                until,
                List.of(
                        unit("days", left.toDays(), "%d"),
                        unit("hours", left.toHoursPart(), "%02d"),
                        unit("minutes", left.toMinutesPart(), "%02d"),
                        unit("seconds", left.toSecondsPart(), "%02d")));
    }

    private static Unit unit(String key, long number, String format) {
        return new Unit(
                key,
                String.format(Locale.ROOT, format, number),
                number == 1 ? key.substring(0, key.length() - 1) : key);
    }
}
