/**
 * Counts as far as they may be seen: leaderboard, timelines, the public ledger and exports.
 *
 * <p>Only reads. Knows nothing of how pings come in or how a contest closes.
 */
@NullMarked
package io.fortyeight.standings;

import org.jspecify.annotations.NullMarked;
