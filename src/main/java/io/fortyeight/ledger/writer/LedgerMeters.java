package io.fortyeight.ledger.writer;

import io.fortyeight.ledger.writer.UnrecordedPings.Sort;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells how it stands with queue, writer and memory; asked for only when somebody looks. */
@Singleton
class LedgerMeters implements MeterBinder {

    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final PingQueue queue;
    private final JudgeThread judge;
    private final JudgeMeters meters;
    private final UnrecordedPings unledgered;
    private final MemoryConfig limits;

    LedgerMeters(
            PingQueue queue, JudgeThread judge, JudgeMeters meters, UnrecordedPings unledgered, MemoryConfig limits) {
        this.queue = queue;
        this.judge = judge;
        this.meters = meters;
        this.unledgered = unledgered;
        this.limits = limits;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        bindQueue(registry);
        bindMemory(registry);
        gauge("fortyeight.leader", () -> judge.isLeader() ? 1 : 0, "1 on the instance that takes pings, else 0")
                .register(registry);
        gauge(
                        "fortyeight.writer.epoch",
                        () -> judge.epoch().orElse(0),
                        "Epoch by which this instance writes; 0 on a standby")
                .register(registry);
        for (var sort : Sort.values()) {
            FunctionCounter.builder("fortyeight.unledgered.pings", unledgered, sums -> sums.total(sort))
                    .tag("sort", sort.name().toLowerCase(Locale.ROOT))
                    .description("Pings answered but not recorded: shed (429), refused (503), late after certification")
                    .register(registry);
        }
    }

    private void bindQueue(MeterRegistry registry) {
        gauge("fortyeight.queue.depth", queue::depth, "Pings that wait for the judge")
                .baseUnit("pings")
                .register(registry);
        gauge("fortyeight.queue.capacity", queue::capacity, "Pings that may wait; one more is refused")
                .baseUnit("pings")
                .register(registry);
        gauge(
                        "fortyeight.ledger.lag",
                        () -> queue.lagNanos() / NANOS_PER_SECOND,
                        "Age of the oldest ping that was neither committed nor refused yet")
                .baseUnit("seconds")
                .register(registry);
    }

    private void bindMemory(MeterRegistry registry) {
        gauge("fortyeight.memory.visitors", () -> meters.remembered().visitors(), "Visitors in memory")
                .register(registry);
        gauge("fortyeight.memory.visitors.limit", limits::visitors, "Visitors above which new ones are refused")
                .register(registry);
        gauge("fortyeight.memory.networks", () -> meters.remembered().networks(), "Networks in memory")
                .register(registry);
        gauge("fortyeight.memory.ping.ids", meters::rememberedPingIds, "Ping ids in memory")
                .register(registry);
        gauge(
                        "fortyeight.memory.ping.ids.limit",
                        limits::pingIds,
                        "Ping ids above which the oldest are forgotten early")
                .register(registry);
    }

    private static Gauge.Builder<Supplier<Number>> gauge(String name, Supplier<Number> value, String description) {
        return Gauge.builder(name, value).description(description);
    }
}
