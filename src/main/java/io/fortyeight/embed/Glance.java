package io.fortyeight.embed;

import io.fortyeight.campaign.Stand;
import io.fortyeight.contest.ContestDetails;
import io.fortyeight.leaderboard.Leaderboard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contest as it is told elsewhere.
 *
 * @param hiddenSince null when nothing is hidden
 */
record Glance(
        ContestDetails contest,
        Leaderboard leaderboard,
        Stand stand,
        @Nullable Instant hiddenSince,
        boolean isRehearsal) {

    /** Whether a counted view is worth one and a share nothing, so that the score is a number of views. */
    boolean countsViews() {
        var score = contest.rules().score();
        return score.view() == 1 && score.share() == 0;
    }
}
