package io.fortyeight.close.board;

import io.fortyeight.web.http.Instants;
import io.fortyeight.web.page.PageText;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The close board's page, ready to be written.
 *
 * @param now by which the page's script sets its clocks
 * @param time of day, in UTC
 * @param alarms the contests that somebody should look at
 */
record BoardView(
        String now,
        String time,
        boolean leader,
        String queueDepth,
        @Nullable String lastPing,
        List<Alarm> alarms,
        List<ContestCard> contests) {

    private static final DateTimeFormatter TIME_OF_DAY =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What is the matter with a contest, in words. */
    record Alarm(String slug, String name, String text) {}

    static BoardView of(CloseBoard board, PageText<BoardMessages> words) {
        var now = board.serverTime();
        var cards = board.contests().stream()
                .map(line -> ContestCard.of(line, now, words))
                .toList();
        return new BoardView(
                Instants.text(now),
                TIME_OF_DAY.format(now),
                board.leader(),
                words.number(board.queueDepth()),
                words.agoOrNull(board.lastPingAt(), now),
                cards.stream()
                        .filter(card -> !card.alarms().isEmpty())
                        .map(card -> new Alarm(card.slug(), card.name(), String.join(". ", card.alarms())))
                        .toList(),
                cards);
    }
}
