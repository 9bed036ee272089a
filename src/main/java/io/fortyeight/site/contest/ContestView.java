package io.fortyeight.site.contest;

import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.directory.ContestSummary;
import io.fortyeight.standings.Sparklines;
import io.fortyeight.standings.result.CertifiedResult;
import io.fortyeight.standings.result.Leaderboard;
import io.fortyeight.web.page.Moment;
import io.fortyeight.web.page.PageText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a contest's page shows beside the contest itself.
 *
 * @param hidden null when nothing is hidden
 * @param certificate null until it is shown
 * @param doubt null unless what was turned away might have changed who won
 */
record ContestView(
        @Nullable Hidden hidden,
        List<StandingRow> rows,
        boolean isFinal,
        List<RulesInWords.Rule> rules,
        @Nullable CertifiedResult certificate,
        @Nullable String doubt) {

    /**
     * What these standings leave out.
     *
     * @param until null when the certification alone decides it
     */
    record Hidden(Moment since, @Nullable Moment until) {

        static @Nullable Hidden of(ContestSummary contest, Leaderboard leaderboard) {
            var since = leaderboard.hiddenSince();
            return since == null
                    ? null
                    : new Hidden(
                            contest.text().moment(since, contest.zoneId()),
                            contest.text().momentOrNull(leaderboard.hiddenUntil(), contest.zoneId()));
        }
    }

    static ContestView of(
            ContestSummary contest,
            Leaderboard leaderboard,
            @Nullable CertifiedResult certificate,
            Sparklines sparklines,
            PageText<PageMessages> text) {
        var details = contest.details();
        var state = details.stateAt(contest.at());
        var isOver = state != ContestState.SCHEDULED && state != ContestState.OPEN;
        return new ContestView(
                Hidden.of(contest, leaderboard),
                StandingRow.of(details, leaderboard.standings(), sparklines, isOver, text),
                leaderboard.isFinal(),
                RulesInWords.of(details.rules(), text),
                certificate,
                certificate == null ? null : StandingRow.doubt(certificate, text));
    }
}
