package io.fortyeight.site.desk.watch;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.site.desk.DeskMessages;
import io.fortyeight.web.page.PageText;
import java.util.List;
import java.util.Objects;

/**
 * Share links that stand out, in words.
 *
 * @param isHidden whether nothing is told for now
 * @param basis what they are compared with
 */
record SuspicionsView(boolean isHidden, String basis, List<Row> rows) {

    private static final int SHOWN_DIGITS = 8;

    /** @param finding what stands out */
    record Row(String link, String campaign, String platform, String finding) {}

    static SuspicionsView of(ContestDetails contest, Suspicions.Report report, PageText<DeskMessages> words) {
        var links = report.links();
        var median = report.median();
        var basis = links == null || median == null
                ? ""
                : words.messages().suspicionsBasis(words.number(links), number(median, words));
        return new SuspicionsView(
                report.hiddenSince() != null,
                basis,
                report.suspicions().stream()
                        .map(each -> row(contest, each, number(median == null ? 0 : median, words), words))
                        .toList());
    }

    private static Row row(ContestDetails contest, Suspicion suspicion, String median, PageText<DeskMessages> words) {
        var campaign = contest.campaign(suspicion.campaign()).orElseThrow();
        return new Row(
                suspicion.link(), campaign.title(), suspicion.platform(), finding(contest, suspicion, median, words));
    }

    private static String finding(
            ContestDetails contest, Suspicion suspicion, String median, PageText<DeskMessages> words) {
        var messages = words.messages();
        var visits = words.number(suspicion.visits());
        var score = suspicion.score();
        if (score != null) {
            return messages.suspicionFarAbove(visits, median, number(score, words));
        }
        var part = words.number(Objects.requireNonNull(suspicion.part()));
        var of = words.number(Objects.requireNonNull(suspicion.of()));
        var network = suspicion.network();
        return network != null
                ? messages.suspicionOneNetwork(part, of, network.substring(0, SHOWN_DIGITS))
                : messages.suspicionOneMinute(
                        part,
                        of,
                        words.moment(Objects.requireNonNull(suspicion.minute()), contest.zone())
                                .here());
    }

    /** With one decimal, unless it is whole. */
    private static String number(double number, PageText<DeskMessages> words) {
        return words.decimal(number, number == Math.rint(number) ? 0 : 1);
    }
}
