/**
 * The audit log: every request that may change something, with who, when and how it ended.
 *
 * <p>Records each request before any feature handles it, and knows none of them. Pings are not actions; they are in the
 * ledger.
 */
@NullMarked
package io.fortyeight.account.audit;

import org.jspecify.annotations.NullMarked;
