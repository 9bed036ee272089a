package io.fortyeight.contest.linkcheck;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Looks every second which links are due, and checks them on threads of its own, a few at a time. Several instances share
 * the work: whoever takes a link has it for as long as its turn and its check may take.
 */
@ApplicationScoped
class LinkCheck {

    private static final Logger LOG = Logger.getLogger(LinkCheck.class);
    private static final int AT_ONCE = 4;

    /** At once and waiting for their turn. */
    private static final int MAX_TAKEN = 32;

    /** Beyond the time that checks may take: for looking up names, and for writing down what came of it. */
    private static final Duration SPARE = Duration.ofMinutes(2);

    private final LinkStore store;
    private final LinkProbe probe;
    private final LinkCheckConfig config;
    private final Clock clock;
    private final Semaphore free = new Semaphore(MAX_TAKEN);
    private final ExecutorService threads =
            Executors.newFixedThreadPool(AT_ONCE, new DefaultThreadFactory("links", true));

    LinkCheck(LinkStore store, LinkProbe probe, LinkCheckConfig config, Clock clock) {
        this.store = store;
        this.probe = probe;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1s", identity = "link-check", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        var places = free.drainPermits();
        var taken = 0;
        try {
            if (places > 0) {
                var now = clock.instant();
                var turns = MAX_TAKEN / AT_ONCE;
                var due = store.take(
                        places,
                        now,
                        now.plus(config.timeout().multipliedBy(turns)).plus(SPARE));
                taken = due.size();
                due.forEach(link -> threads.execute(() -> check(link)));
            }
        } catch (RuntimeException failure) {
            LOG.warn("Links could not be checked; the next sweep tries again", failure);
        } finally {
            free.release(places - taken);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }

    private void check(LinkStore.Due link) {
        try {
            var finding = probe.look(link.url());
            var failures = finding.kind() == LinkCheckResult.Kind.FAILS ? link.failures() + 1 : 0;
            var now = clock.instant();
            store.settle(link, finding, failures, now, now.plus(failures > 0 ? config.again() : config.every()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "What came of checking %s could not be written down", link.url());
        } finally {
            free.release();
        }
    }
}
