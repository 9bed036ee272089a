package io.fortyeight.leaderboard;

import io.fortyeight.contest.ContestDetails;
import io.fortyeight.contest.ContestState;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The contests for the front page: what runs, what comes, what was. Rehearsals and groups without contests are left out.
 */
record ContestList(List<Group> groups) {

    /** Contests under one heading. */
    record Group(String title, List<Entry> entries) {}

    /**
     * A contest in the list.
     *
     * @param verb what {@code when} is: {@code Closes} or the like
     */
    record Entry(
            String slug,
            String name,
            String state,
            String stateTitle,
            String verb,
            Moment when,
            String zone,
            int campaigns) {}

    static ContestList of(Collection<ContestDetails> contests, Instant now) {
        Comparator<ContestDetails> byOpening =
                Comparator.comparing(contest -> contest.window().opensAt());
        Comparator<ContestDetails> byClosing =
                Comparator.comparing(contest -> contest.window().closesAt());
        return new ContestList(List.of(
                        group("Open now", contests, Stage.RUNNING, byClosing, now),
                        group("Upcoming", contests, Stage.UPCOMING, byOpening, now),
                        group("Past", contests, Stage.PAST, byClosing.reversed(), now))
                .stream()
                .filter(group -> !group.entries().isEmpty())
                .toList());
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

    private static Group group(
            String title,
            Collection<ContestDetails> contests,
            Stage stage,
            Comparator<ContestDetails> order,
            Instant now) {
        return new Group(
                title,
                contests.stream()
                        .filter(contest -> !contest.isRehearsal())
                        .filter(contest -> Stage.of(contest, contest.stateAt(now)) == stage)
                        .sorted(order)
                        .map(contest -> entry(contest, now))
                        .toList());
    }

    private static Entry entry(ContestDetails contest, Instant now) {
        var state = contest.stateAt(now);
        var isUpcoming = state == ContestState.SCHEDULED;
        var isRunning = state == ContestState.OPEN && !contest.past();
        return new Entry(
                contest.slug(),
                contest.name(),
                state.wire(),
                contest.past() && state == ContestState.OPEN ? "Past, not closed yet" : ContestView.title(state),
                isUpcoming ? "Opens" : isRunning ? "Closes" : "Closed",
                Moment.of(
                        isUpcoming
                                ? contest.window().opensAt()
                                : contest.window().closesAt(),
                        contest.zone()),
                contest.zone().getId(),
                contest.campaigns().size());
    }
}
