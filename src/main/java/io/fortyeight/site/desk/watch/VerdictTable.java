package io.fortyeight.site.desk.watch;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.tally.TallyRow;
import io.fortyeight.ledger.read.TallyReader;
import io.fortyeight.site.desk.DeskMessages;
import io.fortyeight.web.page.PageText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Pings by verdict.
 *
 * @param columns counted first
 */
record VerdictTable(List<Verdict> columns, List<Row> rows) {

    /** @param head what is counted: a campaign or a step of time */
    record Row(String head, List<Long> numbers) {}

    static VerdictTable byCampaign(ContestDetails contest, List<TallyRow> tally) {
        var sums = new TreeMap<Integer, Map<Verdict, Long>>();
        contest.campaigns().forEach(campaign -> sums.put(campaign.number(), new EnumMap<>(Verdict.class)));
        for (var row : tally) {
            sums.computeIfAbsent(row.campaign(), added -> new EnumMap<>(Verdict.class))
                    .merge(row.verdict(), row.count(), Long::sum);
        }
        var heads = new ArrayList<String>();
        sums.keySet()
                .forEach(number -> heads.add(contest.campaigns().get(number).title()));
        return of(heads, List.copyOf(sums.values()));
    }

    static VerdictTable byTime(ContestDetails contest, List<TallyReader.Point> points, PageText<DeskMessages> words) {
        var sums = new TreeMap<Long, Map<Verdict, Long>>();
        for (var point : points) {
            sums.computeIfAbsent(point.atMillis(), added -> new EnumMap<>(Verdict.class))
                    .merge(point.verdict(), point.count(), Long::sum);
        }
        var heads = sums.keySet().stream()
                .map(at ->
                        words.moment(Instant.ofEpochMilli(at), contest.zone()).here())
                .toList();
        return of(heads, List.copyOf(sums.values()));
    }

    private static VerdictTable of(List<String> heads, List<Map<Verdict, Long>> sums) {
        Set<Verdict> seen = EnumSet.of(Verdict.COUNTED);
        sums.forEach(sum -> seen.addAll(sum.keySet()));
        var rows = new ArrayList<Row>();
        for (int i = 0; i < heads.size(); i++) {
            var sum = sums.get(i);
            rows.add(new Row(
                    heads.get(i),
                    seen.stream().map(verdict -> sum.getOrDefault(verdict, 0L)).toList()));
        }
        return new VerdictTable(List.copyOf(seen), rows);
    }
}
