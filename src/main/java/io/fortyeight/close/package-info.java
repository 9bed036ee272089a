/**
 * The close: drain, recount, compare, certify, announce.
 *
 * <p>Owns the order of these steps and when each is due. Knows the ledger's recount and the life cycle of contests.
 */
@NullMarked
package io.fortyeight.close;

import org.jspecify.annotations.NullMarked;
