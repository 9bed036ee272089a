package io.fortyeight.ledger.writer;

import io.fortyeight.core.counting.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What the judge's work is measured by, on its own thread. Meters are looked up once, here; verdicts are added up by batch.
 *
 * <p>No meter tells one contest or campaign from another: during a blackout, they would tell what is hidden.
 */
@Singleton
class JudgeMeters {

    private static final Verdict[] VERDICTS = Verdict.values();

    /** From half of what a commit takes on a good disk up to the 4 s after which pings are refused. */
    private static final Duration[] TIMES = LongStream.of(
                    500, 1_000, 2_000, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_000_000,
                    4_000_000)
            .mapToObj(micros -> Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(micros)))
            .toArray(Duration[]::new);

    /** By ordinal; the two kinds of frozen share one. */
    private final Counter[] pings;

    private final DistributionSummary batchSize;
    private final Timer commit;
    private final Timer ack;
    private volatile JudgeState.Size remembered = JudgeState.Size.NOTHING;
    private volatile int rememberedPingIds;

    JudgeMeters(MeterRegistry registry) {
        pings = Stream.of(VERDICTS)
                .map(verdict -> Counter.builder("fortyeight.pings")
                        .tag("verdict", verdict.jsonName())
                        .description("Pings that this instance has committed to the ledger, by verdict")
                        .register(registry))
                .toArray(Counter[]::new);
        batchSize = DistributionSummary.builder("fortyeight.batch.size")
                .baseUnit("pings")
                .description("Entries in one commit")
                .serviceLevelObjectives(1, 4, 16, 64, 256, 1024, 2048)
                .register(registry);
        commit = Timer.builder("fortyeight.commit")
                .description("Time that one commit of a batch took, from sending it to its confirmation")
                .serviceLevelObjectives(TIMES)
                .register(registry);
        ack = Timer.builder("fortyeight.ack")
                .description("Time from the queueing of a ping to its answer")
                .serviceLevelObjectives(TIMES)
                .register(registry);
    }

    /** Adds a batch that is durable and about to be answered. */
    void count(Batch durable) {
        var entries = 0;
        for (var verdict : VERDICTS) {
            var count = durable.entriesWith(verdict);
            if (count > 0) {
                pings[verdict.ordinal()].increment(count);
                entries += count;
            }
        }
        if (entries > 0) {
            batchSize.record(entries);
        }
        var nowNanos = System.nanoTime();
        durable.forEachPing(ping -> ack.record(nowNanos - ping.queuedAtNanos(), TimeUnit.NANOSECONDS));
    }

    void timeCommit(long nanos) {
        commit.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Takes down how much the judge remembers: its memory is for its own thread only. */
    void remembers(JudgeState memory) {
        remembered = memory.size();
        rememberedPingIds = memory.answers().size();
    }

    void remembersNothing() {
        remembered = JudgeState.Size.NOTHING;
        rememberedPingIds = 0;
    }

    JudgeState.Size remembered() {
        return remembered;
    }

    int rememberedPingIds() {
        return rememberedPingIds;
    }
}
