package io.fortyeight.notify.outbox;

import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.ledger.store.WriterStatus;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Looks every second which contests are about to close, and warns of each at most once. */
@ApplicationScoped
class ClosingWarnings {

    private static final Logger LOG = Logger.getLogger(ClosingWarnings.class);

    private final ContestDirectory directory;
    private final Outbox outbox;
    private final WriterStatus leadership;
    private final Clock clock;
    private final WarningTimes times;

    /** Those that are due and settled; only spares the database, which knows better. */
    private final Set<ClosingWarning> settled = ConcurrentHashMap.newKeySet();

    ClosingWarnings(
            ContestDirectory directory, Outbox outbox, WriterStatus leadership, Clock clock, WarningTimes times) {
        this.directory = directory;
        this.outbox = outbox;
        this.leadership = leadership;
        this.clock = clock;
        this.times = times;
    }

    @Scheduled(every = "1s", identity = "closing-warnings", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        if (!leadership.isLeader()) {
            return;
        }
        var now = clock.instant();
        var due = directory.all().stream()
                .flatMap(contest -> times.due(contest, now).stream())
                .collect(Collectors.toSet());
        settled.retainAll(due);
        due.removeAll(settled);
        for (var warning : due) {
            try {
                outbox.warn(warning, now);
                settled.add(warning);
            } catch (RuntimeException failure) {
                LOG.warnf(
                        failure,
                        "The close of contest %d could not be warned of; the next sweep tries again",
                        warning.contestId());
            }
        }
    }
}
