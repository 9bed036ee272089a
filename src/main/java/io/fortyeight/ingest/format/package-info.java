/**
 * Reads the lines of organizers' files: NDJSON and access logs, gzipped or not.
 *
 * <p>Knows nothing of what is done with them.
 */
@NullMarked
package io.fortyeight.ingest.format;

import org.jspecify.annotations.NullMarked;
