package io.fortyeight.close;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Sweeps ten times as often as the scheduler, which looks once a second: dozens of closes would else each be waited for. Not
 * while a test has paused the scheduler's own sweep.
 */
@Singleton
class EagerSweep {

    private static final long EVERY_MILLIS = 100;
    private static final String IDENTITY = "close-sweep";

    private final CloseSweep sweep;
    private final Scheduler scheduler;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    EagerSweep(CloseSweep sweep, Scheduler scheduler) {
        this.sweep = sweep;
        this.scheduler = scheduler;
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::sweep, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        if (!scheduler.isPaused(IDENTITY)) {
            sweep.sweep();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }
}
