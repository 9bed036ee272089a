package io.fortyeight.site.contest;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.directory.Publication;
import io.fortyeight.contest.directory.Visibility;
import io.fortyeight.standings.Sparklines;
import io.fortyeight.standings.result.CertifiedResult;
import io.fortyeight.standings.result.Leaderboard;
import io.fortyeight.web.page.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contest's page, ready to be written.
 *
 * @param state lower case
 * @param description of the page, in a sentence
 * @param now the server's time, by which the page's script sets its countdown
 * @param heldReason as far as it may be told
 * @param hides the beginning of the blackout, until the result is shown; null without one
 * @param hidden null when nothing is hidden now
 * @param countdown null when nothing is waited for
 * @param certificate null until it is shown
 * @param doubt null unless what was turned away might have changed who won
 * @param certifiedAt null until the certificate is shown
 */
record ContestView(
        String slug,
        String name,
        String state,
        String stateTitle,
        String description,
        String zone,
        @Nullable String heldReason,
        boolean past,
        boolean isRehearsal,
        Moment now,
        Moment opens,
        Moment closes,
        @Nullable Moment announces,
        String length,
        @Nullable Moment hides,
        @Nullable String blackout,
        boolean isHeldBack,
        @Nullable Hidden hidden,
        @Nullable Countdown countdown,
        List<StandingRow> rows,
        boolean requiresTrust,
        boolean isFinal,
        List<RulesInWords.Rule> rules,
        String preset,
        @Nullable CertifiedResult certificate,
        @Nullable Moment certifiedAt,
        @Nullable String doubt) {

    /**
     * What is hidden now.
     *
     * @param until null when it hangs on the certification alone
     */
    record Hidden(Moment since, @Nullable Moment until) {

        static @Nullable Hidden of(ContestDetails contest, Leaderboard leaderboard, PageText speech) {
            var since = leaderboard.hiddenSince();
            return since == null
                    ? null
                    : new Hidden(
                            speech.moment(since, contest.zone()),
                            speech.momentOrNull(leaderboard.hiddenUntil(), contest.zone()));
        }
    }

    static ContestView of(
            ContestDetails contest,
            Leaderboard leaderboard,
            @Nullable CertifiedResult certificate,
            Sparklines sparklines,
            Instant now,
            PageText speech) {
        var visibility = Visibility.of(contest, now);
        var zone = contest.zone();
        var blackout = contest.blackout();
        var state = contest.stateAt(now);
        var window = contest.window();
        return new ContestView(
                contest.slug(),
                contest.name(),
                state.jsonName(),
                speech.state(state),
                speech.messages().describeLeaderboard(contest.name(), speech.state(state)),
                zone.getId(),
                visibility.heldReason(),
                contest.past(),
                contest.isRehearsal(),
                speech.moment(now, zone),
                speech.moment(window.opensAt(), zone),
                speech.moment(window.closesAt(), zone),
                speech.momentOrNull(contest.announcesAt(), zone),
                speech.span(Duration.between(window.opensAt(), window.closesAt())),
                blackout == null ? null : speech.momentOrNull(visibility.hidesFrom(), zone),
                blackout == null ? null : speech.span(blackout),
                contest.publishes() == Publication.ANNOUNCED,
                Hidden.of(contest, leaderboard, speech),
                Countdown.of(contest, state, now, speech),
                StandingRow.of(
                        contest,
                        leaderboard.standings(),
                        sparklines,
                        state != ContestState.SCHEDULED && state != ContestState.OPEN,
                        speech.messages()),
                contest.requiresTrust(),
                leaderboard.isFinal(),
                RulesInWords.of(contest.rules(), speech),
                contest.rules().preset(),
                certificate,
                certificate == null ? null : speech.moment(certificate.certifiedAt(), zone),
                certificate == null ? null : speech.doubt(certificate));
    }
}
