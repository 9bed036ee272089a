package io.fortyeight.site.campaign;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.standings.result.Leaderboard;
import io.fortyeight.web.http.Instants;
import io.fortyeight.web.http.PublicUrl;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's page, ready to be written.
 *
 * @param now the server's time, by which the page's script sets its countdown
 * @param isRunning whether it asks for news: until there is a result
 * @param hiddenSince null when nothing is hidden now
 * @param heldReason as far as it may be told
 * @param shed empty when nothing was
 * @param told its place and score in a line, for who has not opened the page
 */
record CampaignView(
        String contest,
        String contestName,
        String slug,
        String title,
        URI pageUrl,
        String now,
        String state,
        ResultStatus stand,
        boolean isRunning,
        boolean isRehearsal,
        @Nullable Hidden hiddenSince,
        @Nullable String heldReason,
        @Nullable TimeLeft timeLeft,
        String place,
        String campaigns,
        String score,
        String gap,
        Breakdown breakdown,
        String shed,
        TimelineTable timeline,
        String told,
        String timelineExplained,
        String opens,
        String closes,
        LivePatterns patterns,
        EmbedCodes elsewhere) {

    /** Since when something is hidden: for machines and for people. */
    record Hidden(String iso, String text) {}

    static CampaignView of(
            ContestDetails contest,
            CampaignDetails campaign,
            CampaignCounts.Read read,
            Instant now,
            CampaignFormat words,
            PublicUrl address) {
        var tally = read.counts().tally();
        var visibility = read.counts().visibility();
        var race = CampaignStanding.of(Leaderboard.rank(contest, tally), campaign.slug())
                .orElseThrow();
        var since = visibility.hiddenSince();
        var stand = ResultStatus.of(contest, visibility, now);
        var countsViews = countsViews(contest.rules().score());
        var points = words.number(race.line().score());
        var score = countsViews
                ? words.messages().countedViews(points)
                : words.messages().points(points);
        var step = TimelineStep.of(contest.window());
        return new CampaignView(
                contest.slug(),
                contest.name(),
                campaign.slug(),
                campaign.title(),
                campaign.pageUrl(),
                Instants.text(now),
                contest.stateAt(now).jsonName(),
                stand,
                stand != ResultStatus.FINAL,
                contest.isRehearsal(),
                since == null ? null : new Hidden(Instants.text(since), words.utc(since)),
                visibility.heldReason(),
                TimeLeft.of(contest, now, words),
                words.number(race.line().place()),
                words.number(race.campaigns()),
                score,
                race.gap(words),
                Breakdown.of(
                        tally.rows().stream()
                                .filter(row -> row.campaign() == campaign.number())
                                .toList(),
                        words),
                read.shed() == 0 ? "" : words.number(read.shed()),
                TimelineTable.of(contest, read.timeline(), step, words),
                told(race, score, stand, words),
                words.messages().timelineExplained(words.messages().step(step.toHours(), step.toMinutesPart())),
                Instants.text(contest.window().opensAt()),
                Instants.text(contest.window().closesAt()),
                LivePatterns.of(countsViews, words),
                EmbedCodes.of(contest.slug(), campaign.slug(), campaign.title(), words.language(), address));
    }

    private static String told(CampaignStanding race, String score, ResultStatus stand, CampaignFormat words) {
        var place = words.messages().placeOf(words.number(race.line().place()), words.number(race.campaigns()));
        return place + " · " + score + " · " + words.messages().stand(stand);
    }

    /** A score of counted views is called that; any other is points. */
    private static boolean countsViews(RulesCard.Score score) {
        return score.view() == 1 && score.share() == 0;
    }

    /** Where the video is. */
    public String host() {
        return pageUrl.getHost();
    }
}
