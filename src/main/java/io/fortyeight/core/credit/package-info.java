/**
 * Which views are credited to which share link, and who brought whom: a function of the ledger and of the links.
 *
 * <p>Owns the rules of credit, the share tree in memory and its sums. Pure like {@code counting}: no clock, no
 * database, no framework. {@code docs/sharing.md} explains the rules.
 */
@NullMarked
package io.fortyeight.core.credit;

import org.jspecify.annotations.NullMarked;
