package io.fortyeight.close;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.lifecycle.ContestLifecycle;
import io.fortyeight.ledger.store.StampingClock;
import io.fortyeight.ledger.store.WriterStatus;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The scheduler of the close: looks every second what is due, and does it. Nothing depends on it being on time, for each
 * ping is judged by its own {@code receivedAt}; a sweep that comes late, twice, or after a crash finds in each contest's row
 * how far it got.
 */
@ApplicationScoped
class CloseSweep {

    private static final Logger LOG = Logger.getLogger(CloseSweep.class);

    /** A recount reads a lot: two at a time leave room for the judge. */
    private static final int CLOSES_AT_ONCE = 2;

    private static final long SWEEP_MILLIS = 1_000;

    private final ContestDirectory directory;
    private final ContestLifecycle lifecycle;
    private final Closer closer;
    private final WriterStatus leadership;
    private final StampingClock clock;
    private final ClosingConfig config;
    private final CloseSteps steps;
    private final ScheduledExecutorService closes =
            Executors.newScheduledThreadPool(CLOSES_AT_ONCE, new DefaultThreadFactory("closer", true));
    private final Set<Integer> underWay = ConcurrentHashMap.newKeySet();

    CloseSweep(
            ContestDirectory directory,
            ContestLifecycle lifecycle,
            Closer closer,
            WriterStatus leadership,
            StampingClock clock,
            ClosingConfig config,
            CloseSteps steps) {
        this.directory = directory;
        this.lifecycle = lifecycle;
        this.closer = closer;
        this.leadership = leadership;
        this.clock = clock;
        this.config = config;
        this.steps = steps;
    }

    @Scheduled(every = "1s", identity = "close-sweep", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        if (!leadership.isLeader()) {
            return;
        }
        var now = clock.now();
        for (var contest : directory.all()) {
            try {
                step(contest, now);
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "A step of contest %s failed; the next sweep tries again", contest.slug());
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        closes.shutdownNow();
    }

    private void step(ContestDetails contest, Instant now) {
        switch (contest.storedState()) {
            case SCHEDULED -> {
                if (!contest.window().isAfter(now.toEpochMilli())) {
                    lifecycle.open(contest.id());
                }
            }
            case OPEN -> {
                if (!contest.past() && contest.window().isBefore(now.toEpochMilli())) {
                    lifecycle.beginClosing(contest.id());
                    close(contest.id());
                } else {
                    wakeAtTheEnd(contest, now);
                }
            }
            case CLOSING -> close(contest.id());
            case CERTIFIED -> {
                var announcesAt = contest.announcesAt();
                if (announcesAt == null || !now.isBefore(announcesAt)) {
                    announce(contest);
                }
            }
            case HELD, ANNOUNCED -> {
                // An operator's turn, or nobody's.
            }
        }
        destroySecretWhenDue(contest, now);
    }

    /** A sweep a second is early enough for nearly everything; an end that is near is met to the millisecond. */
    private void wakeAtTheEnd(ContestDetails contest, Instant now) {
        var millisLeft = contest.window().closesAtMillis() - now.toEpochMilli();
        if (!contest.past() && millisLeft > 0 && millisLeft < SWEEP_MILLIS) {
            closes.schedule(this::sweep, millisLeft, TimeUnit.MILLISECONDS);
        }
    }

    private void announce(ContestDetails contest) {
        steps.begin(contest.id(), CloseStep.ANNOUNCE);
        lifecycle.announce(contest.id());
    }

    private void close(int contestId) {
        if (underWay.add(contestId)) {
            closes.execute(() -> {
                try {
                    closer.close(contestId);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException failure) {
                    LOG.errorf(failure, "The close of contest %d failed; the next sweep tries again", contestId);
                } finally {
                    underWay.remove(contestId);
                }
            });
        }
    }

    private void destroySecretWhenDue(ContestDetails contest, Instant now) {
        var certifiedAt = contest.certifiedAt();
        var due = contest.window().closesAt().plus(config.keepSecretAfterWindow());
        if (contest.past()) {
            // A contest for imports may be made long after its window; its secret is needed until it has closed.
            due = Instant.MAX;
        }
        if (certifiedAt != null) {
            var afterCertification = certifiedAt.plus(config.keepSecretAfterCertification());
            due = afterCertification.isBefore(due) ? afterCertification : due;
        }
        if (!now.isBefore(due) && directory.secret(contest.id()).isPresent()) {
            lifecycle.destroySecret(contest.id());
        }
    }
}
