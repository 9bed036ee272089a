package io.fortyeight.ingest;

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

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The name in requests and in the database: lower case. */
    public String wire() {
        return wire;
    }

    public static Optional<ImportFormat> ofWire(String wire) {
        return Arrays.stream(values())
                .filter(format -> format.wire.equals(wire))
                .findFirst();
    }
}
