package io.fortyeight.leaderboard;

import io.fortyeight.contest.ContestDetails;
import io.fortyeight.contest.ContestState;
import io.fortyeight.contest.Publication;
import io.fortyeight.contest.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contest's page, ready to be written.
 *
 * @param state lower case
 * @param now the server's time, by which the page's script sets its countdown
 * @param heldReason as far as it may be told
 * @param hides the beginning of the blackout, until the result is shown; null without one
 * @param hidden null when nothing is hidden now
 * @param countdown null when nothing is waited for
 * @param certificate null until it is shown
 * @param certifiedAt null until the certificate is shown
 */
record ContestView(
        String slug,
        String name,
        String state,
        String stateTitle,
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
        boolean isFinal,
        List<String> rules,
        String preset,
        String rulesHash,
        @Nullable Certificate certificate,
        @Nullable Moment certifiedAt) {

    /**
     * What is hidden now.
     *
     * @param until null when it hangs on the certification alone
     */
    record Hidden(Moment since, @Nullable Moment until) {

        static @Nullable Hidden of(ContestDetails contest, Leaderboard leaderboard) {
            var since = leaderboard.hiddenSince();
            var until = leaderboard.hiddenUntil();
            return since == null
                    ? null
                    : new Hidden(
                            Moment.of(since, contest.zone()), until == null ? null : Moment.of(until, contest.zone()));
        }
    }

    static ContestView of(
            ContestDetails contest, Leaderboard leaderboard, @Nullable Certificate certificate, Instant now) {
        var visibility = Visibility.of(contest, now);
        var blackout = contest.blackout();
        var hides = blackout == null ? null : visibility.hidesFrom();
        var state = contest.stateAt(now);
        var window = contest.window();
        var opens = Moment.of(window.opensAt(), contest.zone());
        var closes = Moment.of(window.closesAt(), contest.zone());
        var announcesAt = contest.announcesAt();
        return new ContestView(
                contest.slug(),
                contest.name(),
                state.wire(),
                title(state),
                contest.zone().getId(),
                visibility.heldReason(),
                contest.past(),
                contest.isRehearsal(),
                Moment.of(now, contest.zone()),
                opens,
                closes,
                announcesAt == null ? null : Moment.of(announcesAt, contest.zone()),
                Numbers.span(Duration.between(window.opensAt(), window.closesAt())),
                hides == null ? null : Moment.of(hides, contest.zone()),
                blackout == null ? null : Numbers.span(blackout),
                contest.publishes() == Publication.ANNOUNCED,
                Hidden.of(contest, leaderboard),
                countdown(contest, state, opens, closes, now),
                StandingRow.of(contest, leaderboard.standings()),
                leaderboard.isFinal(),
                RulesInWords.of(contest.rules()),
                contest.rules().preset(),
                contest.rulesHash(),
                certificate,
                certificate == null ? null : Moment.of(certificate.certifiedAt(), contest.zone()));
    }

    private static @Nullable Countdown countdown(
            ContestDetails contest, ContestState state, Moment opens, Moment closes, Instant now) {
        return switch (state) {
            case SCHEDULED -> Countdown.of("Opens in", opens, contest.window().opensAt(), now);
            case OPEN ->
                contest.past()
                        ? null
                        : Countdown.of("Closes in", closes, contest.window().closesAt(), now);
            case CERTIFIED ->
                contest.announcesAt() == null
                        ? null
                        : Countdown.of(
                                "Winners are announced in",
                                Moment.of(contest.announcesAt(), contest.zone()),
                                contest.announcesAt(),
                                now);
            default -> null;
        };
    }

    static String title(ContestState state) {
        return switch (state) {
            case SCHEDULED -> "Not open yet";
            case OPEN -> "Open";
            case CLOSING -> "Closed, being checked";
            case HELD -> "Held";
            case CERTIFIED -> "Certified";
            case ANNOUNCED -> "Announced";
        };
    }
}
