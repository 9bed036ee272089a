package io.fortyeight.contest.linkcheck;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What is known of a link. {@code UNCHECKED} as well when its site lets no program look. */
public enum LinkState {
    @JsonProperty("unchecked")
    UNCHECKED,
    @JsonProperty("works")
    WORKS,
    @JsonProperty("broken")
    BROKEN;

    /** One failure may be the site's bad minute; a link is called broken in public by the second in a row. */
    static final int FAILURES_OF_A_BROKEN_ONE = 2;

    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LinkState ofJsonName(String jsonName) {
        return valueOf(jsonName.toUpperCase(Locale.ROOT));
    }
}
