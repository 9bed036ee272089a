package io.fortyeight.board;

import io.fortyeight.contest.ContestState;
import io.fortyeight.leaderboard.Moment;
import io.fortyeight.leaderboard.Numbers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A contest on the close board.
 *
 * @param state lower case, for the style
 * @param stateTitle in words
 * @param until what the clock runs to, for the page's script; null when nothing is waited for
 * @param steps none before the close has begun
 * @param alarms in words, for colour alone tells nobody
 */
record ContestCard(
        String slug,
        String name,
        String state,
        String stateTitle,
        boolean isRehearsal,
        @Nullable String label,
        @Nullable Moment until,
        @Nullable String clock,
        boolean soon,
        Moment closes,
        List<String> alarms,
        List<StepRow> steps,
        String ledger,
        String tally,
        boolean agrees,
        @Nullable String lastPing,
        String webhooks) {

    private static final String HIDDEN = "hidden";

    /** From then on the clock shouts. */
    private static final long SOON_SECONDS = 300;

    static ContestCard of(CloseBoard.Line line, Instant now) {
        var state = ContestState.ofWire(line.state());
        var end = end(line, state);
        var seconds = end == null ? 0 : Math.floorDiv(end.toEpochMilli() - now.toEpochMilli() + 999, 1000L);
        return new ContestCard(
                line.slug(),
                line.name(),
                line.state(),
                title(line, state),
                line.rehearsalOf() != null,
                end == null ? null : label(state),
                end == null ? null : Moment.of(end, ZoneOffset.UTC),
                end == null ? null : Spans.clock(seconds),
                state == ContestState.OPEN && end != null && seconds < SOON_SECONDS,
                Moment.of(line.closesAt(), ZoneOffset.UTC),
                alarms(line),
                line.steps().isEmpty() ? List.of() : StepRow.of(line.steps(), now),
                entries(line.ledger()),
                counted(line.tally()),
                line.agrees(),
                BoardView.ago(line.lastPingAt(), now),
                line.webhooksPending() == 0 ? "nothing pending" : Numbers.grouped(line.webhooksPending()) + " pending");
    }

    private static String entries(@Nullable Long count) {
        return count == null ? HIDDEN : Numbers.grouped(count) + " entries";
    }

    private static String counted(@Nullable Long count) {
        return count == null ? HIDDEN : Numbers.grouped(count);
    }

    /** What is waited for: the opening, the close, or the announcement. */
    private static @Nullable Instant end(CloseBoard.Line line, ContestState state) {
        return switch (state) {
            case SCHEDULED -> line.opensAt();
            case OPEN -> line.past() ? null : line.closesAt();
            case CERTIFIED -> line.announcesAt();
            case CLOSING, HELD, ANNOUNCED -> null;
        };
    }

    private static String label(ContestState state) {
        return switch (state) {
            case SCHEDULED -> "Opens in";
            case CERTIFIED -> "Announced in";
            default -> "Closes in";
        };
    }

    private static String title(CloseBoard.Line line, ContestState state) {
        if (line.past() && state == ContestState.OPEN) {
            return "Past: closes when asked";
        }
        return state == ContestState.HELD
                ? "HELD"
                : line.state().substring(0, 1).toUpperCase(Locale.ROOT)
                        + line.state().substring(1);
    }

    private static List<String> alarms(CloseBoard.Line line) {
        List<String> alarms = new ArrayList<>();
        if (line.heldReason() != null) {
            alarms.add("HELD: " + line.heldReason());
        }
        if (line.overdueSeconds() != null) {
            alarms.add("OVERDUE: the window closed " + Spans.clock(line.overdueSeconds())
                    + " ago, and there is no certificate");
        }
        if (!line.agrees()) {
            alarms.add("LEDGER AND TALLY DIFFER");
        }
        return alarms;
    }
}
