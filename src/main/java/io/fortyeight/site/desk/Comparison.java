package io.fortyeight.site.desk;

import io.fortyeight.close.RecountAnswer;
import io.fortyeight.standings.result.Leaderboard;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The standings as they are, beside those by another card.
 *
 * @param pings how many entries were recounted
 * @param isSame whether no place changes
 */
record Comparison(long pings, boolean isSame, List<Row> rows) {

    /**
     * A campaign.
     *
     * @param moved places gained, or with a minus lost
     * @param style {@code up}, {@code down} or {@code same}
     */
    record Row(
            String title,
            int place,
            long score,
            int otherPlace,
            long otherScore,
            long scoreChange,
            int moved,
            String style) {}

    /** Null for a recount by the contest's own card, and while there is nothing to tell. */
    static @Nullable Comparison of(@Nullable RecountAnswer answer) {
        var real = answer == null ? null : answer.differsFrom();
        var other = answer == null ? null : answer.standings();
        if (answer == null || real == null || other == null) {
            return null;
        }
        var bySlug = other.stream().collect(Collectors.toMap(Leaderboard.Line::campaign, Function.identity()));
        var rows = real.stream()
                .map(line -> row(line, bySlug.getOrDefault(line.campaign(), line)))
                .toList();
        return new Comparison(
                answer.pings(), rows.stream().allMatch(row -> row.style().equals("same")), rows);
    }

    private static Row row(Leaderboard.Line line, Leaderboard.Line other) {
        var moved = line.place() - other.place();
        var change = other.score() - line.score();
        return new Row(
                line.title(),
                line.place(),
                line.score(),
                other.place(),
                other.score(),
                change,
                moved,
                moved == 0 ? "same" : moved > 0 ? "up" : "down");
    }
}
