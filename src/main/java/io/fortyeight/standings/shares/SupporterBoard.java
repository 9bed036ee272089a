package io.fortyeight.standings.shares;

import io.fortyeight.core.counting.Platform;
import io.fortyeight.standings.shares.ShareSums.Supporter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Those who brought the most counted views, with their places: who brought equally many share one. */
public record SupporterBoard(List<Line> lines) {

    /**
     * A supporter.
     *
     * @param nickname null when they chose none
     */
    public record Line(int place, @Nullable String nickname, List<Platform> platforms, long visits, long counted) {}

    /** @param supporters the most counted views first */
    public static SupporterBoard of(List<Supporter> supporters) {
        var lines = new ArrayList<Line>();
        for (var supporter : supporters) {
            var above = lines.isEmpty() ? null : lines.get(lines.size() - 1);
            var place = above != null && above.counted() == supporter.counted() ? above.place() : lines.size() + 1;
            lines.add(new Line(
                    place, supporter.nickname(), supporter.platforms(), supporter.visits(), supporter.counted()));
        }
        return new SupporterBoard(List.copyOf(lines));
    }
}
