package io.fortyeight.leaderboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fortyeight.contest.CertifiedResults;
import io.fortyeight.contest.ContestDetails;
import io.fortyeight.contest.ContestDirectory;
import io.fortyeight.ledger.StampingClock;
import io.fortyeight.ledger.Tallies;
import io.fortyeight.tally.Tally;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Builds leaderboards: from the tally while a contest runs, from the certified result afterwards. */
@ApplicationScoped
public class Leaderboards {

    /** As much of a certified result as a leaderboard shows. */
    private record CertifiedStandings(Instant certifiedAt, List<Leaderboard.Line> standings) {}

    private final Tallies tallies;
    private final ContestDirectory directory;
    private final CertifiedResults results;
    private final StampingClock clock;
    private final ObjectMapper json;

    Leaderboards(
            Tallies tallies,
            ContestDirectory directory,
            CertifiedResults results,
            StampingClock clock,
            ObjectMapper json) {
        this.tallies = tallies;
        this.directory = directory;
        this.results = results;
        this.clock = clock;
        this.json = json;
    }

    /** As of now. */
    public Leaderboard now(ContestDetails contest) {
        if (contest.storedState().isFinal()) {
            return certified(contest);
        }
        var tally = tallies.snapshot(contest.id()).tally();
        return new Leaderboard(clock.now(), false, rank(contest, tally));
    }

    /** As of an instant, that instant included. */
    Leaderboard at(ContestDetails contest, Instant at) {
        var certifiedAt = contest.certifiedAt();
        if (certifiedAt != null && !at.isBefore(certifiedAt)) {
            return certified(contest);
        }
        var tally = tallies.at(contest.id(), at.toEpochMilli());
        return new Leaderboard(at, false, rank(contest, tally));
    }

    private List<Leaderboard.Line> rank(ContestDetails contest, Tally tally) {
        // Campaigns may have been added while the tally was read.
        return Leaderboard.rank(directory.find(contest.id()).orElse(contest), tally);
    }

    private Leaderboard certified(ContestDetails contest) {
        var body = results.find(contest.id())
                .orElseThrow(() -> new IllegalStateException("The result of " + contest.slug() + " is missing"));
        try {
            var result = json.readerFor(CertifiedStandings.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .<CertifiedStandings>readValue(body);
            return new Leaderboard(result.certifiedAt(), true, result.standings());
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("The result of " + contest.slug() + " can't be read", malformed);
        }
    }
}
