package io.fortyeight.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * One application under load that something is done to again and again: {@link #begin}, the fault, {@link #awaitHealed},
 * {@link #end}. Writes down what it came to, a line for {@code docs/reliability.md}.
 */
final class Trial implements AutoCloseable {

    private static final Path REPORT = Path.of("target", "packaged", "faults.txt");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int PINGING = 16;
    private static final int READING = 8;
    private static final int PINGS_BEFORE = 300;
    private static final int PINGS_AFTER = 100;
    private static final int MOST_RETRIES = 50;

    /** The promise: whatever happens, everyone has an answer by then. */
    private static final long LONGEST_MILLIS = 5_000;

    private final String fault;
    private final PackagedApplication application;
    private final List<String> receipts;
    private PingLoad pings;
    private ReadLoad reads;
    private long untoldBefore;
    private int cycles;
    private long acknowledged;
    private long refused;
    private long longestPingMillis;
    private long longestReadMillis;
    private long longestHealingMillis;

    /** @param receipts of all pings that this application's contest has acknowledged; the trial adds its own */
    Trial(String fault, PackagedApplication application, List<String> receipts) {
        this.fault = fault;
        this.application = application;
        this.receipts = receipts;
    }

    /** Load, and enough of it that there is something to lose. */
    void begin() throws IOException {
        untoldBefore = Audit.pings(application) - receipts.size();
        pings = new PingLoad(application, Audit.CONTEST, Audit.CAMPAIGNS).start(PINGING);
        reads = new ReadLoad(application).start(READING);
        until("load", () -> pings.told().size() > PINGS_BEFORE);
    }

    void awaitNotReady() {
        until("readiness tells the truth", () -> !application.isReady());
    }

    /** Called when the cause is gone: waits until pings are taken again, by no help of ours. */
    void awaitHealed() {
        var mendedNanos = System.nanoTime();
        until("healing", application::isReady);
        var before = pings.told().size();
        until("pings again", () -> pings.told().size() > before + PINGS_AFTER);
        longestHealingMillis = Math.max(longestHealingMillis, millisSince(mendedNanos));
    }

    /** @return how many pings of this cycle are in the ledger though their page was never told */
    long end() throws Exception {
        close();
        cycles++;
        receipts.addAll(pings.receipts());
        acknowledged += pings.told().size();
        refused += pings.unanswered().size();
        longestPingMillis = Math.max(longestPingMillis, pings.longestMillis());
        longestReadMillis = Math.max(longestReadMillis, reads.longestMillis());
        assertThat(pings.unexpected())
                .as("answers other than 202 and a clear 503")
                .isEmpty();
        assertThat(reads.unexpected())
                .as("answers other than 200 and a clear 503")
                .isEmpty();
        var untold = Audit.assertNothingIsLost(application, receipts) - receipts.size() - untoldBefore;
        assertRetriesAreOnePing();
        assertThat(longestPingMillis).as("longest wait for a ping's answer").isLessThan(LONGEST_MILLIS);
        assertThat(longestReadMillis).as("longest wait of a reader").isLessThan(LONGEST_MILLIS);
        return untold;
    }

    /** A page that knows nothing of its ping sends it again, and it is one ping: taken now or taken then. */
    private void assertRetriesAreOnePing() throws IOException {
        Map<UUID, String> firstAnswers = new HashMap<>();
        for (var again = 0; again < 2; again++) {
            for (var ping :
                    pings.unanswered().entrySet().stream().limit(MOST_RETRIES).toList()) {
                var answer =
                        application.post("/api/pings", pings.body(ping.getKey(), ping.getValue(), Audit.CAMPAIGNS[0]));
                assertThat(answer.statusCode()).isEqualTo(202);
                var first = firstAnswers.putIfAbsent(ping.getKey(), answer.body());
                assertThat(answer.body()).isEqualTo(first == null ? answer.body() : first);
            }
        }
        for (var answer : firstAnswers.values()) {
            receipts.add(PingLoad.receipt(answer));
        }
        Audit.assertNothingIsLost(application, receipts);
    }

    /** How often a fault is repeated; the long versions say how often. */
    static int cycles() {
        return Integer.getInteger("fortyeight.crash.cycles", 1);
    }

    /** What the pages of the last cycle were told. */
    Map<UUID, PingLoad.Told> told() {
        return pings.told();
    }

    static void until(String what, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).pollInterval(POLL).until(condition);
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    /** Appends the line. */
    void report() throws IOException {
        var line = "| %s | %d | %d | %d | %d ms | %d ms | %d ms |%n"
                .formatted(
                        fault,
                        cycles,
                        acknowledged,
                        refused,
                        longestPingMillis,
                        longestReadMillis,
                        longestHealingMillis);
        System.out.print(line);
        Files.writeString(REPORT, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Stops the load. */
    @Override
    public void close() throws InterruptedException {
        for (var load : Arrays.asList(pings, reads)) {
            if (load != null) {
                load.close();
            }
        }
    }
}
