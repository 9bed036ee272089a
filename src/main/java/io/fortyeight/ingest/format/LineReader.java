package io.fortyeight.ingest.format;

import org.jspecify.annotations.Nullable;

/** Makes pings of an import's lines: one for each format. */
public interface LineReader {

    /** The ping that the line tells of, with the line's number for an index; null if it tells of none. */
    @Nullable
    ImportedPing read(Lines line) throws MalformedLineException;
}
