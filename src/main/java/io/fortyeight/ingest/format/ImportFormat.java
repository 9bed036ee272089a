package io.fortyeight.ingest.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the lines of an import look like. */
public enum ImportFormat {
    /** A JSON object a line: see {@link NdjsonLine}. */
    NDJSON,
    /** A web server's access log with referer and user agent. */
    COMBINED,
    /** A web server's access log without them. */
    COMMON;

    private final String jsonName = name().toLowerCase(Locale.ROOT);

    /** The name in requests and in the database: lower case. */
    public String jsonName() {
        return jsonName;
    }

    public static Optional<ImportFormat> ofJsonName(String jsonName) {
        return Arrays.stream(values())
                .filter(format -> format.jsonName.equals(jsonName))
                .findFirst();
    }
}
