/**
 * Live events: one build for all readers of a contest.
 *
 * <p>Only reads.
 */
@NullMarked
package io.fortyeight.standings.live;

import org.jspecify.annotations.NullMarked;
