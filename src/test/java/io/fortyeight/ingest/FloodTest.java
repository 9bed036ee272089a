package io.fortyeight.ingest;

import static io.fortyeight.TestContests.browser;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.ping;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestJob.UNRECORDED_PINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class FloodTest {

    private static final int FROZEN_A_MINUTE = 60;

    @Inject
    MovableClock clock;

    @Test
    void frozenVisitorWhoHammers_isShed_andAddedUp() {
        var contest = live("{\"preset\":\"fair-48h\"}");
        var verdicts = IntStream.range(0, 31)
                .mapToObj(i -> verdict(view(contest, "a", "fan")))
                .toList();
        assertThat(verdicts.get(0)).isEqualTo("counted");
        assertThat(verdicts.subList(1, 30)).containsOnly("repeat");
        assertThat(verdicts.get(30)).isEqualTo("frozen");
        assertThat(ledger(contest))
                .filteredOn(entry -> entry.path("freezeBegins").asBoolean())
                .hasSize(1);

        toTheNextMinute();
        var answers = IntStream.range(0, FROZEN_A_MINUTE + 5)
                .mapToObj(i -> ping(view(contest, "a", "fan")))
                .toList();
        assertThat(answers.subList(0, FROZEN_A_MINUTE))
                .extracting(Response::statusCode)
                .containsOnly(202);
        assertThat(answers.subList(FROZEN_A_MINUTE, FROZEN_A_MINUTE + 5)).allSatisfy(FloodTest::assertShed);
        var pixel = browser().get("/p/" + contest + "/b.gif?visitor=fan");
        assertThat(pixel.statusCode()).isEqualTo(429);
        assertThat(pixel.header("X-Fortyeight-Verdict")).isEqualTo("shed");
        assertThat(pixel.header("Retry-After")).isNotNull();
        assertThat(pixel.asByteArray()).hasSize(43);

        assertThat(ledger(contest)).hasSize(31 + FROZEN_A_MINUTE);
        UNRECORDED_PINGS.untilAsserted(() -> {
            assertThat(get("/api/contests/" + contest + "/campaigns/a")
                            .path("shed")
                            .asLong())
                    .isEqualTo(5);
            assertThat(get("/api/contests/" + contest + "/campaigns/b")
                            .path("shed")
                            .asLong())
                    .isEqualTo(1);
        });
        assertThat(verdict(view(contest, "a", "somebody-else"))).isEqualTo("counted");
    }

    private static void assertShed(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Long.parseLong(answer.header("Retry-After")))
                .as("the rest of the hour")
                .isBetween(1L, 3600L);
        assertThat(json(answer)).isEqualTo(json("""
                {"title":"Too Many Requests","status":429,"instance":"/api/pings",
                 "detail":"Too many pings; this one was not recorded"}"""));
    }

    private void toTheNextMinute() {
        clock.advance(Duration.ofMillis(60_000 - clock.millis() % 60_000));
    }
}
