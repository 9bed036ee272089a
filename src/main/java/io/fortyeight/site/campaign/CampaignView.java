package io.fortyeight.site.campaign;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.standings.result.Leaderboard;
import io.fortyeight.web.http.PublicUrl;
import io.fortyeight.web.page.PageText;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign's page shows beside its contest.
 *
 * @param standing its place among the others
 * @param hiddenSince null when nothing is hidden now
 * @param shed pings that were turned away
 */
record CampaignView(
        CampaignDetails campaign,
        CampaignStanding standing,
        ResultStatus status,
        @Nullable Instant hiddenSince,
        long shed,
        Breakdown breakdown,
        TimelineTable timeline,
        EmbedCodes embedCodes,
        PageText<CampaignMessages> text,
        boolean countsViews) {

    static CampaignView of(
            ContestDetails contest,
            CampaignDetails campaign,
            CampaignCounts.Read read,
            Instant now,
            PageText<CampaignMessages> text,
            PublicUrl address) {
        var tally = read.counts().tally();
        var visibility = read.counts().visibility();
        return new CampaignView(
                campaign,
                CampaignStanding.of(Leaderboard.rank(contest, tally), campaign.slug())
                        .orElseThrow(),
                ResultStatus.of(contest, visibility, now),
                visibility.hiddenSince(),
                read.shed(),
                Breakdown.of(
                        tally.rows().stream()
                                .filter(row -> row.campaign() == campaign.number())
                                .toList(),
                        text),
                TimelineTable.of(contest, read.timeline(), TimelineStep.of(contest.window()), text),
                EmbedCodes.of(contest.slug(), campaign.slug(), campaign.title(), text.language(), address),
                text,
                countsViews(contest.rules().score()));
    }

    /** Whether the page asks for news: until there is a result. */
    public boolean isRunning() {
        return status != ResultStatus.FINAL;
    }

    public String score() {
        var points = text.number(standing.line().score());
        return countsViews
                ? text.messages().countedViews(points)
                : text.messages().points(points);
    }

    public String gap() {
        return standing.gap(text);
    }

    /** Place and score in a line, for link previews. */
    public String description() {
        var place = text.messages().placeOf(text.number(standing.line().place()), text.number(standing.campaigns()));
        return place + " · " + score() + " · " + text.messages().stand(status);
    }

    /** How the chart's steps are to be read. */
    public String timelineExplained() {
        return text.messages().timelineExplained(text.slot(Duration.parse(timeline.step())));
    }

    /** Texts for the page's script. */
    public LivePatterns patterns() {
        return LivePatterns.of(countsViews, text);
    }

    /** A score of counted views is called that; any other is points. */
    private static boolean countsViews(RulesCard.Score score) {
        return score.view() == 1 && score.share() == 0;
    }

    /** Where the video is. */
    public String host() {
        return campaign.pageUrl().getHost();
    }
}
