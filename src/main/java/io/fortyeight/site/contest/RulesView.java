package io.fortyeight.site.contest;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.directory.ContestText;
import io.fortyeight.core.counting.Reason;
import io.fortyeight.web.page.Moment;
import io.fortyeight.web.page.PageText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

/**
 * "How we count": a contest's card in plain words, with examples that were judged by it.
 *
 * @param isPinned whether the card can't be changed any more
 * @param edges views around the opening and the closing
 * @param returns one visitor who comes back
 * @param stories other examples, each in a sentence
 */
record RulesView(
        String slug,
        String name,
        String state,
        String stateTitle,
        String description,
        String zone,
        boolean isRehearsal,
        boolean isPinned,
        Moment opens,
        Moment closes,
        String length,
        List<RulesInWords.Rule> rules,
        String preset,
        String rulesHash,
        List<Row> edges,
        List<Row> returns,
        List<String> stories,
        List<Meaning> meanings) {

    /** A view and what becomes of it. */
    record Row(String at, String verdict, boolean isCounted) {}

    /**
     * A reason.
     *
     * @param jsonName its name in the data
     */
    record Meaning(String jsonName, String name, String text) {}

    /** To the millisecond, on which the edges of a window hang. */
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS 'UTC'").withZone(ZoneOffset.UTC);

    static RulesView of(ContestDetails contest, WorkedExample example, Instant now, PageText<PageMessages> speech) {
        var zone = contest.zone();
        var state = contest.stateAt(now);
        var window = contest.window();
        return new RulesView(
                contest.slug(),
                contest.name(),
                state.jsonName(),
                ContestText.state(contest, now, speech),
                speech.messages().describeRules(contest.name()),
                zone.getId(),
                contest.isRehearsal(),
                state != ContestState.SCHEDULED,
                speech.moment(window.opensAt(), zone),
                speech.moment(window.closesAt(), zone),
                speech.span(Duration.between(window.opensAt(), window.closesAt())),
                RulesInWords.of(contest.rules(), speech),
                contest.rules().preset(),
                contest.rulesHash(),
                example.edges().stream()
                        .map(look -> row(INSTANT.format(Instant.ofEpochMilli(look.atMillis())), look, speech))
                        .toList(),
                example.returns().stream()
                        .map(look -> row(after(look.atMillis(), speech), look, speech))
                        .toList(),
                ExampleSentences.of(example, contest.rules(), speech),
                Arrays.stream(Reason.values())
                        .map(reason -> new Meaning(
                                reason.jsonName(),
                                speech.common().reason(reason),
                                speech.common().reasonExplained(reason)))
                        .toList());
    }

    private static Row row(String at, WorkedExample.Look look, PageText<PageMessages> speech) {
        return new Row(at, speech.verdict(look.verdict()), look.verdict().isCounted());
    }

    private static String after(long millis, PageText<PageMessages> speech) {
        return millis == 0
                ? speech.messages().atTheOpening()
                : speech.messages().later(speech.span(millis));
    }
}
