package io.fortyeight.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two instances on one database, and at each step of a close the one that closes dies, or stands still for longer than its
 * lease. The contest is closed once all the same, and rightly.
 */
@Tag("drill")
class CloseIT {

    /** At every step with {@code -Dfortyeight.close.steps=all}; each costs a take-over and a start. */
    private static final boolean ALL = "all".equals(System.getProperty("fortyeight.close.steps"));

    private static final List<String> DEADLY = ALL
            ? List.of("drain", "recount", "compare", "certify", Breakpoint.AFTER_CERTIFY, "announce")
            : List.of("recount", Breakpoint.AFTER_CERTIFY);
    private static final String[] STEPS = {"drain", "recount", "compare", "certify", "announce"};
    private static final List<String> FREEZING = ALL ? List.of("drain", "recount", "certify") : List.of("certify");
    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final Duration OPENS_IN = Duration.ofSeconds(1);
    private static final int CONNECTIONS = 4;

    /** Pings end that long before the window, so that every one of them has been answered when it closes. */
    private static final Duration LEAD = Duration.ofMillis(300);

    private static EmbeddedDatabase database;

    private PackagedApplication writer;
    private PackagedApplication standby;
    private Breakpoint breakpoint;

    @BeforeAll
    static void startDatabase() throws Exception {
        database = EmbeddedDatabase.start(PackagedApplication.freshFolder("close"), EmbeddedDatabase.ANY_PORT);
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        database.close();
    }

    private static String killed(String point) {
        return "killed-at-" + point;
    }

    private static String frozen(String point) {
        return "frozen-at-" + point;
    }

    @Test
    void contest_isClosedOnce_wheneverItsCloserDiesOrFreezes() throws Exception {
        try {
            writer = fresh().start();
            breakpoint = new Breakpoint(database.jdbcUrl(), database.username());
            standby = fresh();
            standby.launch();
            for (var point : DEADLY) {
                Trial.until("the standby", standby::isLive);
                breakpoint.set(killed(point), point);
                var acknowledged = run(killed(point));
                Trial.until("the step " + point, breakpoint::isHit);
                writer.kill();
                breakpoint.release();
                swap();
                assertClosed(killed(point), acknowledged);
                standby.launch();
            }
            for (var point : FREEZING) {
                Trial.until("the standby", standby::isLive);
                breakpoint.set(frozen(point), point);
                var acknowledged = run(frozen(point));
                Trial.until("the step " + point, breakpoint::isHit);
                writer.signal("STOP");
                breakpoint.release();
                Trial.until("standing still at " + point, () -> standby.isReady());
                swap();
                var result = assertClosed(frozen(point), acknowledged);
                standby.signal("CONT");
                Trial.until("the thawed one has noticed", standby::isLive);
                Trial.until("the thawed one stands by", () -> !standby.isReady());
                assertThat(writer.get(path(frozen(point), "/result")).body()).isEqualTo(result);
            }
        } finally {
            writer.close();
            standby.close();
            breakpoint.close();
        }
    }

    private static PackagedApplication fresh() throws IOException {
        return PackagedApplication.onDatabase(
                database.jdbcUrl(), database.username(), Map.of("FORTYEIGHT_LEDGER_LEASE", "PT2S"));
    }

    private void swap() {
        var former = writer;
        writer = standby;
        standby = former;
    }

    /** A contest of two seconds, with pings until it is over; how many were counted. */
    private long run(String contest) throws Exception {
        var created = writer.post("/api/contests", """
                {"slug":"%s","name":"Close","zone":"UTC","opensAt":"%s","duration":"%s",
                 "rules":{"preset":"fair-48h","cap":null,"freeze":null,"network":null,
                          "repeat":{"mode":"chain","within":"PT0.1S"}}}""".formatted(contest, inUtc(Duration.ofHours(1)), WINDOW));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        writer.post("/api/contests/" + contest + "/campaigns", """
                {"slug":"a","title":"A","pageUrl":"https://a.example/"}""");
        assertThat(ping(contest)).contains("\"early\"");
        // All that takes long in an instance just started is done; from here on seconds count.
        var opening = inUtc(OPENS_IN);
        var opened = writer.patch("/api/contests/" + contest, "{\"opensAt\":\"" + opening + "\"}");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        var closesAt = opening.toInstant(ZoneOffset.UTC).plus(WINDOW);
        try (var load = new PingLoad(writer, contest, "a").start(CONNECTIONS)) {
            Trial.until("the end", () -> Instant.now().isAfter(closesAt.minus(LEAD)));
            load.close();
            var counted = load.told().values().stream()
                    .filter(told -> told.answer().contains("\"counted\""))
                    .count();
            assertThat(counted).isPositive();
            return counted;
        }
    }

    /** @return the result, byte for byte */
    private String assertClosed(String contest, long counted) throws Exception {
        Trial.until("every step", () -> steps(contest).equals(List.of(STEPS)));
        var body = writer.get(path(contest, "/result")).body();
        var result = writer.json(path(contest, "/result"));
        assertThat(result.at("/standings/0/counted").longValue()).isEqualTo(counted);
        assertThat(writer.json("/api/contests/" + contest).path("state").asText())
                .isEqualTo("announced");
        var recount = writer.post(path(contest, "/recount"), "").body();
        assertThat(recount).contains("\"agrees\":true");
        assertThat(ping(contest)).contains("\"late\"").doesNotContain("receipt");
        return body;
    }

    private String ping(String contest) throws IOException {
        return writer.post("/api/pings", new PingLoad(writer, contest).body(UUID.randomUUID(), "v", "a"))
                .body();
    }

    /** Those that have come to their end. */
    private List<String> steps(String contest) throws IOException {
        var report = writer.privateJson(path(contest, "/close")).path("steps");
        return StreamSupport.stream(report.spliterator(), false)
                .filter(step -> step.has("finishedAt"))
                .map(step -> step.path("step").asText())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static LocalDateTime inUtc(Duration fromNow) {
        return LocalDateTime.ofInstant(Instant.now().plus(fromNow).truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }

    private static String path(String contest, String rest) {
        return "/api/contests/" + contest + rest;
    }
}
