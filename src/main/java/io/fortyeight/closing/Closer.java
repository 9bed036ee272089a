package io.fortyeight.closing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fortyeight.contest.ContestDetails;
import io.fortyeight.contest.ContestDirectory;
import io.fortyeight.contest.ContestLifecycle;
import io.fortyeight.ingest.Imports;
import io.fortyeight.ledger.PingQueue;
import io.fortyeight.ledger.Recount;
import io.fortyeight.ledger.StampingClock;
import io.fortyeight.ledger.Unledgered;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Closes one contest: drains the queue, waits for imports, recounts, compares, and certifies. Each step leaves no trace but
 * the state in the contest's row, so that an attempt that dies anywhere is simply made again.
 */
@ApplicationScoped
class Closer {

    private static final Logger LOG = Logger.getLogger(Closer.class);

    private final ContestDirectory directory;
    private final ContestLifecycle lifecycle;
    private final PingQueue queue;
    private final Imports imports;
    private final Recount recount;
    private final Unledgered unledgered;
    private final StampingClock clock;
    private final ClosingConfig config;
    private final ObjectMapper json;

    Closer(
            ContestDirectory directory,
            ContestLifecycle lifecycle,
            PingQueue queue,
            Imports imports,
            Recount recount,
            Unledgered unledgered,
            StampingClock clock,
            ClosingConfig config,
            ObjectMapper json) {
        this.directory = directory;
        this.lifecycle = lifecycle;
        this.queue = queue;
        this.imports = imports;
        this.recount = recount;
        this.unledgered = unledgered;
        this.clock = clock;
        this.config = config;
        this.json = json;
    }

    /**
     * Brings a contest in {@code closing} to {@code certified} or {@code held}, unless something has to be waited for.
     *
     * @return whether the attempt came to an end; false means that it has to be made again
     */
    boolean close(int contestId) throws InterruptedException {
        var contest = directory.find(contestId).orElseThrow();
        if (!isDrained(contest) || imports.areRunning(contestId)) {
            return false;
        }
        try {
            unledgered.write();
        } catch (SQLException databaseAway) {
            LOG.warnf(databaseAway, "The close of %s waits for the database", contest.slug());
            return false;
        }
        certifyOrHold(contest);
        return true;
    }

    /** Everything stamped before the window closed is in the ledger once a marker behind it has come through. */
    private boolean isDrained(ContestDetails contest) throws InterruptedException {
        try {
            queue.drainedUntil(contest.window().closesAtMillis())
                    .get(config.drainPatience().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException notNow) {
            LOG.warnf("The close of %s waits for the judge", contest.slug());
            return false;
        }
    }

    private void certifyOrHold(ContestDetails contest) {
        if (!contest.rules().hash().equals(contest.rulesHash())) {
            hold(contest, "The rules card is not the one that was pinned when the window opened");
            return;
        }
        var outcome = recount.of(contest, contest.rules());
        if (!outcome.agrees()) {
            hold(
                    contest,
                    Recount.DIFFERS
                            + String.join(
                                    "; ",
                                    outcome.differences().stream().limit(5).toList()));
            return;
        }
        var window = contest.window();
        var sums = unledgered.between(contest.id(), window.opensAtMillis(), window.closesAtMillis() - 1);
        var certifiedAt = clock.now();
        if (lifecycle.certify(contest.id(), certifiedAt, body(contest, outcome, sums, certifiedAt))) {
            LOG.infof("Contest %s is certified: %d pings recounted", contest.slug(), outcome.pings());
        }
    }

    private void hold(ContestDetails contest, String reason) {
        if (lifecycle.hold(contest.id(), reason)) {
            LOG.errorf("The close of contest %s is held: %s", contest.slug(), reason);
        }
    }

    private String body(ContestDetails contest, Recount.Outcome outcome, Unledgered.Sums sums, Instant certifiedAt) {
        // Campaigns may not be added any more, but the look-up may be older than the last one.
        var current = directory.find(contest.id()).orElse(contest);
        try {
            return json.writeValueAsString(CertifiedResult.of(current, outcome, sums, certifiedAt));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The result can't be written as JSON", impossible);
        }
    }
}
