package io.fortyeight.embed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fortyeight.campaign.Stand;
import io.fortyeight.contest.ContestDetails;
import io.fortyeight.contest.ContestState;
import io.fortyeight.contest.Visibility;
import io.fortyeight.leaderboard.Leaderboard;
import io.fortyeight.leaderboard.Leaderboards;
import io.fortyeight.ledger.StampingClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Looks at contests for everything that is embedded: a badge is fetched by each reader of somebody else's page. */
@ApplicationScoped
class Glances {

    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final int MOST_KEPT = 500;

    /** What may be seen is part of it: nothing that was read before a change is told after it. */
    private record Of(int contestId, Visibility visibility, ContestState state, int campaigns) {}

    private final Leaderboards leaderboards;
    private final StampingClock clock;
    private final Cache<Of, Leaderboard> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST_KEPT).build();

    Glances(Leaderboards leaderboards, StampingClock clock) {
        this.leaderboards = leaderboards;
        this.clock = clock;
    }

    Glance at(ContestDetails contest) {
        var now = clock.now();
        var visibility = Visibility.of(contest, now);
        var of = new Of(
                contest.id(),
                visibility,
                contest.stateAt(now),
                contest.campaigns().size());
        return new Glance(
                contest,
                kept.get(of, absent -> leaderboards.now(contest)),
                Stand.of(contest, visibility, now),
                visibility.hiddenSince(),
                contest.isRehearsal());
    }
}
