/**
 * Checks whether the links on trust cards work.
 *
 * <p>Knows nothing of what is behind a link.
 */
@NullMarked
package io.fortyeight.contest.linkcheck;

import org.jspecify.annotations.NullMarked;
