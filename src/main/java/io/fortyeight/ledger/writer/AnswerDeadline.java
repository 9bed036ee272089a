package io.fortyeight.ledger.writer;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that every ping is answered in time, whatever keeps the judge: a database that stands still, a commit that
 * can't be settled, an edit that takes long. On a thread of its own, for when there is trouble the others may all be waiting.
 */
@ApplicationScoped
class AnswerDeadline {

    private static final long LOOK_EVERY_MILLIS = 250;

    private final PingQueue queue;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("answer-deadline", true));

    AnswerDeadline(PingQueue queue) {
        this.queue = queue;
    }

    void start(@Observes StartupEvent event) {
        watch.scheduleWithFixedDelay(queue::refuseOverdue, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        watch.shutdownNow();
    }
}
