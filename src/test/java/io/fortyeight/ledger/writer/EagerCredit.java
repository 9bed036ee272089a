package io.fortyeight.ledger.writer;

import io.fortyeight.ledger.credit.Credits;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Gives credit ten times as often as the scheduler, which does so once a second: dozens of tests would else wait for it. */
@Singleton
class EagerCredit {

    private static final long EVERY_MILLIS = 100;

    private final Credits credits;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    EagerCredit(Credits credits) {
        this.credits = credits;
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(credits::sweep, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }
}
