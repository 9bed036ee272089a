package io.fortyeight.close;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.ingest.imports.Imports;
import io.fortyeight.ledger.store.StampingClock;
import io.fortyeight.ledger.writer.PingQueue;
import io.fortyeight.ledger.writer.UnrecordedPings;
import io.fortyeight.web.data.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Waits until all that belongs into a contest's ledger is in it. */
@ApplicationScoped
class Drain {

    private final PingQueue queue;
    private final Imports imports;
    private final UnrecordedPings unledgered;
    private final StampingClock clock;
    private final ClosingConfig config;

    Drain(PingQueue queue, Imports imports, UnrecordedPings unledgered, StampingClock clock, ClosingConfig config) {
        this.queue = queue;
        this.imports = imports;
        this.unledgered = unledgered;
        this.clock = clock;
        this.config = config;
    }

    /**
     * Everything stamped before the window closed is in the ledger once a marker behind it has come through.
     *
     * @return what has to be waited for, so that another attempt must be made; null when all is in
     */
    @Nullable
    String waitsFor(ContestDetails contest) throws InterruptedException {
        if (clock.millis() < contest.window().closesAtMillis()) {
            // The one that began the close was ahead of this one.
            return "this host's clock, which is before the end";
        }
        try {
            queue.drainedUntil(contest.window().closesAtMillis())
                    .get(config.drainPatience().toMillis(), TimeUnit.MILLISECONDS);
            if (imports.areRunning(contest.id())) {
                return "an import";
            }
            unledgered.write();
            return null;
        } catch (ExecutionException | TimeoutException notNow) {
            return "the judge";
        } catch (DatabaseException databaseAway) {
            return "the database";
        }
    }
}
