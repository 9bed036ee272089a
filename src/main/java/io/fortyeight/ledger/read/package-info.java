/**
 * Reads entries and tallies, by ranges, each in a short transaction.
 *
 * <p>Changes nothing. What may be shown is decided in {@code standings}.
 */
@NullMarked
package io.fortyeight.ledger.read;

import org.jspecify.annotations.NullMarked;
