/**
 * What people and programs with a role did: every request that may change something, with who, when and how it ended.
 *
 * <p>Knows no feature that is recorded: it stands before all of them. Pings are nobody's actions and are in the ledger.
 */
@NullMarked
package io.fortyeight.audit;

import org.jspecify.annotations.NullMarked;
