package io.fortyeight.site.supporters;

import io.fortyeight.core.counting.Platform;
import io.fortyeight.standings.shares.ShareFigures.PlatformFigures;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The platforms that get a colour of their own: those that brought the most visitors. All others share one. */
record Palette(List<Platform> platforms) {

    private static final int MAX = 5;
    private static final String STYLE = "share-";

    /** The style of platforms without a colour of their own. */
    static final String OTHERS = STYLE + "0";

    static Palette of(List<PlatformFigures> figures) {
        return new Palette(figures.stream()
                .filter(each -> each.sum().visitors() > 0)
                .sorted(Comparator.comparingLong(each -> -each.sum().visitors()))
                .map(PlatformFigures::platform)
                .limit(MAX)
                .toList());
    }

    /** As in the style sheet; of null for who came by themselves. */
    String style(@Nullable Platform platform) {
        return platform == null ? STYLE + "none" : STYLE + (platforms.indexOf(platform) + 1);
    }
}
