package io.fortyeight.close;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.Visibility;
import io.fortyeight.contest.rules.RobotsVersion;
import io.fortyeight.contest.rules.RulesReader;
import io.fortyeight.ledger.recount.Recount;
import io.fortyeight.ledger.store.StampingClock;
import io.fortyeight.standings.result.CertifiedResult;
import io.fortyeight.standings.result.Leaderboard;
import io.fortyeight.web.http.Instants;
import io.fortyeight.web.http.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Recounts ledgers when asked to, and tells as much of it as may be told. */
@ApplicationScoped
public class Recounts {

    /** A recount reads the whole ledger. */
    private static final int AT_ONCE = 2;

    private static final long RETRY_AFTER_SECONDS = 10;

    private final ContestDirectory directory;
    private final Recount recount;
    private final RobotsVersion robots;
    private final StampingClock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Recounts(ContestDirectory directory, Recount recount, RobotsVersion robots, StampingClock clock) {
        this.directory = directory;
        this.recount = recount;
        this.robots = robots;
        this.clock = clock;
    }

    /**
     * Recounts a contest. Takes as long as its ledger is long, and changes nothing.
     *
     * @param other a card to ask what would have been, as organizers write it; null for the contest's own
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for a card that is none, 404 for no contest, 409 for a what-if
     *     while counts are hidden, 503 when others are under way
     */
    public RecountAnswer of(String slug, @Nullable JsonNode other) {
        var contest = directory.known(slug);
        var window = contest.window();
        var whatIf = other != null;
        var length = Duration.ofMillis(window.closesAtMillis() - window.opensAtMillis());
        if (whatIf) {
            refuseWhileHiding(contest);
        }
        var card = other == null ? contest.rules() : RulesReader.read(other, length, robots.robots());
        if (!places.tryAcquire()) {
            throw Problems.unavailable("Other recounts are under way", RETRY_AFTER_SECONDS);
        }
        try {
            var asOf = clock.now();
            var outcome = recount.of(contest, card);
            // Looked up and asked about after the reading: what was read while nothing was hidden may be told.
            var current = directory.known(slug);
            if (whatIf) {
                refuseWhileHiding(current);
            }
            var hiddenSince = Visibility.of(current, clock.now()).hiddenSince();
            var isTold = hiddenSince == null;
            return new RecountAnswer(
                    slug,
                    asOf,
                    card.hash(),
                    outcome.pings(),
                    whatIf ? null : outcome.agrees(),
                    whatIf || !isTold ? null : outcome.differences(),
                    hiddenSince,
                    isTold ? Leaderboard.rank(current, card.score(), outcome.recounted()) : null,
                    whatIf ? Leaderboard.rank(current, outcome.tallied()) : null,
                    outcome.partitions().stream()
                            .map(end -> new CertifiedResult.End(end.number(), end.lastSequence()))
                            .toList());
        } finally {
            places.release();
        }
    }

    private void refuseWhileHiding(ContestDetails contest) {
        var hiddenSince = Visibility.of(contest, clock.now()).hiddenSince();
        if (hiddenSince != null) {
            throw Problems.conflict("What was received from " + Instants.text(hiddenSince)
                    + " on is hidden until the result is published: ask then what would have been");
        }
    }
}
