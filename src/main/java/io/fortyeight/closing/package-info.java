/**
 * The close: drain, recount, compare, certify, announce; and the certified result.
 *
 * <p>Owns the order of these steps and when they are due. Knows the ledger's recount and the contests' life cycle; nobody
 * knows it.
 */
@NullMarked
package io.fortyeight.closing;

import org.jspecify.annotations.NullMarked;
