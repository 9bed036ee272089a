package io.fortyeight.close.operations;

import static io.fortyeight.TestContests.awaitState;
import static io.fortyeight.TestContests.close;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.imported;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestContests.release;
import static io.fortyeight.TestContests.withCampaigns;
import static io.fortyeight.TestJob.CLOSE_SWEEP;
import static io.fortyeight.TestJob.SEE_CLOSES;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.fortyeight.contest.api.JudgingPause;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Other tests leave contests behind that are held, too: each looks for its own in what the check names. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class WindowCloseTest {

    private static final String FAIR = "{\"preset\":\"fair-48h\"}";

    private static final String LINE = """
            {"at":"2013-12-17T05:00:00Z","kind":"view","campaign":"a","visitor":"v1"}
            """;

    @Inject
    DataSource database;

    @Inject
    MovableClock clock;

    @Inject
    JudgingPause pause;

    @Test
    void heldClose_isNamedWithItsReason_andTakesNoInstanceOutOfService() throws SQLException {
        var contest = past(FAIR);
        imported(contest, "ndjson", LINE.getBytes(StandardCharsets.UTF_8));
        var before = MetricsPage.now();
        addToTally(contest, 1);
        close(contest).then().statusCode(202);
        awaitState(contest, "held");

        assertThat(windowClose().path("status").asText()).isEqualTo("DOWN");
        assertThat(windowClose().at("/data/" + contest).asText())
                .isEqualTo("held: The recount differs from the live count: "
                        + "tally: campaign 0, views, counted: 2 here, 1 there");
        assertThat(given().get("/q/health/well").statusCode()).isEqualTo(503);
        assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
        var held = MetricsPage.now();
        assertThat(held.value("fortyeight_closes_held")).isEqualTo(before.value("fortyeight_closes_held") + 1);
        assertThat(held.value("fortyeight_tally_mismatches"))
                .isEqualTo(before.value("fortyeight_tally_mismatches") + 1);

        addToTally(contest, -1);
        release(contest, "The tally was repaired").then().statusCode(202);
        awaitState(contest, "certified", "announced");
        assertThat(windowClose().path("data").has(contest)).isFalse();
        assertThat(MetricsPage.now().value("fortyeight_closes_held")).isEqualTo(before.value("fortyeight_closes_held"));
    }

    @Test
    void closeThatWaitsForTheJudge_isOverdue_after30Seconds() {
        var contest = withCampaigns(contest(now().minusSeconds(1), Duration.ofMinutes(2), FAIR), "a");
        pause.whilePaused(() -> {
            clock.advance(Duration.ofMinutes(2).plusSeconds(10));
            assertThat(windowClose().path("data").has(contest)).isFalse();
            // At least: other tests' contests may close in that time, too.
            assertThat(MetricsPage.now().value("fortyeight_close_overdue_seconds"))
                    .isGreaterThan(9);

            clock.advance(Duration.ofSeconds(30));
            assertThat(windowClose().path("status").asText()).isEqualTo("DOWN");
            assertThat(windowClose().at("/data/" + contest).asText())
                    .matches("(scheduled|open|closing), overdue by [34]\\d s");
            assertThat(MetricsPage.now().value("fortyeight_close_overdue_seconds"))
                    .isGreaterThan(39);
            return null;
        });
        awaitState(contest, "certified", "announced");
        assertThat(windowClose().path("data").has(contest)).isFalse();
        CLOSE_SWEEP.until(() -> MetricsPage.now().value("fortyeight_close_overdue_seconds"), overdue -> overdue == 0);
    }

    /** Its window has been over for years: what counts is since when it is to be closed. */
    @Test
    void contestOfThePast_isNotOverdue_untilItsCloseWasAskedForLongAgo() {
        var contest = past(FAIR);
        pause.whilePaused(() -> {
            close(contest).then().statusCode(202);
            assertThat(get("/api/contests/" + contest).path("state").asText()).isEqualTo("closing");
            assertThat(windowClose().path("data").has(contest)).isFalse();
            SEE_CLOSES.run();
            clock.advance(Duration.ofSeconds(31));
            assertThat(windowClose().path("data").has(contest)).isTrue();
            return null;
        });
        awaitState(contest, "certified", "announced");
        assertThat(windowClose().path("data").has(contest)).isFalse();
    }

    private static JsonNode windowClose() {
        for (var check : json(given().get("/q/health/well")).path("checks")) {
            if (check.path("name").asText().equals("window-close")) {
                return check;
            }
        }
        throw new AssertionError("There is no check window-close");
    }

    private void addToTally(String contest, int more) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        UPDATE tally SET count = count + ? WHERE verdict = 'c' AND partition_id =
                            (SELECT p.id FROM ledger_partition p JOIN contest c ON c.id = p.contest_id
                            WHERE c.slug = ? AND p.partition = 1000)
                        """)) {
            update.setInt(1, more);
            update.setString(2, contest);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
