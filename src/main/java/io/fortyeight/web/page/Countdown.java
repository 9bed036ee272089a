package io.fortyeight.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * The time that is left, in whole seconds, rounded up: it says 1 second until the instant itself.
 *
 * @param label for instance {@code Closes in}
 * @param over said when none is left
 * @param left never negative
 * @param clock for instance {@code 1 d 04:05:06}
 * @param clockWithDays the same for scripts, which put in {@code {days}} and {@code {clock}}
 * @param clockWithoutDays the same when less than a day is left
 */
public record Countdown(
        String label,
        String over,
        Moment until,
        Duration left,
        String clock,
        String clockWithDays,
        String clockWithoutDays) {

    public static Countdown of(String label, String over, Instant end, ZoneId zone, Instant now, LocaleFormat text) {
        var seconds = Math.floorDiv(end.toEpochMilli() - now.toEpochMilli() + 999, 1000);
        var left = Duration.ofSeconds(Math.max(0, seconds));
        return new Countdown(
                label,
                over,
                text.moment(end, zone),
                left,
                text.clock(left),
                text.clockPattern(true),
                text.clockPattern(false));
    }

    public int days() {
        return Math.toIntExact(left.toDays());
    }

    public int hours() {
        return left.toHoursPart();
    }

    public int minutes() {
        return left.toMinutesPart();
    }

    public int seconds() {
        return left.toSecondsPart();
    }

    public String hoursText() {
        return twoDigits(hours());
    }

    public String minutesText() {
        return twoDigits(minutes());
    }

    public String secondsText() {
        return twoDigits(seconds());
    }

    private static String twoDigits(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
