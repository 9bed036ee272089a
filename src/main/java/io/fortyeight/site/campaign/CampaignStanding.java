package io.fortyeight.site.campaign;

import io.fortyeight.standings.result.Leaderboard;
import io.fortyeight.web.page.PageText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a campaign is among the others.
 *
 * @param line its own
 * @param next who is one place above, for the leader one below; null when it is alone
 */
public record CampaignStanding(Leaderboard.Line line, Leaderboard.@Nullable Line next, int campaigns) {

    /** Empty when the campaign is not among them: it entered a moment ago, or after the result. */
    public static Optional<CampaignStanding> of(List<Leaderboard.Line> lines, String campaign) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).campaign().equals(campaign)) {
                var next = lines.size() == 1 ? null : lines.get(i == 0 ? 1 : i - 1);
                return Optional.of(new CampaignStanding(lines.get(i), next, lines.size()));
            }
        }
        return Optional.empty();
    }

    /** How far ahead of {@link #next}, or behind it when negative. */
    public long lead() {
        return next == null ? 0 : line.score() - next.score();
    }

    public String gap(PageText<CampaignMessages> words) {
        if (next == null) {
            return words.messages().alone();
        }
        if (lead() == 0) {
            return words.messages().level(next.title());
        }
        return lead() > 0
                ? words.messages().ahead(words.number(lead()), next.title())
                : words.messages().behind(words.number(-lead()), next.title());
    }
}
