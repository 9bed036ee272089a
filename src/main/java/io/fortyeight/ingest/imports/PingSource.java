package io.fortyeight.ingest.imports;

import io.fortyeight.ingest.format.ImportedPing;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Gives imported pings one after the other. */
interface PingSource {

    /** The next one, or null when there is none left. */
    @Nullable
    ImportedPing next() throws IOException;
}
