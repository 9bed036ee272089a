package io.fortyeight.site.contest;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.standings.Sparklines;
import io.fortyeight.standings.result.CertifiedResult;
import io.fortyeight.web.page.Moment;
import io.fortyeight.web.page.Numbers;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certified result, ready to be written.
 *
 * @param isAnnounced whether the winners are known for good, or their announcement is still to come
 * @param winners who has the first place: more than one when it is shared, none without campaigns
 * @param tallies by campaign in the order of the standings
 * @param doubt null unless what was turned away might have changed who won
 */
record ResultView(
        String slug,
        String name,
        String state,
        String stateTitle,
        String description,
        String zone,
        boolean isRehearsal,
        boolean isAnnounced,
        Moment now,
        Moment opens,
        Moment closes,
        Moment certifiedAt,
        @Nullable Moment announces,
        @Nullable Countdown countdown,
        List<StandingRow> winners,
        List<StandingRow> rows,
        List<TallyTable> tallies,
        List<Release> releases,
        List<RulesInWords.Rule> rules,
        String preset,
        String rulesHash,
        CertifiedResult certificate,
        @Nullable String doubt) {

    /** The close had been held, and was let try again. */
    record Release(Moment at, String heldReason, String reason) {}

    static ResultView of(ContestDetails contest, CertifiedResult certificate, Instant now, PageText speech) {
        var zone = contest.zone();
        var state = contest.stateAt(now);
        var announcesAt = contest.announcesAt();
        var rows = StandingRow.of(contest, certificate.standings(), Sparklines.none(), true, speech.messages());
        return new ResultView(
                contest.slug(),
                contest.name(),
                state.jsonName(),
                speech.state(state),
                speech.messages().describeResult(contest.name()),
                zone.getId(),
                contest.isRehearsal(),
                announcesAt == null || !now.isBefore(announcesAt),
                speech.moment(now, zone),
                speech.moment(contest.window().opensAt(), zone),
                speech.moment(contest.window().closesAt(), zone),
                speech.moment(certificate.certifiedAt(), zone),
                speech.momentOrNull(announcesAt, zone),
                Countdown.of(contest, state, now, speech),
                rows.stream().filter(row -> row.place() == 1).toList(),
                rows,
                TallyTable.of(certificate, speech),
                certificate.releases().stream()
                        .map(release ->
                                new Release(speech.moment(release.at(), zone), release.heldReason(), release.reason()))
                        .toList(),
                RulesInWords.of(contest.rules(), speech).stream()
                        .filter(RulesInWords.Rule::isOn)
                        .toList(),
                contest.rules().preset(),
                contest.rulesHash(),
                certificate,
                speech.doubt(certificate));
    }

    /** What became of one campaign's pings. */
    record TallyTable(String title, List<Line> lines) {

        /**
         * Pings of one kind, and to one platform.
         *
         * @param reasons why the others were discounted; empty when none was
         */
        record Line(String what, String counted, String discounted, String reasons) {}

        static List<TallyTable> of(CertifiedResult certificate, PageText speech) {
            return certificate.standings().stream()
                    .map(standing ->
                            new TallyTable(standing.title(), lines(certificate.tallyOf(standing.campaign()), speech)))
                    .toList();
        }

        private static List<Line> lines(List<CertifiedResult.TallyLine> tally, PageText speech) {
            return tally.stream()
                    .map(line -> speech.item(line.kind(), line.platform()))
                    .distinct()
                    .map(what -> line(
                            what,
                            tally.stream()
                                    .filter(line -> what.equals(speech.item(line.kind(), line.platform())))
                                    .toList(),
                            speech))
                    .toList();
        }

        private static Line line(String what, List<CertifiedResult.TallyLine> tally, PageText speech) {
            var counted = Verdict.COUNTED.jsonName();
            return new Line(
                    what,
                    sum(tally.stream()
                            .filter(line -> line.verdict().equals(counted))
                            .toList()),
                    sum(tally.stream()
                            .filter(line -> !line.verdict().equals(counted))
                            .toList()),
                    String.join(
                            ", ",
                            tally.stream()
                                    .filter(line -> !line.verdict().equals(counted))
                                    .map(line -> speech.verdict(line.verdict()) + " " + Numbers.grouped(line.count()))
                                    .toList()));
        }

        private static String sum(List<CertifiedResult.TallyLine> tally) {
            return Numbers.grouped(
                    tally.stream().mapToLong(CertifiedResult.TallyLine::count).sum());
        }
    }
}
