package io.fortyeight;

import static org.awaitility.Awaitility.await;

import io.quarkus.arc.Arc;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.common.runtime.ScheduledMethod;
import io.quarkus.scheduler.common.runtime.SchedulerContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;

/**
 * The jobs of the application's scheduler, by their identities. In component tests the scheduler stands still, so that
 * nothing is written beside a test: a test runs a job when it needs it.
 */
public enum TestJob {
    CLOCK_OFFSET("clock-offset"),
    CLOSE_SWEEP("close-sweep"),
    CLOSING_WARNINGS("closing-warnings"),
    CREDIT("credit"),
    DIRECTORY_REFRESH("directory-refresh"),
    LINK_CHECK("link-check"),
    LIVE_EVENTS("live-events"),
    LIVE_EVENTS_HEARTBEAT("live-events-heartbeat"),
    ORPHANED_IMPORTS("end-orphaned-imports"),
    SEE_CLOSES("see-closes"),
    UNRECORDED_PINGS("write-unledgered"),
    WEBHOOK_DISPATCH("webhook-dispatch");

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** One thread for all: no job runs beside another, and none in a test's own request. */
    private static final ScheduledExecutorService RUNNER = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "test-jobs");
        thread.setDaemon(true);
        return thread;
    });

    private final String identity;

    TestJob(String identity) {
        this.identity = identity;
    }

    public String identity() {
        return identity;
    }

    /** Runs the job once, to its end. */
    public void run() {
        onRunner(this::invoke);
    }

    /** Runs the job and looks, again and again, until what is seen is as expected. */
    public <T> T until(Callable<T> look, Predicate<? super T> expected) {
        return looking()
                .until(
                        () -> {
                            run();
                            return look.call();
                        },
                        expected);
    }

    /** Runs the job and checks, again and again, until the check passes. */
    public void untilAsserted(ThrowingRunnable check) {
        looking().untilAsserted(() -> {
            run();
            check.run();
        });
    }

    private static ConditionFactory looking() {
        return await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(PAUSE);
    }

    /**
     * Runs these jobs over and over until the answer is closed: while a test waits for a page in a browser. When it is
     * closed, none of them is under way.
     */
    public static Repeating repeat(TestJob... jobs) {
        var repetition = RUNNER.scheduleWithFixedDelay(
                () -> List.of(jobs).forEach(TestJob::invoke), 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return () -> {
            repetition.cancel(false);
            onRunner(() -> {});
        };
    }

    /** Jobs that are repeated until this is closed. */
    public interface Repeating extends AutoCloseable {
        @Override
        void close();
    }

    private static void onRunner(Runnable work) {
        try {
            RUNNER.submit(work).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new AssertionError(failure);
        }
    }

    private void invoke() {
        var context = Arc.container().instance(SchedulerContext.class).get();
        var method = context.getScheduledMethods().stream()
                .filter(this::isThis)
                .findFirst()
                .orElseThrow();
        try {
            context.createInvoker(method.getInvokerClassName())
                    .invoke(null)
                    .toCompletableFuture()
                    .join();
        } catch (Exception failure) {
            throw new AssertionError(identity, failure);
        }
    }

    private boolean isThis(ScheduledMethod method) {
        return method.getSchedules().stream().map(Scheduled::identity).anyMatch(identity::equals);
    }
}
