package io.fortyeight.close.board;

import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.directory.ContestText;
import io.fortyeight.web.page.Countdown;
import io.fortyeight.web.page.Moment;
import io.fortyeight.web.page.PageText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contest on the close board.
 *
 * @param state lower case, for the style
 * @param stateTitle in words
 * @param countdown null when nothing is waited for
 * @param steps none before the close has begun
 * @param alarms in words, for colour alone tells nobody
 */
record ContestCard(
        String slug,
        String name,
        String state,
        String stateTitle,
        boolean isRehearsal,
        @Nullable Countdown countdown,
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
    private static final Duration SOON = Duration.ofMinutes(5);

    static ContestCard of(CloseBoard.Line line, Instant now, PageText<BoardMessages> words) {
        var messages = words.messages();
        var state = ContestState.ofJsonName(line.state());
        var countdown = ContestText.countdown(
                state, line.past(), line.opensAt(), line.closesAt(), line.announcesAt(), ZoneOffset.UTC, now, words);
        return new ContestCard(
                line.slug(),
                line.name(),
                line.state(),
                ContestText.state(state, line.past(), words),
                line.rehearsalOf() != null,
                countdown,
                state == ContestState.OPEN
                        && countdown != null
                        && countdown.left().compareTo(SOON) < 0,
                words.moment(line.closesAt(), ZoneOffset.UTC),
                alarms(line, words),
                line.steps().isEmpty() ? List.of() : StepRow.of(line.steps(), now, words),
                entries(line.ledger(), words),
                counted(line.tally(), words),
                line.agrees(),
                words.agoOrNull(line.lastPingAt(), now),
                line.webhooksPending() == 0
                        ? messages.nothingPending()
                        : messages.pending(words.number(line.webhooksPending())));
    }

    private static String entries(@Nullable Long count, PageText<BoardMessages> words) {
        return count == null ? words.messages().hidden() : words.messages().entries(words.number(count));
    }

    private static String counted(@Nullable Long count, PageText<BoardMessages> words) {
        return count == null ? words.messages().hidden() : words.number(count);
    }

    private static List<String> alarms(CloseBoard.Line line, PageText<BoardMessages> words) {
        var messages = words.messages();
        List<String> alarms = new ArrayList<>();
        if (line.heldReason() != null) {
            alarms.add(messages.held(line.heldReason()));
        }
        if (line.overdueSeconds() != null) {
            alarms.add(messages.overdue(words.clock(Duration.ofSeconds(line.overdueSeconds()))));
        }
        if (!line.agrees()) {
            alarms.add(messages.differ());
        }
        return alarms;
    }
}
