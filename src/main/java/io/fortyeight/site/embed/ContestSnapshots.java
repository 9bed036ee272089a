package io.fortyeight.site.embed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.directory.Visibility;
import io.fortyeight.site.campaign.ResultStatus;
import io.fortyeight.standings.Leaderboards;
import io.fortyeight.standings.result.Leaderboard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Looks at contests for everything that is embedded: a badge is fetched by each reader of somebody else's page. */
@ApplicationScoped
class ContestSnapshots {

    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final int MAX_KEPT = 500;

    /** What may be seen is part of it: nothing that was read before a change is told after it. */
    private record Of(int contestId, Visibility visibility, ContestState state, int campaigns) {}

    private final Leaderboards leaderboards;
    private final Clock clock;
    private final Cache<Of, Leaderboard> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MAX_KEPT).build();

    ContestSnapshots(Leaderboards leaderboards, Clock clock) {
        this.leaderboards = leaderboards;
        this.clock = clock;
    }

    ContestSnapshot at(ContestDetails contest) {
        var now = clock.instant();
        var visibility = Visibility.of(contest, now);
        var of = new Of(
                contest.id(),
                visibility,
                contest.stateAt(now),
                contest.campaigns().size());
        return new ContestSnapshot(
                contest,
                kept.get(of, absent -> leaderboards.now(contest)),
                ResultStatus.of(contest, visibility, now),
                visibility.hiddenSince(),
                contest.isRehearsal());
    }
}
