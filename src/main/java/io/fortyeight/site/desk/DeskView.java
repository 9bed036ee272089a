package io.fortyeight.site.desk;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.directory.ContestText;
import io.fortyeight.core.tally.TallyRow;
import io.fortyeight.web.page.Moment;
import io.fortyeight.web.page.PageText;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The organizer's contests: what runs first, then what comes, then what was. */
record DeskView(List<Entry> entries) {

    /**
     * A contest.
     *
     * @param stateTitle in words
     * @param left how long until it opens or closes; null when it does neither
     * @param latest when its last ping came that may be told of; null when there is none, or it is over
     * @param attention keys of the messages that say what is left to do
     */
    record Entry(
            String slug,
            String name,
            String state,
            String stateTitle,
            boolean isUpcoming,
            Moment when,
            @Nullable String left,
            int campaigns,
            @Nullable Moment latest,
            List<String> attention) {}

    /** What is asked of the ledger about a contest that runs. */
    interface Pings {

        /** The rows of the tally that may be seen. */
        List<TallyRow> of(ContestDetails contest);
    }

    static DeskView of(List<ContestDetails> contests, Pings pings, Instant now, PageText<DeskMessages> words) {
        return new DeskView(contests.stream()
                .filter(contest -> !contest.isRehearsal())
                .sorted(Comparator.<ContestDetails>comparingInt(contest -> rank(contest.stateAt(now)))
                        .thenComparing(contest -> Duration.between(
                                        now, contest.window().closesAt())
                                .abs()))
                .map(contest -> entry(contest, pings, now, words))
                .toList());
    }

    private static int rank(ContestState state) {
        return switch (state) {
            case HELD -> 0;
            case OPEN, CLOSING -> 1;
            case SCHEDULED -> 2;
            case CERTIFIED, ANNOUNCED -> 3;
        };
    }

    private static Entry entry(ContestDetails contest, Pings pings, Instant now, PageText<DeskMessages> words) {
        var state = contest.stateAt(now);
        var isUpcoming = state == ContestState.SCHEDULED;
        var rows = state.isFinal() || isUpcoming ? List.<TallyRow>of() : pings.of(contest);
        var when = isUpcoming ? contest.window().opensAt() : contest.window().closesAt();
        return new Entry(
                contest.slug(),
                contest.name(),
                state.jsonName(),
                ContestText.state(contest, now, words),
                isUpcoming,
                words.moment(when, contest.zone()),
                now.isBefore(when) ? words.span(roughly(Duration.between(now, when))) : null,
                contest.campaigns().size(),
                latest(rows).map(at -> words.moment(at, contest.zone())).orElse(null),
                attention(contest, state, rows));
    }

    /** As finely as anybody plans: by the second in the last hour only, from three days on by the hour. */
    private static Duration roughly(Duration left) {
        if (left.compareTo(Duration.ofHours(1)) < 0) {
            return left.truncatedTo(ChronoUnit.SECONDS);
        }
        return left.truncatedTo(left.compareTo(Duration.ofDays(3)) < 0 ? ChronoUnit.MINUTES : ChronoUnit.HOURS);
    }

    private static Optional<Instant> latest(List<TallyRow> rows) {
        return rows.stream()
                .map(TallyRow::lastReceivedAtMillis)
                .max(Comparator.naturalOrder())
                .map(Instant::ofEpochMilli);
    }

    private static List<String> attention(ContestDetails contest, ContestState state, List<TallyRow> rows) {
        var attention = new ArrayList<String>();
        if (state == ContestState.HELD) {
            attention.add("todoHeld");
        }
        if (contest.campaigns().isEmpty() && !state.isFinal()) {
            attention.add("todoCampaigns");
        }
        var waiting = contest.campaigns().stream()
                .filter(campaign -> !campaign.competes())
                .count();
        if (waiting > 0 && (state == ContestState.SCHEDULED || state == ContestState.OPEN)) {
            attention.add("todoTrust");
        }
        if (state == ContestState.OPEN && waiting < contest.campaigns().size()) {
            var pinged = rows.stream().map(TallyRow::campaign).distinct().count();
            if (contest.past()) {
                attention.add(pinged == 0 ? "todoImport" : "todoClose");
            } else if (pinged < contest.campaigns().size() - waiting) {
                attention.add("todoSilent");
            }
        }
        return attention;
    }
}
