package io.fortyeight.board;

import io.fortyeight.leaderboard.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as they are read from across a dark room: short, and always of the same form. The page's script writes them so too. */
final class Spans {

    private static final DateTimeFormatter TIME_OF_DAY =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Duration SHORT = Duration.ofSeconds(10);

    private Spans() {}

    /** Whole seconds, rounded up: {@code 1 d 02:03:04} or {@code 02:03:04}. */
    static String clock(long seconds) {
        var span = Duration.ofSeconds(Math.max(0, seconds));
        var time = String.format(
                Locale.ROOT, "%02d:%02d:%02d", span.toHoursPart(), span.toMinutesPart(), span.toSecondsPart());
        return span.toDays() == 0 ? time : span.toDays() + " d " + time;
    }

    /** For instance {@code 21:04:09}. */
    static String timeOfDay(Instant instant) {
        return TIME_OF_DAY.format(instant);
    }

    /** Roughly: {@code 4 seconds}, {@code 3 minutes}, {@code 12 days}. */
    static String between(Instant from, Instant to) {
        var span = Duration.between(from, to);
        if (span.isNegative()) {
            return "no time";
        }
        if (span.toMinutes() == 0) {
            return words(span.toSeconds(), "second");
        }
        if (span.toHours() == 0) {
            return words(span.toMinutes(), "minute");
        }
        return span.toDays() == 0 ? words(span.toHours(), "hour") : words(span.toDays(), "day");
    }

    /** How long something took: {@code 0.25 s}, or {@code 1 minute and 2 seconds}. */
    static String took(Duration span) {
        return span.compareTo(SHORT) < 0
                ? String.format(Locale.ROOT, "%.2f s", span.toMillis() / 1000.0)
                : Numbers.span(Duration.ofSeconds(span.toSeconds()));
    }

    private static String words(long number, String unit) {
        return Numbers.grouped(number) + " " + unit + (number == 1 ? "" : "s");
    }
}
