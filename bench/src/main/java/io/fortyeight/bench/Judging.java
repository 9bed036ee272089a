package io.fortyeight.bench;

import com.sun.management.OperatingSystemMXBean;
import io.fortyeight.core.counting.CountingRules;
import io.fortyeight.core.counting.Histories;
import io.fortyeight.core.counting.Preset;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.core.counting.Verdict;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Pings a second that one thread judges by {@code fair-48h}; making the ping is part of it. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
// Of young objects as many as in the application: else visitors lie scattered among garbage until a first collection.
// Touched before: where the machine has to be asked for each page of memory, that would be what is measured.
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-Xmn256m", "-XX:+AlwaysPreTouch"})
@OperationsPerInvocation(Judging.BATCH)
public class Judging {

    static final int BATCH = 256;

    private static final RulesCard CARD = Preset.FAIR_48H.card("none");
    private static final int CHECKED = 200_000;

    @Param({"10000", "100000", "1000000"})
    int visitors;

    private JudgingTraffic traffic = new JudgingTraffic(1);
    private CountingRules rules = new CountingRules(JudgingTraffic.WINDOW, CARD);
    private Histories histories = new Histories(JudgingTraffic.WINDOW, CARD);
    private HashMapJudge plain = plain();

    private static HashMapJudge plain() {
        return new HashMapJudge(
                Objects.requireNonNull(CARD.repeat()),
                Objects.requireNonNull(CARD.cap()),
                Objects.requireNonNull(CARD.freeze()),
                Objects.requireNonNull(CARD.network()));
    }

    @Setup
    public void compareVerdicts() {
        traffic = new JudgingTraffic(visitors);
        for (var i = 0; i < CHECKED; i++) {
            var ping = traffic.next();
            var verdict = rules.judge(histories, ping);
            histories.record(ping, verdict);
            var expected = plain.judgeAndRecord(ping, Objects.requireNonNull(ping.network()));
            if (verdict != expected) {
                throw new IllegalStateException(ping + ": " + verdict + ", but " + expected);
            }
        }
    }

    /** What the whole process took, its garbage collector too: on a shared machine the clock tells less. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Processor {

        private static final OperatingSystemMXBean SYSTEM =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

        public long pings;
        public long nanos;
        private long startNanos;

        @Setup(Level.Iteration)
        public void start() {
            pings = 0;
            startNanos = SYSTEM.getProcessCpuTime();
        }

        @TearDown(Level.Iteration)
        public void stop() {
            nanos = SYSTEM.getProcessCpuTime() - startNanos;
        }
    }

    /** As the writer does it: a batch that could be undone, when an item counts again, and some forgetting. */
    @Benchmark
    public void judging(Blackhole answers, Processor processor) {
        histories.begin();
        var last = 0L;
        for (var i = 0; i < BATCH; i++) {
            var ping = traffic.next();
            var verdict = rules.judge(histories, ping);
            histories.record(ping, verdict);
            if (!verdict.isCounted()) {
                answers.consume(rules.countsAgainAtMillis(histories, ping, verdict));
            }
            last = ping.receivedAtMillis();
        }
        histories.commit();
        histories.forgetIdle(BATCH / 4 + 16, last);
        processor.pings += BATCH;
    }

    @Benchmark
    public void hashMap(Blackhole answers, Processor processor) {
        for (var i = 0; i < BATCH; i++) {
            var ping = traffic.next();
            Verdict verdict = plain.judgeAndRecord(ping, Objects.requireNonNull(ping.network()));
            answers.consume(verdict);
        }
        processor.pings += BATCH;
    }
}
