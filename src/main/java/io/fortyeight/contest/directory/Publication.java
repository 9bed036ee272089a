package io.fortyeight.contest.directory;

import java.util.Locale;

/** From when on a certified result is shown. */
public enum Publication {
    /** At once. */
    CERTIFIED,
    /** Not before the contest's {@code announcesAt}. */
    ANNOUNCED;

    private final String jsonName = name().toLowerCase(Locale.ROOT);

    /** The name in JSON and in the database: lower case. */
    public String jsonName() {
        return jsonName;
    }

    static Publication ofJsonName(String jsonName) {
        return valueOf(jsonName.toUpperCase(Locale.ROOT));
    }
}
