package io.fortyeight.site.embed;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.site.campaign.ResultStatus;
import io.fortyeight.standings.result.Leaderboard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contest as it is told elsewhere.
 *
 * @param hiddenSince null when nothing is hidden
 */
record ContestSnapshot(
        ContestDetails contest,
        Leaderboard leaderboard,
        ResultStatus stand,
        @Nullable Instant hiddenSince,
        boolean isRehearsal) {

    /** Whether a counted view is worth one and a share nothing, so that the score is a number of views. */
    boolean countsViews() {
        var score = contest.rules().score();
        return score.view() == 1 && score.share() == 0;
    }
}
