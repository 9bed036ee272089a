package io.fortyeight.counting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a ping reports. */
public enum Kind {
    VIEW,
    SHARE;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The name in JSON: lower case. */
    public String wire() {
        return wire;
    }

    /** The kind of that name in JSON, if there is one. */
    public static Optional<Kind> ofWire(String wire) {
        return Arrays.stream(values()).filter(kind -> kind.wire.equals(wire)).findFirst();
    }
}
