/**
 * Standings and the certified result, as records and as JSON: one form for whoever writes a result and for all that show it.
 *
 * <p>Reads no counts, and must not know how a close goes.
 */
@NullMarked
package io.fortyeight.standings.result;

import org.jspecify.annotations.NullMarked;
