package io.fortyeight.site.supporters;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.site.supporters.SharesView.BoardLine;
import io.fortyeight.site.supporters.SharesView.Figures;
import io.fortyeight.site.supporters.SharesView.GenerationRow;
import io.fortyeight.site.supporters.SharesView.PlatformRow;
import io.fortyeight.site.supporters.SharesView.TreeLine;
import io.fortyeight.standings.shares.ShareFigures;
import io.fortyeight.standings.shares.ShareSums.TreeRow;
import io.fortyeight.standings.shares.SharerTree;
import io.fortyeight.standings.shares.SupporterBoard;
import io.fortyeight.standings.shares.VisibleShares;
import io.fortyeight.standings.shares.VisibleShares.Links;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageText;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes what shares brought ready to be shown. */
@Singleton
public class SharesViews {

    private final VisibleShares shares;

    SharesViews(VisibleShares shares) {
        this.shares = shares;
    }

    /** As of a moment ago. Waits for the database, unless somebody else has asked within a second. */
    public SharesView of(ContestDetails contest, CampaignDetails campaign, Language language) {
        var words = PageText.in(language, SupporterMessages.class);
        var figures = shares.figures(contest, campaign);
        var links = shares.links(contest, campaign);
        var isHidden = figures.isEmpty() || links.isEmpty();
        return new SharesView(
                contest.slug(),
                campaign.slug(),
                contest.zone().getId(),
                isHidden,
                words.momentOrNull(shares.visibility(contest).hiddenUntil(), contest.zone()),
                isHidden ? null : figures(figures.get(), links.get(), words),
                isHidden ? List.of() : board(links.get(), words),
                words);
    }

    private static Figures figures(ShareFigures figures, Links links, PageText<SupporterMessages> words) {
        var palette = Palette.of(figures.platforms());
        var people = people(links, palette);
        return new Figures(
                figures.total().visits() == 0,
                words.number(figures.shares()),
                words.number(figures.total().visits()),
                words.number(figures.total().counted()),
                words.percent(figures.shareRate()),
                words.decimal(figures.viewsPerShare(), 2),
                words.shortSpan(figures.halfLife()),
                figures.generations().stream()
                        .map(generation -> GenerationRow.of(generation, words))
                        .toList(),
                platforms(figures, words),
                tree(figures.hours(), words),
                people,
                people == null && figures.generations().size() > 1 ? GenerationsPicture.of(figures, palette) : null);
    }

    private static @Nullable PeoplePicture people(Links links, Palette palette) {
        return links.isWhole() ? PeoplePicture.of(new SharerTree(links.branches()), palette) : null;
    }

    private static List<PlatformRow> platforms(ShareFigures figures, PageText<SupporterMessages> words) {
        var most = figures.platforms().stream()
                .mapToLong(each -> each.sum().counted())
                .max()
                .orElse(0);
        return figures.platforms().stream()
                .map(each -> PlatformRow.of(each, most, words))
                .toList();
    }

    private static List<TreeLine> tree(List<TreeRow> hours, PageText<SupporterMessages> words) {
        record Part(int generation, @Nullable Platform platform) {}
        var visitors = new LinkedHashMap<Part, Long>();
        hours.stream()
                .filter(row -> row.visitors() > 0)
                .sorted(Comparator.comparingInt(TreeRow::generation)
                        .thenComparing(TreeRow::platform, Comparator.nullsFirst(Comparator.naturalOrder())))
                .forEach(row -> visitors.merge(new Part(row.generation(), row.platform()), row.visitors(), Long::sum));
        return visitors.entrySet().stream()
                .map(entry -> new TreeLine(
                        entry.getKey().generation(), entry.getKey().platform(), words.number(entry.getValue())))
                .toList();
    }

    private static List<BoardLine> board(Links links, PageText<SupporterMessages> words) {
        var lines = new ArrayList<BoardLine>();
        for (var line : SupporterBoard.of(links.supporters()).lines()) {
            lines.add(new BoardLine(
                    words.number(line.place()),
                    lines.size() + 1,
                    line.nickname(),
                    line.platforms(),
                    words.number(line.visits()),
                    words.number(line.counted())));
        }
        return List.copyOf(lines);
    }
}
