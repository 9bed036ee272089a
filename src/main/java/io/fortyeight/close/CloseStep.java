package io.fortyeight.close;

import java.util.Locale;

/** The steps of a close, in order; see section 4 of the design. */
public enum CloseStep {
    /** Everything that was stamped before the end is in the ledger, imports too. */
    DRAIN,
    /** The ledger is replayed through the rules card. */
    RECOUNT,
    /** Ledger and tally say the same, without a gap, by the card that was pinned. */
    COMPARE,
    /** The result is written. */
    CERTIFY,
    /** The time to announce it has come. */
    ANNOUNCE;

    private final String jsonName = name().toLowerCase(Locale.ROOT);

    /** The name in JSON and in the database: lower case. */
    public String jsonName() {
        return jsonName;
    }

    static CloseStep ofJsonName(String jsonName) {
        return valueOf(jsonName.toUpperCase(Locale.ROOT));
    }
}
