package io.fortyeight.notify.webhook;

import io.fortyeight.ledger.store.WriterStatus;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Looks every second what is to be delivered, and sends it. Has threads of its own, for looking up a name may take long; but
 * none waits for an answer.
 */
@ApplicationScoped
class WebhookDispatch {

    private static final Logger LOG = Logger.getLogger(WebhookDispatch.class);
    private static final int THREADS = 4;

    /** Also the most that wait for a thread: few enough that they hold a lease when their turn comes. */
    private static final int MAX_UNDER_WAY = 64;

    private final FanOut fanOut;
    private final DeliveryQueue queue;
    private final Sender sender;
    private final WriterStatus leadership;
    private final Clock clock;
    private final Semaphore free = new Semaphore(MAX_UNDER_WAY);
    private final ExecutorService threads =
            Executors.newFixedThreadPool(THREADS, new DefaultThreadFactory("webhooks", true));

    WebhookDispatch(FanOut fanOut, DeliveryQueue queue, Sender sender, WriterStatus leadership, Clock clock) {
        this.fanOut = fanOut;
        this.queue = queue;
        this.sender = sender;
        this.leadership = leadership;
        this.clock = clock;
    }

    @Scheduled(every = "1s", identity = "webhook-dispatch", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        if (!leadership.isLeader()) {
            return;
        }
        try {
            while (fanOut.next()) {
                // Until every event has its deliveries.
            }
            sendDue();
        } catch (RuntimeException failure) {
            LOG.warn("Events could not be sent; the next sweep tries again", failure);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }

    private void sendDue() {
        var places = free.drainPermits();
        var taken = 0;
        try {
            var messages = queue.lease(places);
            taken = messages.size();
            messages.forEach(message -> threads.execute(() -> send(message)));
        } finally {
            free.release(places - taken);
        }
    }

    private void send(Message message) {
        var attemptedAt = clock.instant();
        if (attemptedAt.plus(sender.timeout()).isAfter(message.leasedUntil())) {
            // Its turn came too late to be sure that nobody else sends it meanwhile.
            free.release();
            return;
        }
        var startedNanos = System.nanoTime();
        outcome(message, attemptedAt)
                .whenCompleteAsync(
                        (outcome, none) -> settle(
                                message, attemptedAt, Duration.ofNanos(System.nanoTime() - startedNanos), outcome),
                        threads);
    }

    private CompletionStage<Outcome> outcome(Message message, Instant attemptedAt) {
        try {
            return sender.send(
                    message.target(), message.headers(attemptedAt), message.payload(), message.failedBefore());
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Delivery %s can't be sent", message.deliveryId());
            return CompletableFuture.completedFuture(Outcome.failed("It could not be sent: " + failure));
        }
    }

    /** What can't be written down now is sent again when the lease is over. */
    private void settle(Message message, Instant attemptedAt, Duration took, Outcome outcome) {
        try {
            queue.settle(message, attemptedAt, took, outcome);
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "What came of delivery %s could not be written down", message.deliveryId());
        } finally {
            free.release();
        }
    }
}
