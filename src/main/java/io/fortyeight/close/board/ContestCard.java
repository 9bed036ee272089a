package io.fortyeight.close.board;

import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.web.page.Moment;
import io.fortyeight.web.page.Numbers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** From then on the clock shouts. */
    private static final long SOON_SECONDS = 300;

    static ContestCard of(CloseBoard.Line line, Instant now, BoardFormat words) {
        var messages = words.messages();
        var state = ContestState.ofJsonName(line.state());
        var end = end(line, state);
        var seconds = end == null ? 0 : Math.floorDiv(end.toEpochMilli() - now.toEpochMilli() + 999, 1000L);
        return new ContestCard(
                line.slug(),
                line.name(),
                line.state(),
                title(line, state, messages),
                line.rehearsalOf() != null,
                end == null ? null : label(state, messages),
                end == null ? null : words.moment(end),
                end == null ? null : words.clock(seconds),
                state == ContestState.OPEN && end != null && seconds < SOON_SECONDS,
                words.moment(line.closesAt()),
                alarms(line, words),
                line.steps().isEmpty() ? List.of() : StepRow.of(line.steps(), now, words),
                entries(line.ledger(), messages),
                counted(line.tally(), messages),
                line.agrees(),
                words.ago(line.lastPingAt(), now),
                line.webhooksPending() == 0
                        ? messages.nothingPending()
                        : messages.pending(Numbers.grouped(line.webhooksPending())));
    }

    private static String entries(@Nullable Long count, BoardMessages messages) {
        return count == null ? messages.hidden() : messages.entries(Numbers.grouped(count));
    }

    private static String counted(@Nullable Long count, BoardMessages messages) {
        return count == null ? messages.hidden() : Numbers.grouped(count);
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

    private static String label(ContestState state, BoardMessages messages) {
        return switch (state) {
            case SCHEDULED -> messages.opensIn();
            case CERTIFIED -> messages.announcedIn();
            default -> messages.closesIn();
        };
    }

    private static String title(CloseBoard.Line line, ContestState state, BoardMessages messages) {
        return switch (state) {
            case SCHEDULED -> messages.stateScheduled();
            case OPEN -> line.past() ? messages.statePast() : messages.stateOpen();
            case CLOSING -> messages.stateClosing();
            case HELD -> messages.stateHeld();
            case CERTIFIED -> messages.stateCertified();
            case ANNOUNCED -> messages.stateAnnounced();
        };
    }

    private static List<String> alarms(CloseBoard.Line line, BoardFormat words) {
        var messages = words.messages();
        List<String> alarms = new ArrayList<>();
        if (line.heldReason() != null) {
            alarms.add(messages.held(line.heldReason()));
        }
        if (line.overdueSeconds() != null) {
            alarms.add(messages.overdue(words.clock(line.overdueSeconds())));
        }
        if (!line.agrees()) {
            alarms.add(messages.differ());
        }
        return alarms;
    }
}
