package io.fortyeight.spread;

import static io.fortyeight.TestContests.awaitState;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.recount;
import static io.fortyeight.TestContests.withCampaigns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.fortyeight.core.credit.CreditTables;
import io.fortyeight.core.credit.NaiveCredit;
import io.fortyeight.core.credit.WrittenCredit;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * A campaign spreads by a known law, through the public endpoints; what is counted is then compared with what was played.
 * {@code -Dfortyeight.spread.visitors=100000} plays a larger one.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class SpreadTest {

    private static final Logger LOG = Logger.getLogger(SpreadTest.class);
    private static final int VISITORS = Integer.getInteger("fortyeight.spread.visitors", 1_500);
    private static final long SEED = Long.getLong("fortyeight.spread.seed", 48);
    private static final Duration WINDOW = Duration.ofHours(6);
    private static final Duration WITHIN = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MAX_KNOWN = 2_000_000;
    private static final double SIGMAS = 3;

    /** With fewer visitors in a generation a number of standard deviations says little. */
    private static final int ENOUGH = 30;

    @Inject
    MovableClock clock;

    @Inject
    DataSource database;

    @Test
    void campaignThatSpreads_isCreditedExactly() throws Exception {
        var opensAt = now();
        var contest = withCampaigns(
                contest(opensAt, WINDOW, "{\"preset\":\"fair-48h\",\"credit\":{\"within\":\"" + WITHIN + "\"}}"),
                Spread.CAMPAIGN,
                Spread.OTHER_CAMPAIGN);
        try (var client = new ProxiedClient(RestAssured.port)) {
            var spread = new Spread(client, contest, SEED, peopleWhoComeByThemselves());
            var begunNanos = System.nanoTime();
            var took = spread.play(since -> {
                var ahead = Duration.between(now(), opensAt.plus(since));
                clock.advance(ahead.isNegative() ? Duration.ZERO : ahead);
            });
            LOG.infof(
                    "%,d visitors with %,d requests in %.1f s; %s of the contest",
                    spread.visitors(), spread.requests(), (System.nanoTime() - begunNanos) / 1e9, took);
            assertThat(now()).as("all in time").isBefore(opensAt.plus(WINDOW));
            var written = new WrittenCredit(database, contest).given();
            assertExact(contest, spread, written);
            assertTold(contest, spread);
            assertByTheLaw(spread);
            assertRecounted(contest, written);
            clock.advance(Duration.between(now(), opensAt.plus(WINDOW)).plusSeconds(1));
            awaitState(contest, "certified", "announced");
        }
    }

    private static int peopleWhoComeByThemselves() {
        var visitorsOfOne = 1.0;
        var inGeneration = 1.0;
        for (var generation = 0; generation < 30; generation++) {
            inGeneration *= SpreadLaw.mean(generation);
            visitorsOfOne += inGeneration;
        }
        return (int) Math.round(VISITORS / visitorsOfOne);
    }

    private static void assertExact(String contest, Spread spread, WrittenCredit written) {
        var naive = new NaiveCredit(WITHIN.toMillis(), MAX_KNOWN);
        var links = written.links();
        var ledger = new PublicLedger(
                RestAssured.port,
                contest,
                List.of(Spread.CAMPAIGN, Spread.OTHER_CAMPAIGN),
                links,
                written.carried(),
                naive);
        assertThat(written.tables().differencesFrom(naive.tables())).isEmpty();
        var codes = new HashMap<Long, String>();
        links.forEach((code, link) -> codes.put(link.id(), code));
        assertThat(ledger.credited())
                .isEqualTo(naive.credits().entrySet().stream()
                        .collect(Collectors.toMap(
                                each -> each.getKey(),
                                each -> codes.get(each.getValue().id()))));
        assertThat(ledger.withVerdict("robot")).isEqualTo(spread.robots());
        assertThat(naive.generations(0)).isEqualTo(spread.generations());
        assertThat(List.copyOf(written.generations(0).values()))
                .isEqualTo(spread.generations().stream().map(Integer::longValue).toList());
        assertThat(written.tables().rows().values().stream()
                        .flatMap(row -> row.keySet().stream())
                        .distinct())
                .as("all of this happened")
                .contains("own", "loops", "robots", "discounted", "parent");
        LOG.infof(
                "%,d entries in the ledger, %,d credited",
                ledger.entries(), ledger.credited().size());
    }

    /** What everyone is told. */
    private static void assertTold(String contest, Spread spread) {
        var sizes = spread.generations();
        var expected = IntStream.range(0, sizes.size())
                .mapToObj(generation -> generation + " " + sizes.get(generation) + " "
                        + (generation + 1 < sizes.size() ? sizes.get(generation + 1) : 0)
                                / (double) sizes.get(generation))
                .toList();
        // Read at most once a second for all who ask.
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        get("/api/contests/" + contest + "/campaigns/" + Spread.CAMPAIGN + "/shares")
                                .path("generations"))
                .map(generation -> generation.path("generation").asInt() + " "
                        + generation.path("visitors").asInt() + " "
                        + generation.path("k").asDouble())
                .isEqualTo(expected));
    }

    /** K by generation, and by platform: within three standard deviations of the law that was played. */
    private static void assertByTheLaw(Spread spread) {
        var outside = new ArrayList<String>();
        var report = new ArrayList<String>();
        var sizes = spread.generations();
        for (var generation = 0; generation + 1 < sizes.size() && sizes.get(generation) >= ENOUGH; generation++) {
            double size = sizes.get(generation);
            check(
                    "K of generation " + generation + ", " + sizes.get(generation) + " visitors",
                    sizes.get(generation + 1) / size,
                    SpreadLaw.mean(generation),
                    Math.sqrt(SpreadLaw.variance(generation) / size),
                    report,
                    outside);
            for (var habit : SpreadLaw.HABITS) {
                check(
                        "K of generation " + generation + " by "
                                + habit.platform().jsonName(),
                        spread.brought(generation, habit) / size,
                        SpreadLaw.mean(habit, generation),
                        Math.sqrt(SpreadLaw.variance(habit, generation) / size),
                        report,
                        outside);
            }
        }
        LOG.info(String.join("\n", report));
        assertThat(outside).as("seed %d", SEED).isEmpty();
    }

    private static void check(
            String what, double found, double expected, double deviation, List<String> report, List<String> outside) {
        var line = String.format(
                Locale.ENGLISH,
                "%s: %.4f, by the law %.4f, %+.1f standard deviations",
                what,
                found,
                expected,
                (found - expected) / deviation);
        report.add(line);
        if (Math.abs(found - expected) > SIGMAS * deviation) {
            outside.add(line);
        }
    }

    private static void assertRecounted(String contest, WrittenCredit written) {
        assertRecount(contest, true);
        var tables = written.tables();
        var link = written.links().values().stream()
                .filter(each -> tables.of(CreditTables.link(each.id()), "counted") > 0)
                .findFirst()
                .orElseThrow();
        written.tamper("UPDATE credit_link SET counted = counted + 1", "link_id = " + link.id());
        assertRecount(contest, false);
        written.tamper("UPDATE credit_link SET counted = counted - 1", "link_id = " + link.id());
        assertRecount(contest, true);
    }

    private static void assertRecount(String contest, boolean agrees) {
        var recount = recount(contest);
        assertThat(recount.path("agrees").asBoolean(!agrees))
                .as(recount.toString())
                .isEqualTo(agrees);
        if (!agrees) {
            assertThat(recount.path("differences")).as(recount.toString()).isNotEmpty();
        }
    }
}
