/**
 * Share links: their codes, and who made which.
 *
 * <p>Knows nothing of what a link brought.
 */
@NullMarked
package io.fortyeight.ledger.link;

import org.jspecify.annotations.NullMarked;
