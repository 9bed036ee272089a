package io.fortyeight.site.contest;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.Reason;
import io.fortyeight.web.page.PageText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * "How we count": a contest's card in plain words, with examples that were judged by it.
 *
 * @param edges views around the opening and the closing
 * @param returns one visitor who comes back
 * @param stories other examples, each in a sentence
 */
record RulesView(List<RulesInWords.Rule> rules, List<Row> edges, List<Row> returns, List<String> stories) {

    /** A view and what becomes of it. */
    record Row(String at, String verdict, boolean isCounted) {}

    /** To the millisecond, because a window has exact edges. */
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS 'UTC'").withZone(ZoneOffset.UTC);

    static RulesView of(ContestDetails contest, WorkedExample example, PageText<PageMessages> text) {
        return new RulesView(
                RulesInWords.of(contest.rules(), text),
                example.edges().stream()
                        .map(look -> row(INSTANT.format(Instant.ofEpochMilli(look.atMillis())), look, text))
                        .toList(),
                example.returns().stream()
                        .map(look -> row(after(look.atMillis(), text), look, text))
                        .toList(),
                ExampleSentences.of(example, contest.rules(), text));
    }

    /** Why a ping is not counted, in the order of the rules. */
    public List<Reason> reasons() {
        return List.of(Reason.values());
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
