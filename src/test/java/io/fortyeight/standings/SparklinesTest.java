package io.fortyeight.standings;

import static io.fortyeight.TestContests.PAST;
import static io.fortyeight.TestContests.TWO_DAYS;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.imported;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestContests.withCampaigns;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.web.http.Instants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class SparklinesTest {

    @Inject
    ContestDirectory directory;

    @Test
    void line_hasTheCountedPingsOfEachStepOfTheWindow() {
        var contest = past("null");
        var lines = line(PAST, "a", "v1")
                + line(PAST.plusSeconds(1), "a", "v1")
                + line(PAST.plusSeconds(3599), "a", "v2")
                + line(PAST.plusSeconds(3600), "a", "v3")
                + line(PAST.plus(TWO_DAYS).minusMillis(1), "a", "v4");
        imported(contest, "ndjson", lines.getBytes(UTF_8));
        assertThat(given().get("/contests/" + contest).asString())
                .contains("data-sparkline=\"2,1" + ",0".repeat(45) + ",1\"")
                .containsOnlyOnce("data-sparkline");
    }

    @Test
    void line_thatHasOnlyBegun_isNotDrawn() {
        var contest = withCampaigns(contest(now().minus(Duration.ofMinutes(70)), TWO_DAYS, "null"), "a");
        imported(
                contest,
                "ndjson",
                line(now().minus(Duration.ofMinutes(65)), "a", "v1").getBytes(UTF_8));
        assertThat(given().get("/contests/" + contest).asString()).doesNotContain("data-sparkline");
    }

    /** The window of the story: 48 steps of an hour. */
    @ParameterizedTest
    @CsvSource({
        "2013-12-17T04:00:00Z, 0",
        "2013-12-17T05:59:59.999Z, 0",
        "2013-12-17T06:00:00Z, 1",
        "2013-12-18T23:30:00Z, 42",
        "2013-12-19T05:00:00Z, 48",
        "2026-01-01T00:00:00Z, 48"
    })
    void steps_areThoseThatAreOverBeforeAnInstant(Instant before, int count) {
        var steps = Sparklines.Steps.of(directory.find(past("null")).orElseThrow(), before.toEpochMilli());
        assertThat(steps.count()).isEqualTo(count);
        assertThat(steps.minutes()).isEqualTo(60);
    }

    private static String line(Instant at, String campaign, String visitor) {
        return "{\"at\":\"%s\",\"kind\":\"view\",\"campaign\":\"%s\",\"visitor\":\"%s\"}%n"
                .formatted(Instants.text(at), campaign, visitor);
    }
}
