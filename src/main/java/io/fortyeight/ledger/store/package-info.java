/**
 * How entries are stored: codes, columns, the one statement that writes a batch, and the writer's session and stamp.
 *
 * <p>Knows nothing of HTTP.
 */
@NullMarked
package io.fortyeight.ledger.store;

import org.jspecify.annotations.NullMarked;
