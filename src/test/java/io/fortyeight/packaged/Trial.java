package io.fortyeight.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Applications under load that something is done to again and again: {@link #begin}, the fault, {@link #awaitHealed} or
 * {@link #awaitTakenOverBy}, {@link #end}. Writes down what it came to, a line for {@code docs/reliability.md}.
 */
final class Trial implements AutoCloseable {

    private static final Path REPORT = Path.of("target", "packaged", "faults.txt");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int PINGING = 12;
    private static final int READING = 6;
    private static final int PINGS_BEFORE = 300;
    private static final int PINGS_AFTER = 100;
    private static final int MAX_RETRIES = 50;

    /** The promise: whatever happens, everyone has an answer by then. */
    private static final long LONGEST_MILLIS = 5_000;

    private final String fault;
    private final List<String> receipts;

    /** Of the applications that had to give way to another in this cycle; how long they keep anyone waiting is no matter. */
    private final List<PingLoad> formerPings = new ArrayList<>();

    private final List<ReadLoad> formerReads = new ArrayList<>();

    private PackagedApplication application;
    private PingLoad pings;
    private ReadLoad reads;
    private long untoldBefore;
    private int cycles;
    private long acknowledged;
    private long refused;
    private long longestPingMillis;
    private long longestReadMillis;
    private long longestHealingMillis;

    /** @param receipts of all pings that the contest has acknowledged; the trial adds its own */
    Trial(String fault, List<String> receipts) {
        this.fault = fault;
        this.receipts = receipts;
    }

    /** Load, and enough of it that there is something to lose. */
    void begin(PackagedApplication whole) throws IOException {
        application = whole;
        untoldBefore = Audit.pings(application) - receipts.size();
        load();
        until("load", () -> pings.told().size() > PINGS_BEFORE);
    }

    private void load() {
        pings = new PingLoad(application, Audit.CONTEST, Audit.CAMPAIGNS).start(PINGING);
        reads = new ReadLoad(application).start(READING);
    }

    void awaitNotReady() {
        until("readiness tells the truth", () -> !application.isReady());
    }

    /** Called when the cause is gone: waits until pings are taken again, by no help of ours. */
    void awaitHealed() {
        var mendedNanos = System.nanoTime();
        until("healing", application::isReady);
        awaitMorePings();
        longestHealingMillis = Math.max(longestHealingMillis, millisSince(mendedNanos));
    }

    /** Called when the writer is gone: waits until the other one takes pings. The load on the former one goes on. */
    void awaitTakenOverBy(PackagedApplication standby) {
        var goneNanos = System.nanoTime();
        until("taking over", standby::isReady);
        formerPings.add(pings);
        formerReads.add(reads);
        application = standby;
        load();
        awaitMorePings();
        longestHealingMillis = Math.max(longestHealingMillis, millisSince(goneNanos));
    }

    private void awaitMorePings() {
        var before = pings.told().size();
        until("pings again", () -> pings.told().size() > before + PINGS_AFTER);
    }

    /** @return how many pings of this cycle are in the ledger though their page was never told */
    long end() throws Exception {
        close();
        cycles++;
        for (var load : pings().toList()) {
            receipts.addAll(load.receipts());
            acknowledged += load.told().size();
            refused += load.unanswered().size();
        }
        longestPingMillis = Math.max(longestPingMillis, pings.longestMillis());
        longestReadMillis = Math.max(longestReadMillis, reads.longestMillis());
        assertThat(loads().flatMap(load -> load.unexpected().stream()))
                .as("answers other than 200, 202 and a clear 503")
                .isEmpty();
        var untold = Audit.assertNothingIsLost(application, receipts) - receipts.size() - untoldBefore;
        assertRetriesAreOnePing();
        assertThat(longestPingMillis).as("longest wait for a ping's answer").isLessThan(LONGEST_MILLIS);
        assertThat(longestReadMillis).as("longest wait of a reader").isLessThan(LONGEST_MILLIS);
        formerPings.clear();
        formerReads.clear();
        return untold;
    }

    /** A page that knows nothing of its ping sends it again, and it is one ping: taken now or taken then. */
    private void assertRetriesAreOnePing() throws IOException {
        Map<UUID, String> firstAnswers = new HashMap<>();
        for (var again = 0; again < 2; again++) {
            for (var ping :
                    pings.unanswered().entrySet().stream().limit(MAX_RETRIES).toList()) {
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

    private Stream<PingLoad> pings() {
        return Stream.concat(formerPings.stream(), Stream.of(pings));
    }

    private Stream<Load> loads() {
        return Stream.concat(pings(), Stream.concat(formerReads.stream(), Stream.of(reads)));
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
        if (pings != null) {
            for (var load : loads().toList()) {
                load.close();
            }
        }
    }
}
