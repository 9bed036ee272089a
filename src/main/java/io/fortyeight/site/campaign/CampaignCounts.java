package io.fortyeight.site.campaign;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.Visibility;
import io.fortyeight.ledger.read.TallyReader;
import io.fortyeight.standings.Leaderboards;
import io.fortyeight.standings.VisibleCounts;
import io.fortyeight.standings.result.Leaderboard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** What a campaign's page shows, read once for all who look at it within a second. */
@ApplicationScoped
class CampaignCounts {

    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final int MAX_KEPT = 500;

    /** A timeline is read after the counts: it may have a little more. */
    record Read(VisibleCounts.Counts counts, Leaderboard leaderboard, List<TallyReader.Point> timeline, long shed) {}

    /** What may be seen is part of it: nothing that was read before a change is told after it. */
    private record Of(int contestId, int campaign, Visibility visibility) {}

    private final VisibleCounts counts;
    private final Leaderboards leaderboards;
    private final Cache<Of, Read> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MAX_KEPT).build();

    CampaignCounts(VisibleCounts counts, Leaderboards leaderboards) {
        this.counts = counts;
        this.leaderboards = leaderboards;
    }

    Read of(ContestDetails contest, CampaignDetails campaign) {
        var of = new Of(contest.id(), campaign.number(), counts.visibility(contest));
        return kept.get(of, absent -> read(contest, campaign));
    }

    private Read read(ContestDetails contest, CampaignDetails campaign) {
        var step = TimelineStep.of(contest.window());
        return new Read(
                counts.now(contest),
                leaderboards.now(contest),
                counts.timeline(contest, campaign.number(), Math.toIntExact(step.toMinutes())),
                counts.shed(contest, campaign.number()));
    }
}
