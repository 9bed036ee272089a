package io.fortyeight.leaderboard;

import io.fortyeight.contest.ContestDetails;
import io.fortyeight.contest.ContestState;
import io.fortyeight.web.Instants;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The contests for the front page: what runs, what comes, what was. Rehearsals and groups without contests are left out.
 *
 * @param now the server's time, by which the page's script sets its countdowns
 */
record ContestList(String now, List<Group> groups) {

    /** Contests under one heading. */
    record Group(String title, List<Entry> entries) {}

    /**
     * A contest in the list.
     *
     * @param verb what {@code when} is: {@code Closes} or the like
     * @param countdown null when nothing is waited for
     * @param counted null for contests that don't run
     */
    record Entry(
            String slug,
            String name,
            String state,
            String stateTitle,
            String verb,
            Moment when,
            String zone,
            int campaigns,
            @Nullable Countdown countdown,
            @Nullable String counted) {}

    /** @param counted how many pings of a contest are counted so far and may be seen */
    static ContestList of(
            Collection<ContestDetails> contests, ToLongFunction<ContestDetails> counted, Instant now, Speech speech) {
        return new ContestList(Instants.text(now), new Writer(counted, now, speech).groups(contests));
    }

    private enum Stage {
        RUNNING,
        UPCOMING,
        PAST;

        /** A contest that was made for imports is past from the start; one that is being closed is not yet. */
        static Stage of(ContestDetails contest, ContestState state) {
            return switch (state) {
                case SCHEDULED -> UPCOMING;
                case OPEN, CLOSING, HELD -> contest.past() ? PAST : RUNNING;
                case CERTIFIED, ANNOUNCED -> PAST;
            };
        }
    }

    private record Writer(ToLongFunction<ContestDetails> counted, Instant now, Speech speech) {

        List<Group> groups(Collection<ContestDetails> contests) {
            Comparator<ContestDetails> byOpening =
                    Comparator.comparing(contest -> contest.window().opensAt());
            Comparator<ContestDetails> byClosing =
                    Comparator.comparing(contest -> contest.window().closesAt());
            var messages = speech.messages();
            return Stream.of(
                            group(messages.openNow(), contests, Stage.RUNNING, byClosing),
                            group(messages.upcoming(), contests, Stage.UPCOMING, byOpening),
                            group(messages.past(), contests, Stage.PAST, byClosing.reversed()))
                    .filter(group -> !group.entries().isEmpty())
                    .toList();
        }

        private Group group(
                String title, Collection<ContestDetails> contests, Stage stage, Comparator<ContestDetails> order) {
            return new Group(
                    title,
                    contests.stream()
                            .filter(contest -> !contest.isRehearsal())
                            .filter(contest -> Stage.of(contest, contest.stateAt(now)) == stage)
                            .sorted(order)
                            .map(contest -> entry(contest, stage))
                            .toList());
        }

        private Entry entry(ContestDetails contest, Stage stage) {
            var state = contest.stateAt(now);
            var isUpcoming = state == ContestState.SCHEDULED;
            var isRunning = state == ContestState.OPEN && !contest.past();
            var messages = speech.messages();
            var window = contest.window();
            return new Entry(
                    contest.slug(),
                    contest.name(),
                    state.wire(),
                    contest.past() && state == ContestState.OPEN ? messages.statePast() : speech.state(state),
                    isUpcoming ? messages.opens() : isRunning ? messages.closes() : messages.closed(),
                    speech.moment(isUpcoming ? window.opensAt() : window.closesAt(), contest.zone()),
                    contest.zone().getId(),
                    contest.campaigns().size(),
                    isUpcoming || isRunning ? Countdown.of(contest, state, now, speech) : null,
                    stage == Stage.RUNNING ? Numbers.grouped(counted.applyAsLong(contest)) : null);
        }
    }
}
