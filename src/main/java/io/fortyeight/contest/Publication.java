package io.fortyeight.contest;

import java.util.Locale;

/** From when on a certified result is shown. */
public enum Publication {
    /** At once. */
    CERTIFIED,
    /** Not before the contest's {@code announcesAt}. */
    ANNOUNCED;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The name in JSON and in the database: lower case. */
    public String wire() {
        return wire;
    }

    static Publication ofWire(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
