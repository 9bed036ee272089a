package io.fortyeight.contest.directory;

import java.util.Locale;

/** Where a contest is in its life. */
public enum ContestState {
    SCHEDULED,
    OPEN,
    CLOSING,
    /** Ledger and tally disagree: the close waits for an operator. */
    HELD,
    CERTIFIED,
    ANNOUNCED;

    private final String jsonName = name().toLowerCase(Locale.ROOT);

    /** The name in JSON and in the database: lower case. */
    public String jsonName() {
        return jsonName;
    }

    public static ContestState ofJsonName(String jsonName) {
        return valueOf(jsonName.toUpperCase(Locale.ROOT));
    }

    /** Whether there is a certified result. */
    public boolean isFinal() {
        return this == CERTIFIED || this == ANNOUNCED;
    }
}
