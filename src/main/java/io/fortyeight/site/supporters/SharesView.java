package io.fortyeight.site.supporters;

import io.fortyeight.core.counting.Platform;
import io.fortyeight.standings.shares.ShareFigures;
import io.fortyeight.standings.shares.ShareFigures.Sum;
import io.fortyeight.web.page.Moment;
import io.fortyeight.web.page.PageText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign's page shows of its shares: {@code {#include supporters/shares.html view=... /}}.
 *
 * @param isHidden whether counts are hidden; then there is nothing else
 * @param hiddenUntil null when nobody knows
 * @param figures null while hidden
 */
public record SharesView(
        String contest,
        String campaign,
        String zone,
        boolean isHidden,
        @Nullable Moment hiddenUntil,
        @Nullable Figures figures,
        List<BoardLine> board,
        PageText<SupporterMessages> words) {

    /**
     * The figures, and the tree as a picture.
     *
     * @param isNone whether nobody has followed a link yet
     * @param people the tree person by person; null when it is too large, or there is none
     * @param generations the tree by generations; null when there is the other one, or none
     */
    record Figures(
            boolean isNone,
            String shares,
            String visits,
            String counted,
            String shareRate,
            String viewsPerShare,
            String halfLife,
            List<GenerationRow> rows,
            List<PlatformRow> platforms,
            List<TreeLine> tree,
            @Nullable PeoplePicture people,
            @Nullable GenerationsPicture generations) {}

    record GenerationRow(int generation, String visitors, String k, String visits, String counted, String discounted) {

        static GenerationRow of(ShareFigures.Generation generation, PageText<SupporterMessages> words) {
            var sum = generation.sum();
            return new GenerationRow(
                    generation.number(),
                    words.number(sum.visitors()),
                    words.decimal(generation.k(), 2),
                    words.number(sum.visits()),
                    words.number(sum.counted()),
                    words.number(sum.discounted()));
        }
    }

    /** @param part of the counted views of the platform that brought the most, in whole per cent */
    record PlatformRow(
            Platform platform,
            String links,
            String visits,
            String counted,
            String discounted,
            String viewsPerShare,
            String halfLife,
            long part) {

        static PlatformRow of(ShareFigures.PlatformFigures figures, long most, PageText<SupporterMessages> words) {
            Sum sum = figures.sum();
            return new PlatformRow(
                    figures.platform(),
                    words.number(figures.links()),
                    words.number(sum.visits()),
                    words.number(sum.counted()),
                    words.number(sum.discounted()),
                    words.decimal(figures.viewsPerShare(), 2),
                    words.shortSpan(figures.halfLife()),
                    most == 0 ? 0 : 100 * sum.counted() / most);
        }
    }

    /** What the picture shows: how many came to a generation by a platform; null for who came by themselves. */
    record TreeLine(int generation, @Nullable Platform platform, String visitors) {}

    /** @param number tells supporters without a nickname apart: their line on the board */
    record BoardLine(
            String place,
            long number,
            @Nullable String nickname,
            List<Platform> platforms,
            String visits,
            String counted) {}
}
