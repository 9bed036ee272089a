/**
 * Sums by campaign, kind and verdict, and the standings that follow from them.
 *
 * <p>Owns tallies, scores and ties. Knows only what {@code counting} says a verdict is: neither where pings come from nor
 * where sums are kept.
 */
@NullMarked
package io.fortyeight.tally;

import org.jspecify.annotations.NullMarked;
