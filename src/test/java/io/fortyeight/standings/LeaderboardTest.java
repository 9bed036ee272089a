package io.fortyeight.standings;

import static io.fortyeight.TestContests.PAST;
import static io.fortyeight.TestContests.TWO_DAYS;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.imported;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.withCampaigns;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.DatabaseResource;
import io.fortyeight.web.http.Instants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class LeaderboardTest {

    private static final String SCORED =
            "{\"preset\":\"fair-48h\",\"network\":null,\"score\":{\"view\":2,\"share\":3}}";

    /** Milliseconds from the opening, campaign, kind or platform, visitor. */
    private static final String PINGS = """
            -1 d view v1
            0 a view v1
            29999 a view v1
            30000 a view v1
            30001 a view v1
            59999 b view v1
            60000 b view v2
            60001 b twitter v2
            60001 a twitter v2
            119999 a email v2
            120000 b view v1
            3599999 c view v1
            3600000 c view v1
            3630001 c view v1
            172799999 a view v3
            172799999 b view v3
            172800000 c view v3
            172800001 c share v3
            """;

    @Test
    void contestWithoutPings_hasEveryCampaignInTheFirstPlace() {
        var contest = withCampaigns(contest(PAST, TWO_DAYS, "{}"), "b", "a");
        var before = now();
        var leaderboard = get("/api/contests/" + contest + "/leaderboard");
        assertThat(Instant.parse(leaderboard.path("asOf").asText())).isBetween(before, now());
        assertThat(leaderboard.path("final").isBoolean()).isTrue();
        assertThat(leaderboard.path("final").booleanValue()).isFalse();
        assertThat(leaderboard.path("standings")).isEqualTo(json("""
                [{"place":1,"campaign":"b","title":"Campaign b","score":0,"counted":0,"discounted":0},
                 {"place":1,"campaign":"a","title":"Campaign a","score":0,"counted":0,"discounted":0}]"""));
        assertThat(leaderboard).hasSize(3);
    }

    @Test
    void standings_areByScore_thenByWhoGotThereFirst_elseShared() {
        var contest = withCampaigns(contest(PAST, TWO_DAYS, "{\"preset\":\"raw\"}"), "a", "b", "c", "d", "e", "f");
        imported(contest, "ndjson", lines("""
                0 a view v1
                1000 b view v1
                1999 b view v1
                2000 a view v1
                2000 c view v1
                1000 c view v1
                3000 d view v1
                3000 e view v1
                172800000 f view v1
                172800000 a view v1
                -1 a view v1
                """));
        assertThat(get("/api/contests/" + contest + "/leaderboard").path("standings"))
                .isEqualTo(json("""
                        [{"place":1,"campaign":"b","title":"Campaign b","score":2,"counted":2,"discounted":0},
                         {"place":2,"campaign":"a","title":"Campaign a","score":2,"counted":2,"discounted":2},
                         {"place":2,"campaign":"c","title":"Campaign c","score":2,"counted":2,"discounted":0},
                         {"place":4,"campaign":"d","title":"Campaign d","score":1,"counted":1,"discounted":0},
                         {"place":4,"campaign":"e","title":"Campaign e","score":1,"counted":1,"discounted":0},
                         {"place":6,"campaign":"f","title":"Campaign f","score":0,"counted":0,"discounted":1}]"""));
    }

    @Test
    void pingsThatDoNotScore_breakNoTies() {
        var contest = withCampaigns(contest(PAST, TWO_DAYS, "{\"preset\":\"raw\"}"), "a", "b");
        imported(contest, "ndjson", lines("""
                0 a view v1
                1 b view v1
                5 a twitter v1
                """));
        assertThat(get("/api/contests/" + contest + "/leaderboard").path("standings"))
                .isEqualTo(json("""
                        [{"place":1,"campaign":"a","title":"Campaign a","score":1,"counted":2,"discounted":0},
                         {"place":2,"campaign":"b","title":"Campaign b","score":1,"counted":1,"discounted":0}]"""));
    }

    @Test
    void leaderboardAt_isThatOfTheLedgerUntilThen_toTheMillisecond() {
        var contest = withCampaigns(contest(PAST, TWO_DAYS, SCORED), "a", "b", "c", "d");
        var pings = PINGS.replace("c share v3", "c copy v3");
        imported(contest, "ndjson", lines(pings));
        var entries = ledger(contest);
        assertThat(entries).hasSize((int) pings.lines().count());
        var instants = new TreeSet<Instant>();
        entries.forEach(entry -> {
            var at = receivedAt(entry);
            instants.addAll(List.of(at.minusMillis(1), at, at.plusMillis(1)));
        });
        var softly = new SoftAssertions();
        for (var at : instants) {
            var shown = get("/api/contests/" + contest + "/leaderboard?at=" + Instants.text(at));
            softly.assertThat(shown.path("asOf").asText()).isEqualTo(Instants.text(at));
            softly.assertThat(shown.path("final").asBoolean(true)).isFalse();
            softly.assertThat(shown.path("standings"))
                    .as(at.toString())
                    .isEqualTo(json(naiveStandings(
                                    entries.stream()
                                            .filter(entry -> !receivedAt(entry).isAfter(at))
                                            .toList(),
                                    List.of("a", "b", "c", "d"))
                            .toString()));
        }
        softly.assertAll();
        var last = get("/api/contests/" + contest + "/leaderboard?at=" + Instants.text(instants.last()));
        assertThat(last.path("standings"))
                .isEqualTo(get("/api/contests/" + contest + "/leaderboard").path("standings"));
    }

    @Test
    void at_withAnOffsetOrMicroseconds_isUnderstood() {
        var contest = withCampaigns(contest(PAST, TWO_DAYS, "{\"preset\":\"raw\"}"), "a");
        imported(contest, "ndjson", lines("1000 a view v1\n"));
        for (var at : List.of("2013-12-17T05:00:01Z", "2013-12-17T05:00:01.000999Z", "2013-12-17T00:00:01-05:00")) {
            var shown = json(given().queryParam("at", at).get("/api/contests/" + contest + "/leaderboard"));
            assertThat(shown.path("asOf").asText()).as(at).isEqualTo("2013-12-17T05:00:01.000Z");
            assertThat(shown.at("/standings/0/counted").asLong(-1)).as(at).isEqualTo(1);
        }
    }

    @Test
    void at_thatIsNoInstant_isNamed() {
        var contest = withCampaigns(contest(PAST, TWO_DAYS, "{}"), "a");
        for (var at : List.of(
                " ",
                "now",
                "2013-12-17",
                "2013-12-17T05:00:00",
                "1387256400",
                "2013-02-30T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "9999-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z")) {
            var answer = given().queryParam("at", at).get("/api/contests/" + contest + "/leaderboard");
            assertThat(answer.statusCode()).as(at).isEqualTo(400);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(json(answer).at("/violations/0/field").asText()).as(at).isEqualTo("at");
            assertThat(json(answer).at("/violations/0/in").asText()).as(at).isEqualTo("query");
        }
    }

    @Test
    void unknownContest_isNotFound() {
        for (var path : List.of(
                "/leaderboard",
                "/leaderboard?at=2013-12-17T05:00:00Z",
                "/campaigns/a",
                "/campaigns/a/timeline",
                "/ledger",
                "/result")) {
            var answer = given().get("/api/contests/none" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(json(answer).path("detail").asText()).as(path).isEqualTo("There is no such contest");
        }
    }

    /** From the published ledger alone, without any of the application's own sums. */
    private static List<String> naiveStandings(List<JsonNode> entries, List<String> campaigns) {
        record Sums(String campaign, long score, long last, long counted, long discounted) {}
        Map<String, List<JsonNode>> byCampaign = entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.path("campaign").asText()));
        var sums = campaigns.stream()
                .map(campaign -> {
                    var own = byCampaign.getOrDefault(campaign, List.of());
                    var counted = own.stream()
                            .filter(entry -> entry.path("verdict").asText().equals("counted"))
                            .toList();
                    return new Sums(
                            campaign,
                            counted.stream()
                                    .mapToLong(entry -> entry.has("platform") ? 3 : 2)
                                    .sum(),
                            counted.stream()
                                    .mapToLong(entry -> receivedAt(entry).toEpochMilli())
                                    .max()
                                    .orElse(0),
                            counted.size(),
                            own.size() - counted.size());
                })
                .sorted(Comparator.comparingLong((Sums sum) -> -sum.score()).thenComparingLong(Sums::last))
                .toList();
        var lines = new ArrayList<String>();
        for (var sum : sums) {
            var place = 1
                    + sums.stream()
                            .filter(other -> other.score() > sum.score()
                                    || (other.score() == sum.score() && other.last() < sum.last()))
                            .count();
            lines.add(
                    """
                    {"place":%d,"campaign":"%s","title":"Campaign %s","score":%d,"counted":%d,"discounted":%d}""".formatted(place, sum.campaign(), sum.campaign(), sum.score(), sum.counted(), sum.discounted()));
        }
        return lines;
    }

    private static Instant receivedAt(JsonNode entry) {
        return Instant.parse(entry.path("receivedAt").asText());
    }

    static byte[] lines(String pings) {
        return pings.lines()
                .map(ping -> {
                    var word = ping.split(" ");
                    var kind = word[2].equals("view")
                            ? "\"kind\":\"view\""
                            : "\"kind\":\"share\",\"platform\":\"" + word[2] + "\"";
                    return "{\"at\":\"" + Instants.text(PAST.plusMillis(Long.parseLong(word[0]))) + "\",\"campaign\":\""
                            + word[1] + "\"," + kind + ",\"visitor\":\"" + word[3] + "\"}\n";
                })
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
