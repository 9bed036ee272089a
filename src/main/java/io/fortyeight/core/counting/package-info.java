/**
 * The counting rules as a pure function: rules card, histories and ping give the verdict.
 *
 * <p>Owns pings, the voting window, the rules card, the histories that the rules look at, verdicts and reasons. Knows
 * nothing of clocks, databases or frameworks: time comes in as data, in whole epoch milliseconds.
 */
@NullMarked
package io.fortyeight.core.counting;

import org.jspecify.annotations.NullMarked;
