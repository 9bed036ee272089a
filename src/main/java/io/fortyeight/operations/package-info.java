/**
 * What the people who watch over the close look at: health of the close, its metrics, the clock.
 *
 * <p>Only looks: nothing here changes a contest, and nobody knows it. What a feature alone can tell of itself, its own
 * package measures.
 */
@NullMarked
package io.fortyeight.operations;

import org.jspecify.annotations.NullMarked;
