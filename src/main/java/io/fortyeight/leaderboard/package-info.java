/**
 * What the public reads while a contest runs: standings, campaigns, timelines, the ledger itself, and live events.
 *
 * <p>Only reads. Knows the tallies and the ledger's reader, nothing of how pings come in or how a contest closes.
 */
@NullMarked
package io.fortyeight.leaderboard;

import org.jspecify.annotations.NullMarked;
