package io.fortyeight.site.campaign;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.Reason;
import io.fortyeight.ledger.read.TallyReader;
import io.fortyeight.web.http.Instants;
import io.fortyeight.web.page.PageText;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the chart shows, in figures: step by step, views and shares together. Steps without pings are left out, and what came
 * before the opening or after the close is a row of its own.
 *
 * @param step as the API wants it
 * @param reasons those that occur, in the order of the rules
 */
record TimelineTable(String step, String zone, List<Reason> reasons, List<Row> rows) {

    /**
     * @param iso when the step begins; empty before the opening and after the close
     * @param discounted one number for each of the table's reasons
     */
    record Row(String iso, String label, String counted, List<String> discounted) {}

    /** Pings of one step. */
    private static final class Sums {

        private final Map<Reason, Long> discounted = new EnumMap<>(Reason.class);
        private long counted;

        private void add(TallyReader.Point point) {
            var reason = point.verdict().reason();
            if (reason == null) {
                counted += point.count();
            } else {
                discounted.merge(reason, point.count(), Long::sum);
            }
        }
    }

    static TimelineTable of(
            ContestDetails contest, List<TallyReader.Point> points, Duration step, PageText<CampaignMessages> words) {
        var opensAt = minute(contest.window().opensAt());
        var closesAt = contest.window().closesAt();
        var sums = new TreeMap<Instant, Sums>();
        for (var point : points) {
            var at = Instant.ofEpochMilli(point.atMillis());
            var row = at.isBefore(opensAt) ? Instant.MIN : at.isBefore(closesAt) ? at : Instant.MAX;
            sums.computeIfAbsent(row, absent -> new Sums()).add(point);
        }
        var reasons = new TreeSet<Reason>(Comparator.naturalOrder());
        sums.values().forEach(each -> reasons.addAll(each.discounted.keySet()));
        var rows = sums.entrySet().stream()
                .map(entry -> row(contest, List.copyOf(reasons), entry.getKey(), entry.getValue(), words))
                .toList();
        return new TimelineTable(step.toString(), contest.zone().getId(), List.copyOf(reasons), rows);
    }

    private static Row row(
            ContestDetails contest, List<Reason> reasons, Instant at, Sums sums, PageText<CampaignMessages> words) {
        var isInside = !at.equals(Instant.MIN) && !at.equals(Instant.MAX);
        var label = isInside
                ? words.shortDateTime(at, contest.zone())
                : at.equals(Instant.MIN)
                        ? words.messages().beforeOpening()
                        : words.messages().afterClose();
        return new Row(
                isInside ? Instants.text(at) : "",
                label,
                words.number(sums.counted),
                reasons.stream()
                        .map(reason -> words.number(sums.discounted.getOrDefault(reason, 0L)))
                        .toList());
    }

    /** Steps begin at whole minutes, windows at any millisecond. */
    private static Instant minute(Instant instant) {
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), 60) * 60);
    }
}
