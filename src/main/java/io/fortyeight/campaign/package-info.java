/**
 * A campaign's own page: its place, what was counted and what not and why, over time and by platform.
 *
 * <p>Only reads, and no more than {@code leaderboard} lets be seen. Knows nothing of how it is embedded elsewhere.
 */
@NullMarked
package io.fortyeight.campaign;

import org.jspecify.annotations.NullMarked;
