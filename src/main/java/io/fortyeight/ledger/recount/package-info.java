/**
 * Judges the whole ledger again and compares it with the tally and the credit.
 *
 * <p>Changes nothing.
 */
@NullMarked
package io.fortyeight.ledger.recount;

import org.jspecify.annotations.NullMarked;
