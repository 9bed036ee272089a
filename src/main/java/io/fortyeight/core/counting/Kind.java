package io.fortyeight.core.counting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a ping reports. */
public enum Kind {
    VIEW,
    SHARE;

    private final String jsonName = name().toLowerCase(Locale.ROOT);

    /** The name in JSON: lower case. */
    public String jsonName() {
        return jsonName;
    }

    /** The kind of that name in JSON, if there is one. */
    public static Optional<Kind> ofJsonName(String jsonName) {
        return Arrays.stream(values())
                .filter(kind -> kind.jsonName.equals(jsonName))
                .findFirst();
    }
}
