/**
 * The ledger: the ordered, append-only record of every accepted ping and its verdict, and the judge that writes it.
 *
 * <p>Owns the order of pings, their commit together with the tally, the writer's lease, and the recount. Knows nothing of
 * HTTP: pings come in through {@link io.fortyeight.ledger.PingQueue}, whoever took them.
 */
@NullMarked
package io.fortyeight.ledger;

import org.jspecify.annotations.NullMarked;
