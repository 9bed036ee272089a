package io.fortyeight.leaderboard;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.Optional;

/** Builds leaderboards: from the tally while a contest runs, from the certified result afterwards. */
@ApplicationScoped
public class Leaderboards {

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
        return certificate(contest)
                .orElseThrow(() -> new IllegalStateException("The result of " + contest.slug() + " is missing"))
                .leaderboard();
    }

    /** What was certified; empty until then. */
    Optional<Certificate> certificate(ContestDetails contest) {
        return contest.storedState().isFinal() ? results.find(contest.id()).map(this::read) : Optional.empty();
    }

    private Certificate read(String body) {
        try {
            return json.readValue(body, Certificate.class);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("A certified result can't be read", malformed);
        }
    }
}
