/**
 * Rehearsals: a copy of a contest with a short window, played by a made-up crowd through the public endpoints until the
 * ordinary close has announced it.
 *
 * <p>Owns the copy, the run and its report. Reads the original contest and writes nothing to it.
 */
@NullMarked
package io.fortyeight.close.rehearsal;

import org.jspecify.annotations.NullMarked;
