package io.fortyeight.standings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.standings.result.CertifiedResult;
import io.fortyeight.standings.result.Leaderboard;
import io.fortyeight.standings.result.ResultJson;
import io.fortyeight.web.data.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Builds leaderboards: from the tally while a contest runs, from the certified result once it is shown. */
@ApplicationScoped
public class Leaderboards {

    /** The list of contests would read each tally again for each of its readers. */
    private static final Duration KEPT = Duration.ofSeconds(2);

    private static final int MAX_KEPT = 1_000;

    private final Cache<Integer, OptionalLong> counted =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MAX_KEPT).build();
    private final VisibleCounts counts;
    private final ContestDirectory directory;
    private final ResultJson json;

    Leaderboards(VisibleCounts counts, ContestDirectory directory, ResultJson json) {
        this.counts = counts;
        this.directory = directory;
        this.json = json;
    }

    /** As of now. */
    public Leaderboard now(ContestDetails contest) {
        return counts.visibility(contest).showsResult() ? certified(contest) : of(contest, counts.now(contest));
    }

    /** As of an instant, that instant included. */
    Leaderboard at(ContestDetails contest, Instant at) {
        var certifiedAt = contest.certifiedAt();
        if (certifiedAt != null
                && !at.isBefore(certifiedAt)
                && counts.visibility(contest).showsResult()) {
            return certified(contest);
        }
        return of(contest, counts.at(contest, at));
    }

    private Leaderboard of(ContestDetails contest, VisibleCounts.Counts seen) {
        // Campaigns may have been added while the tally was read.
        var standings = Leaderboard.rank(directory.find(contest.id()).orElse(contest), seen.tally());
        return new Leaderboard(
                seen.asOf(),
                false,
                seen.visibility().hiddenSince(),
                seen.visibility().hiddenUntil(),
                standings);
    }

    private Leaderboard certified(ContestDetails contest) {
        return result(contest)
                .orElseThrow(() -> new IllegalStateException("The result of " + contest.slug() + " is missing"))
                .leaderboard();
    }

    /**
     * How many pings of all campaigns are counted and may be seen; at most two seconds old. Empty while the database is away:
     * the list of contests is there without it.
     */
    public OptionalLong countedLately(ContestDetails contest) {
        return counted.get(contest.id(), id -> counted(contest));
    }

    private OptionalLong counted(ContestDetails contest) {
        try {
            return OptionalLong.of(now(contest).standings().stream()
                    .mapToLong(Leaderboard.Line::counted)
                    .sum());
        } catch (DatabaseException databaseAway) {
            return OptionalLong.empty();
        }
    }

    public Sparklines sparklines(ContestDetails contest) {
        return counts.sparklines(contest);
    }

    /** What was certified; empty until it is shown. */
    public Optional<CertifiedResult> result(ContestDetails contest) {
        return counts.result(contest).map(json::read);
    }
}
