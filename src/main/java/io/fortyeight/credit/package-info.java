/**
 * Which views are credited to which share link, and who brought whom: as a function of the ledger and of the links.
 *
 * <p>Owns the rules of credit, the share tree's memory and its sums. Pure like {@code counting}: no clock, no database, no
 * framework; {@code docs/sharing.md} says the rules in prose.
 */
@NullMarked
package io.fortyeight.credit;

import org.jspecify.annotations.NullMarked;
