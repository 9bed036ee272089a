package io.fortyeight.site.supporters;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.standings.shares.SharerResultsAnswer;
import io.fortyeight.web.page.Moment;
import io.fortyeight.web.page.PageText;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page about the reader's own shares.
 *
 * @param visitor the id that the campaign's page knows them by; null when it sent none
 * @param sentence what all their links brought; null without links, or while counts are hidden
 * @param isDecided whether the organizer has decided about the nickname
 * @param isSaved whether a nickname was changed just now
 */
record MySharesView(
        String contest,
        String campaign,
        String title,
        URI pageUrl,
        String zone,
        @Nullable String visitor,
        boolean isHidden,
        @Nullable Moment hiddenUntil,
        @Nullable String sentence,
        List<Link> links,
        @Nullable String nickname,
        boolean isDecided,
        boolean isSaved) {

    /** One of the reader's share links, and what it brought. */
    record Link(Platform platform, String url, String visits, String counted, String discounted) {}

    static MySharesView of(
            ContestDetails contest,
            CampaignDetails campaign,
            @Nullable String visitor,
            SharerResultsAnswer told,
            boolean isDecided,
            boolean isSaved,
            PageText<SupporterMessages> words) {
        var links = told.links();
        return new MySharesView(
                contest.slug(),
                campaign.slug(),
                campaign.title(),
                campaign.pageUrl(),
                contest.zone().getId(),
                visitor == null || visitor.isEmpty() ? null : visitor,
                links == null,
                words.momentOrNull(told.hiddenUntil(), contest.zone()),
                links == null || links.isEmpty() ? null : sentence(told, words),
                links == null
                        ? List.of()
                        : links.stream().map(link -> link(link, words)).toList(),
                told.nickname(),
                isDecided,
                isSaved);
    }

    private static String sentence(SharerResultsAnswer told, PageText<SupporterMessages> words) {
        var shares = told.shares();
        var counted = told.counted();
        return shares == null || counted == null || shares == 0
                ? words.messages().yoursNothing()
                : words.messages().yoursBrought(words.number(shares), words.number(counted));
    }

    private static Link link(SharerResultsAnswer.Link link, PageText<SupporterMessages> words) {
        return new Link(
                Platform.ofJsonName(link.platform()).orElseThrow(),
                link.url(),
                words.number(link.visits()),
                words.number(link.counted()),
                words.number(link.discounted()));
    }

    /** Where the video is. */
    public String host() {
        return pageUrl.getHost();
    }
}
