/**
 * Imports: sorts a file's pings by time, judges them as a partition of their own, and appends them to the ledger, whole
 * or not at all.
 *
 * <p>Uses the rules of {@code core.counting} and the statement of {@code ledger.store}.
 */
@NullMarked
package io.fortyeight.ingest.imports;

import org.jspecify.annotations.NullMarked;
