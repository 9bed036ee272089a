/**
 * Reads the ledger as fast as a recount needs it, and gives way to live pings.
 *
 * <p>Changes nothing.
 */
@NullMarked
package io.fortyeight.ledger.replay;

import org.jspecify.annotations.NullMarked;
