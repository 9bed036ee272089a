package io.fortyeight.site.script;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.standings.result.Leaderboard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign's own page may show of it while it runs.
 *
 * @param count its score
 * @param of how many campaigns compete
 * @param hiddenSince as of when count and place are; null when nothing is hidden
 */
@JsonInclude(Include.NON_NULL)
record LiveNumbers(
        String title,
        long count,
        int place,
        int of,
        @JsonProperty("final") boolean isFinal,
        @Nullable Instant hiddenSince,
        String state,
        Instant opensAt,
        Instant closesAt,
        Instant serverTime) {

    static LiveNumbers of(ContestDetails contest, CampaignDetails campaign, Leaderboard leaderboard, Instant now) {
        var standings = leaderboard.standings();
        // One that entered a moment ago is not in the standings yet.
        var line = standings.stream()
                .filter(each -> each.campaign().equals(campaign.slug()))
                .findFirst()
                .orElse(new Leaderboard.Line(standings.size() + 1, campaign.slug(), campaign.title(), 0, 0, 0));
        return new LiveNumbers(
                campaign.title(),
                line.score(),
                line.place(),
                contest.campaigns().size(),
                leaderboard.isFinal(),
                leaderboard.hiddenSince(),
                contest.stateAt(now).jsonName(),
                contest.window().opensAt(),
                contest.window().closesAt(),
                now);
    }
}
