package io.fortyeight.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How instants are written in the API: ISO-8601 in UTC with exactly three decimals. */
public final class Instants {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Instants() {}

    /** For instance {@code 2013-12-17T05:00:00.000Z}; parts of a millisecond are dropped. */
    public static String text(Instant instant) {
        return FORMAT.format(instant);
    }
}
