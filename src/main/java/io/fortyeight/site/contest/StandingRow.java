package io.fortyeight.site.contest;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.standings.Sparklines;
import io.fortyeight.standings.result.CertifiedResult;
import io.fortyeight.standings.result.Leaderboard;
import io.fortyeight.web.page.PageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row of the standings.
 *
 * @param line the campaign's place and numbers
 * @param pageUrl empty for a campaign that entered a moment ago
 * @param share of the leader's score, in per cent
 * @param gap to the next place: above, or for the leader below
 * @param aside said of a campaign that does not compete; null of all others
 * @param sparkline counted pings by step, separated by commas; empty when there is no line to draw
 */
record StandingRow(
        Leaderboard.Line line,
        String pageUrl,
        String share,
        String gap,
        String sparkline,
        @Nullable String aside) {

    static List<StandingRow> of(
            ContestDetails contest,
            List<Leaderboard.Line> lines,
            Sparklines sparklines,
            boolean isOver,
            PageText<PageMessages> speech) {
        var messages = speech.messages();
        var rows = new ArrayList<StandingRow>(lines.size());
        var most = lines.isEmpty() ? 0 : lines.get(0).score();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var campaign = contest.campaign(line.campaign());
            var isAside = campaign.isPresent() && !campaign.get().competes();
            rows.add(new StandingRow(
                    line,
                    campaign.map(known -> known.pageUrl().toString()).orElse(""),
                    most == 0 ? "0" : String.format(Locale.ROOT, "%.1f", 100.0 * line.score() / most),
                    gap(lines, i, speech),
                    sparklines.of(line.campaign()),
                    isAside ? isOver ? messages.didNotCompete() : messages.notCompeting() : null));
        }
        return rows;
    }

    private static String gap(List<Leaderboard.Line> lines, int index, PageText<PageMessages> speech) {
        var messages = speech.messages();
        if (lines.size() < 2) {
            return "–";
        }
        var here = lines.get(index).score();
        if (index == 0) {
            var lead = here - lines.get(1).score();
            return lead == 0 ? messages.level() : messages.ahead(speech.number(lead));
        }
        var behind = lines.get(index - 1).score() - here;
        return behind == 0 ? messages.level() : messages.behind(speech.number(behind));
    }

    /** What to say when pings that were turned away might have changed who won; null otherwise. */
    static @Nullable String doubt(CertifiedResult certificate, PageText<PageMessages> speech) {
        return certificate.turnedAway() > certificate.margin()
                ? speech.messages()
                        .turnedAwayMattersText(
                                speech.number(certificate.turnedAway()), speech.number(certificate.margin()))
                : null;
    }
}
