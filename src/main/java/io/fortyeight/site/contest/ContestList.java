package io.fortyeight.site.contest;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.directory.ContestText;
import io.fortyeight.web.http.Instants;
import io.fortyeight.web.page.Countdown;
import io.fortyeight.web.page.Moment;
import io.fortyeight.web.page.PageText;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
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
     * @param when it opens, or else closes
     * @param countdown null unless its opening or closing is to come
     * @param counted null for contests that don't run, and while it can't be read
     */
    record Entry(
            String slug,
            String name,
            String state,
            String stateTitle,
            Moment when,
            String zone,
            int campaigns,
            @Nullable Countdown countdown,
            @Nullable String counted) {}

    /** @param counted how many pings of a contest are counted so far and may be seen, if that can be read */
    static ContestList of(
            Collection<ContestDetails> contests,
            Function<ContestDetails, OptionalLong> counted,
            Instant now,
            PageText<PageMessages> speech) {
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

    private record Writer(Function<ContestDetails, OptionalLong> counted, Instant now, PageText<PageMessages> speech) {

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
            var window = contest.window();
            return new Entry(
                    contest.slug(),
                    contest.name(),
                    state.jsonName(),
                    ContestText.state(contest, now, speech),
                    speech.moment(isUpcoming ? window.opensAt() : window.closesAt(), contest.zone()),
                    contest.zone().getId(),
                    contest.campaigns().size(),
                    isUpcoming || isRunning ? ContestText.countdown(contest, now, speech) : null,
                    stage == Stage.RUNNING ? counted(contest) : null);
        }

        private @Nullable String counted(ContestDetails contest) {
            var number = counted.apply(contest);
            return number.isPresent() ? speech.number(number.getAsLong()) : null;
        }
    }
}
