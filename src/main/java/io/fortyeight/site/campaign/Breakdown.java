package io.fortyeight.site.campaign;

import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.Reason;
import io.fortyeight.core.tally.TallyRow;
import io.fortyeight.web.page.PageText;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What became of a campaign's pings.
 *
 * @param reasons all that occur, in the order of the rules
 * @param platforms with shares, those with the most counted ones first
 * @param tellsPlatforms false while shares are not told apart by platform
 */
record Breakdown(
        Sum counted, Sum discounted, List<ReasonRow> reasons, List<PlatformRow> platforms, boolean tellsPlatforms) {

    /** Views, shares, and both together. */
    record Sum(String views, String shares, String all, boolean isNone) {

        static Sum of(List<TallyRow> rows, Predicate<TallyRow> which, PageText<CampaignMessages> words) {
            var views = count(rows, which.and(row -> row.kind() == Kind.VIEW));
            var shares = count(rows, which.and(row -> row.kind() == Kind.SHARE));
            return new Sum(
                    words.number(views), words.number(shares), words.number(views + shares), views + shares == 0);
        }
    }

    record ReasonRow(Reason reason, Sum sum) {

        /** As in the style sheet and the chart. */
        public String style() {
            return reason.jsonName();
        }
    }

    /**
     * @param share of the most shared platform's counted shares, in whole per cent
     */
    record PlatformRow(Platform platform, String counted, String discounted, long share) {}

    static Breakdown of(List<TallyRow> rows, PageText<CampaignMessages> words) {
        return new Breakdown(
                Sum.of(rows, row -> row.verdict().isCounted(), words),
                Sum.of(rows, row -> !row.verdict().isCounted(), words),
                Arrays.stream(Reason.values())
                        .map(reason -> new ReasonRow(
                                reason, Sum.of(rows, row -> row.verdict().reason() == reason, words)))
                        .filter(row -> !row.sum().isNone())
                        .toList(),
                platforms(rows, words),
                rows.stream().allMatch(row -> row.kind() == Kind.VIEW || row.platform() != null));
    }

    private static List<PlatformRow> platforms(List<TallyRow> rows, PageText<CampaignMessages> words) {
        Map<Platform, long[]> sums = new TreeMap<>();
        for (var row : rows) {
            var platform = row.platform();
            if (platform != null) {
                sums.computeIfAbsent(platform, absent -> new long[2])[
                        row.verdict().isCounted() ? 0 : 1] += row.count();
            }
        }
        var most = sums.values().stream().mapToLong(each -> each[0]).max().orElse(0);
        return sums.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -entry.getValue()[0]))
                .map(entry -> new PlatformRow(
                        entry.getKey(),
                        words.number(entry.getValue()[0]),
                        words.number(entry.getValue()[1]),
                        most == 0 ? 0 : 100 * entry.getValue()[0] / most))
                .toList();
    }

    private static long count(List<TallyRow> rows, Predicate<TallyRow> which) {
        return rows.stream().filter(which).mapToLong(TallyRow::count).sum();
    }
}
