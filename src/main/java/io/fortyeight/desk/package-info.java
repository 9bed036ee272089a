/**
 * The organizer's desk: pages to make a contest, enter campaigns, see their first pings arrive, watch, recount, import and close.
 *
 * <p>Knows the features whose work it shows and starts, by the same methods that the API calls: no rule is kept here. Counts
 * come from {@code leaderboard.VisibleCounts} only.
 */
@NullMarked
package io.fortyeight.desk;

import org.jspecify.annotations.NullMarked;
