package io.fortyeight.core.counting;

import java.util.Locale;

/** Why a ping is discounted; the order is that of the rules. */
public enum Reason {
    EARLY,
    LATE,
    ROBOT,
    FROZEN,
    REPEAT,
    CAPPED,
    CROWDED;

    private final String jsonName = name().toLowerCase(Locale.ROOT);

    /** The name in JSON: lower case. */
    public String jsonName() {
        return jsonName;
    }
}
