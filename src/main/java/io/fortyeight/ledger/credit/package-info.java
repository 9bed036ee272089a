/**
 * Gives credit to share links, a moment behind the ledger.
 *
 * <p>Nothing waits for it but the close. The rules of credit are in {@code core.credit}.
 */
@NullMarked
package io.fortyeight.ledger.credit;

import org.jspecify.annotations.NullMarked;
