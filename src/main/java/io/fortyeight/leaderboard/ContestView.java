package io.fortyeight.leaderboard;

import io.fortyeight.contest.ContestDetails;
import io.fortyeight.contest.ContestState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contest's page, ready to be written.
 *
 * @param state lower case
 * @param now the server's time, by which the page's script sets its countdown
 * @param countdown null when nothing is waited for
 * @param certificate null until certified
 * @param certifiedAt null until certified
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
        @Nullable Countdown countdown,
        List<StandingRow> rows,
        boolean isFinal,
        List<String> rules,
        String preset,
        String rulesHash,
        @Nullable Certificate certificate,
        @Nullable Moment certifiedAt) {

    static ContestView of(
            ContestDetails contest, Leaderboard leaderboard, @Nullable Certificate certificate, Instant now) {
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
                contest.heldReason(),
                contest.past(),
                contest.isRehearsal(),
                Moment.of(now, contest.zone()),
                opens,
                closes,
                announcesAt == null ? null : Moment.of(announcesAt, contest.zone()),
                Numbers.span(Duration.between(window.opensAt(), window.closesAt())),
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
