/**
 * Rehearsals: a contest's set-up, copied with a short window, and played by a made-up crowd through the public endpoints
 * until the ordinary close has announced it.
 *
 * <p>Owns the copy's set-up, the run and its report. It reads the contest that is rehearsed and writes nothing to it.
 */
@NullMarked
package io.fortyeight.rehearsal;

import org.jspecify.annotations.NullMarked;
