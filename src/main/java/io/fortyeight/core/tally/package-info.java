/**
 * Sums by campaign, kind and verdict, and the standings that follow from them.
 *
 * <p>Owns tallies, scores and ties. Knows the verdicts of {@code counting}; neither where pings come from nor where
 * sums are kept.
 */
@NullMarked
package io.fortyeight.core.tally;

import org.jspecify.annotations.NullMarked;
