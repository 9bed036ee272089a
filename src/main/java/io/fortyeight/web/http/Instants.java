package io.fortyeight.web.http;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** How instants are written in the API: ISO-8601 in UTC with exactly three decimals. */
public final class Instants {

    private static final int NANOS_PER_MILLI = 1_000_000;

    private Instants() {}

    /** For instance {@code 2013-12-17T05:00:00.000Z}; parts of a millisecond are dropped. */
    public static String text(Instant instant) {
        var time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        // By hand: a formatter takes half a microsecond, and many an answer to a ping names an instant of its own.
        var text = new StringBuilder(24).append(time.toLocalDate());
        append(text.append('T'), time.getHour(), 10);
        append(text.append(':'), time.getMinute(), 10);
        append(text.append(':'), time.getSecond(), 10);
        append(text.append('.'), time.getNano() / NANOS_PER_MILLI, 100);
        return text.append('Z').toString();
    }

    /** Appends a number with leading zeros: as many digits as {@code magnitude} has. */
    private static void append(StringBuilder text, int number, int magnitude) {
        for (var digit = magnitude; digit > 0; digit /= 10) {
            text.append((char) ('0' + number / digit % 10));
        }
    }
}
