/**
 * The one writer: queue, judge, group commit, and what the judge remembers.
 *
 * <p>Owns the order of pings and their commit together with the tally. Knows nothing of HTTP: pings come in through
 * {@link PingQueue}.
 */
@NullMarked
package io.fortyeight.ledger.writer;

import org.jspecify.annotations.NullMarked;
