package io.fortyeight.site.desk;

import io.fortyeight.close.RecountAnswer;
import io.fortyeight.standings.result.Leaderboard;
import io.fortyeight.web.page.Numbers;
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
record Comparison(String pings, boolean isSame, List<Row> rows) {

    /**
     * A campaign.
     *
     * @param moved places gained, or with a minus lost; empty when it stays
     * @param style {@code up}, {@code down} or {@code same}
     */
    record Row(
            String title,
            String place,
            String score,
            String otherPlace,
            String otherScore,
            String scoreChange,
            String moved,
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
                Numbers.grouped(answer.pings()),
                rows.stream().allMatch(row -> row.style().equals("same")),
                rows);
    }

    private static Row row(Leaderboard.Line line, Leaderboard.Line other) {
        var moved = line.place() - other.place();
        var change = other.score() - line.score();
        return new Row(
                line.title(),
                Integer.toString(line.place()),
                Numbers.grouped(line.score()),
                Integer.toString(other.place()),
                Numbers.grouped(other.score()),
                signed(change),
                signed(moved),
                moved == 0 ? "same" : moved > 0 ? "up" : "down");
    }

    private static String signed(long number) {
        if (number == 0) {
            return "";
        }
        return (number > 0 ? "+" : "−") + Numbers.grouped(Math.abs(number));
    }
}
