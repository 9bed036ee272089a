package io.fortyeight.close.operations;

import io.fortyeight.close.StepTaken;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Tells when the next window closes, what is overdue or held, and how long the steps of each close took. */
@Singleton
class CloseMeters implements MeterBinder {

    private static final double MILLIS_PER_SECOND = 1000;

    private static final Duration[] STEP_TIMES = LongStream.of(
                    10, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Closes closes;
    private final MeterRegistry registry;

    CloseMeters(Closes closes, MeterRegistry registry) {
        this.closes = closes;
        this.registry = registry;
    }

    @Override
    public void bindTo(MeterRegistry binding) {
        Gauge.builder("fortyeight.next.close", this::nextSeconds)
                .description("Time until the next window closes; NaN when none is to close")
                .baseUnit("seconds")
                .register(binding);
        Gauge.builder("fortyeight.close.overdue", () -> closes.mostOverdueMillis() / MILLIS_PER_SECOND)
                .description("Time since the most overdue close was due; 0 when none is")
                .baseUnit("seconds")
                .register(binding);
        Gauge.builder("fortyeight.closes.held", () -> closes.held().size())
                .description("Contests whose close is held")
                .register(binding);
        Gauge.builder("fortyeight.tally.mismatches", closes::mismatches)
                .description("Contests that are held because a recount of the ledger differs from the tally")
                .register(binding);
    }

    private double nextSeconds() {
        var millis = closes.nextMillis();
        return millis.isPresent() ? millis.getAsLong() / MILLIS_PER_SECOND : Double.NaN;
    }

    void stepTaken(@Observes StepTaken taken) {
        Timer.builder("fortyeight.close.step")
                .tag("step", taken.step().jsonName())
                .description("Time that a step of a close took")
                .serviceLevelObjectives(STEP_TIMES)
                .register(registry)
                .record(taken.millis(), TimeUnit.MILLISECONDS);
    }
}
