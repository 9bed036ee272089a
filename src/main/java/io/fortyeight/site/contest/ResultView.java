package io.fortyeight.site.contest;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.standings.Sparklines;
import io.fortyeight.standings.result.CertifiedResult;
import io.fortyeight.web.page.PageText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a result's page shows beside the contest itself.
 *
 * @param tallies by campaign in the order of the standings
 * @param rules those that are switched on
 * @param doubt null unless what was turned away might have changed who won
 */
record ResultView(
        CertifiedResult certificate,
        List<StandingRow> rows,
        List<TallyTable> tallies,
        List<RulesInWords.Rule> rules,
        @Nullable String doubt) {

    static ResultView of(ContestDetails contest, CertifiedResult certificate, PageText<PageMessages> text) {
        return new ResultView(
                certificate,
                StandingRow.of(contest, certificate.standings(), Sparklines.none(), true, text),
                TallyTable.of(certificate, text),
                RulesInWords.of(contest.rules(), text).stream()
                        .filter(RulesInWords.Rule::isOn)
                        .toList(),
                StandingRow.doubt(certificate, text));
    }

    /** Who has the first place: more than one when it is shared, none without campaigns. */
    public List<StandingRow> winners() {
        return rows.stream().filter(row -> row.line().place() == 1).toList();
    }

    /** What became of one campaign's pings. */
    record TallyTable(String title, List<Line> lines) {

        /**
         * Pings of one kind, and to one platform.
         *
         * @param reasons why the others were discounted; empty when none was
         */
        record Line(String what, String counted, String discounted, String reasons) {}

        static List<TallyTable> of(CertifiedResult certificate, PageText<PageMessages> speech) {
            return certificate.standings().stream()
                    .map(standing ->
                            new TallyTable(standing.title(), lines(certificate.tallyOf(standing.campaign()), speech)))
                    .toList();
        }

        private static List<Line> lines(List<CertifiedResult.TallyLine> tally, PageText<PageMessages> speech) {
            return tally.stream()
                    .map(line -> item(line, speech))
                    .distinct()
                    .map(what -> line(
                            what,
                            tally.stream()
                                    .filter(line -> what.equals(item(line, speech)))
                                    .toList(),
                            speech))
                    .toList();
        }

        private static Line line(String what, List<CertifiedResult.TallyLine> tally, PageText<PageMessages> speech) {
            var counted = Verdict.COUNTED.jsonName();
            return new Line(
                    what,
                    sum(
                            speech,
                            tally.stream()
                                    .filter(line -> line.verdict().equals(counted))
                                    .toList()),
                    sum(
                            speech,
                            tally.stream()
                                    .filter(line -> !line.verdict().equals(counted))
                                    .toList()),
                    String.join(
                            ", ",
                            tally.stream()
                                    .filter(line -> !line.verdict().equals(counted))
                                    .map(line -> speech.verdict(line.verdict()) + " " + speech.number(line.count()))
                                    .toList()));
        }

        /** Views, or shares to a platform. */
        private static String item(CertifiedResult.TallyLine line, PageText<PageMessages> speech) {
            if (line.kind().equals(Kind.VIEW.jsonName())) {
                return speech.common().views();
            }
            return line.platform() == null
                    ? speech.common().shares()
                    : speech.messages().sharesTo(line.platform());
        }

        private static String sum(PageText<PageMessages> speech, List<CertifiedResult.TallyLine> tally) {
            return speech.number(
                    tally.stream().mapToLong(CertifiedResult.TallyLine::count).sum());
        }
    }
}
