package io.fortyeight.close.operations;

import static io.fortyeight.TestContests.awaitState;
import static io.fortyeight.TestContests.certified;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestContests.withCampaigns;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class MetricsTest {

    private static final String FAIR = "{\"preset\":\"fair-48h\"}";

    /** Part of the outbox; the test fails when it is there, so that it leaves this list then. */
    @Inject
    ClockOffset offset;

    @Inject
    MovableClock clock;

    @Test
    void answeredPings_areCountedByVerdict() {
        var contest = live(FAIR);
        var before = MetricsPage.now();
        assertThat(verdict(view(contest, "a", "ann"))).isEqualTo("counted");
        assertThat(verdict(view(contest, "a", "ann"))).isEqualTo("repeat");
        assertThat(verdict(view(contest, "a", "bob"))).isEqualTo("counted");
        var after = MetricsPage.now();

        assertThat(after.pings("counted") - before.pings("counted")).isEqualTo(2);
        assertThat(after.pings("repeat") - before.pings("repeat")).isEqualTo(1);
        assertThat(after.pings("frozen") - before.pings("frozen")).isZero();
        assertThat(increase(before, after, "fortyeight_ack_seconds_count")).isEqualTo(3);
        assertThat(increase(before, after, "fortyeight_commit_seconds_count")).isEqualTo(3);
        assertThat(increase(before, after, "fortyeight_commit_seconds_sum")).isPositive();
        assertThat(increase(before, after, "fortyeight_ack_seconds_sum"))
                .isGreaterThan(increase(before, after, "fortyeight_commit_seconds_sum"));
        assertThat(increase(before, after, "fortyeight_batch_size_pings_sum")).isEqualTo(3);
        // Visitors of other tests' contests may be forgotten meanwhile.
        assertThat(after.value("fortyeight_memory_visitors")).isGreaterThanOrEqualTo(2);
        assertThat(after.value("fortyeight_leader")).isEqualTo(1);
        assertThat(after.value("fortyeight_writer_epoch")).isPositive();
        assertThat(after.value("fortyeight_queue_depth_pings")).isZero();
        assertThat(after.value("fortyeight_ledger_lag_seconds")).isZero();
    }

    @Test
    void retry_isAnsweredButNotCountedAgain() {
        var contest = live(FAIR);
        var ping = view(contest, "a", "ann").replace("}", ",\"id\":\"3f2504e0-4f89-11d3-9a0c-0305e82c3301\"}");
        var before = MetricsPage.now();
        assertThat(verdict(ping)).isEqualTo("counted");
        assertThat(verdict(ping)).isEqualTo("counted");
        var after = MetricsPage.now();
        assertThat(after.pings("counted") - before.pings("counted")).isEqualTo(1);
        assertThat(increase(before, after, "fortyeight_ack_seconds_count")).isEqualTo(2);
        assertThat(increase(before, after, "fortyeight_memory_ping_ids")).isEqualTo(1);
    }

    @Test
    void pingAfterCertification_isAddedToTheUnledgered() {
        var contest = withCampaigns(contest(now().minusSeconds(1), Duration.ofSeconds(2), FAIR), "a");
        clock.advance(Duration.ofSeconds(2));
        awaitState(contest, "certified", "announced");
        var before = MetricsPage.now();
        assertThat(verdict(view(contest, "a", "ann"))).isEqualTo("late");
        var after = MetricsPage.now();
        assertThat(increase(before, after, "fortyeight_unledgered_pings_total{sort=\"late\"}"))
                .isEqualTo(1);
        assertThat(after.pings("late")).isEqualTo(before.pings("late"));
    }

    @Test
    void nextClose_isThatOfTheContestThatClosesFirst() {
        contest(now().minusSeconds(1), Duration.ofMinutes(3), FAIR);
        assertThat(MetricsPage.now().value("fortyeight_next_close_seconds")).isBetween(1.0, 179.0);
    }

    @Test
    void clockOffset_isTheHostsClockLessTheDatabases() {
        clock.advance(Duration.ofSeconds(5));
        offset.measure();
        var aheadSeconds = Duration.between(Instant.now(), clock.instant()).toNanos() / 1e9;
        assertThat(MetricsPage.now().value("fortyeight_clock_offset_seconds")).isCloseTo(aheadSeconds, within(0.5));
    }

    @Test
    void stepsOfAClose_areTimed() {
        certified(past(FAIR));
        var first = MetricsPage.now();
        certified(past(FAIR));
        var second = MetricsPage.now();
        for (var step : List.of("drain", "recount", "compare", "certify")) {
            var series = "fortyeight_close_step_seconds_count{step=\"" + step + "\"}";
            assertThat(increase(first, second, series)).as(step).isGreaterThanOrEqualTo(1);
        }
    }

    @Test
    void judge_isLive() {
        given().get("/q/health/live")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'judge' }.status", equalTo("UP"));
    }

    @Test
    void readiness_tellsLeaderAndLag() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'writer' }.data.leader", equalTo(true))
                .body("checks.find { it.name == 'writer' }.data.lagMillis", equalTo(0));
    }

    @Test
    void everyMetricThatIsWatched_isThere() throws IOException {
        certified(past(FAIR));
        var watched = new TreeSet<>(Watching.metrics());
        assertThat(watched).contains("fortyeight_webhook_pending", "fortyeight_leader", "fortyeight_pings_total");
        assertThat(MetricsPage.now().names()).containsAll(watched);
    }

    @Test
    void ourMetrics_followPrometheusConventions() throws Exception {
        certified(past(FAIR));
        var ours = MetricsPage.now().ours();
        assertThat(ours).contains("# TYPE fortyeight_pings_total counter");
        assertThat(Promtool.run(ours, "check", "metrics")).isEmpty();
    }

    private static double increase(MetricsPage before, MetricsPage after, String series) {
        return after.value(series) - before.value(series);
    }
}
