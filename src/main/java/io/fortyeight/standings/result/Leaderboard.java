package io.fortyeight.standings.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.core.tally.Standings;
import io.fortyeight.core.tally.Tally;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The standings of a contest at an instant.
 *
 * @param isFinal whether they are those of the certified result
 * @param hiddenSince what was received from then on is hidden for now; null when nothing is
 * @param hiddenUntil when it will be shown at the earliest; null when nothing is hidden, or only until the certification
 */
@JsonInclude(Include.NON_NULL)
public record Leaderboard(
        Instant asOf,
        @JsonProperty("final") boolean isFinal,
        @Nullable Instant hiddenSince,
        @Nullable Instant hiddenUntil,
        List<Line> standings) {

    /**
     * A campaign's standing.
     *
     * @param place from 1; shared when score and time are equal
     * @param campaign its slug
     * @param counted pings of all kinds
     * @param discounted pings of all kinds and reasons
     */
    public record Line(int place, String campaign, String title, long score, long counted, long discounted) {}

    /** Ranks the campaigns of a contest by a tally that was read before {@code contest} was looked up. */
    public static List<Line> rank(ContestDetails contest, Tally tally) {
        return rank(contest, contest.rules().score(), tally);
    }

    /** Ranks the campaigns of a contest as if its pings scored otherwise. */
    public static List<Line> rank(ContestDetails contest, RulesCard.Score score, Tally tally) {
        return Standings.of(tally, score, contest.campaigns().size()).stream()
                .map(standing -> {
                    var campaign = contest.campaigns().get(standing.campaign());
                    return new Line(
                            standing.place(),
                            campaign.slug(),
                            campaign.title(),
                            standing.score(),
                            standing.counted(),
                            standing.discounted());
                })
                .toList();
    }
}
