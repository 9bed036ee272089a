package io.fortyeight.standings;

import static io.fortyeight.TestContests.PAST;
import static io.fortyeight.TestContests.TWO_DAYS;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.imported;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.withCampaigns;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class CampaignTallyTest {

    private static final String FAIR = "{\"preset\":\"fair-48h\"}";

    private static final String PINGS = """
            -1 a view v1
            0 a view v1
            29000 a view v1
            31000 a view v1
            61000 a view v2
            61000 a qr v2
            62000 a twitter v2
            63000 a twitter v2
            3600000 a view v1
            172800000 a view v9
            5000 b view v1
            """;

    @Test
    void campaign_isShownWithItsTally_byKindPlatformAndVerdict() {
        var contest = contestWithPings();
        assertThat(get("/api/contests/" + contest + "/campaigns/a")).isEqualTo(json("""
                {"slug":"a","title":"Campaign a","pageUrl":"https://a.example/video","score":3,"place":1,"shed":0,
                 "tally":[{"kind":"view","verdict":"counted","count":3},
                  {"kind":"view","verdict":"early","count":1},
                  {"kind":"view","verdict":"late","count":1},
                  {"kind":"view","verdict":"repeat","count":1},
                  {"kind":"view","verdict":"capped","count":1},
                  {"kind":"share","platform":"twitter","verdict":"counted","count":1},
                  {"kind":"share","platform":"twitter","verdict":"repeat","count":1},
                  {"kind":"share","platform":"qr","verdict":"counted","count":1}]}"""));
        assertThat(get("/api/contests/" + contest + "/campaigns/c")).isEqualTo(json("""
                {"slug":"c","title":"Campaign c","pageUrl":"https://c.example/video","score":0,"place":3,"shed":0,
                 "tally":[]}"""));
    }

    @Test
    void timeline_isByMinutes() {
        var minutes = """
                {"step":"PT1M","points":[
                 {"at":"2013-12-17T04:59:00.000Z","kind":"view","verdict":"early","count":1},
                 {"at":"2013-12-17T05:00:00.000Z","kind":"view","verdict":"counted","count":1},
                 {"at":"2013-12-17T05:00:00.000Z","kind":"view","verdict":"capped","count":1},
                 {"at":"2013-12-17T05:00:00.000Z","kind":"view","verdict":"repeat","count":1},
                 {"at":"2013-12-17T05:01:00.000Z","kind":"view","verdict":"counted","count":1},
                 {"at":"2013-12-17T05:01:00.000Z","kind":"share","verdict":"counted","count":2},
                 {"at":"2013-12-17T05:01:00.000Z","kind":"share","verdict":"repeat","count":1},
                 {"at":"2013-12-17T06:00:00.000Z","kind":"view","verdict":"counted","count":1},
                 {"at":"2013-12-19T05:00:00.000Z","kind":"view","verdict":"late","count":1}]}""";
        var contest = contestWithPings();
        var path = "/api/contests/" + contest + "/campaigns/a/timeline";
        assertThat(get(path + "?step=PT1M")).isEqualTo(json(minutes));
        assertThat(get(path)).isEqualTo(json(minutes));
        assertThat(get(path + "?step=PT60S")).isEqualTo(json(minutes));
        assertThat(get("/api/contests/" + contest + "/campaigns/c/timeline")).isEqualTo(json("""
                {"step":"PT1M","points":[]}"""));
    }

    @Test
    void timeline_ofLongerSteps_countsThemFromTheOpening() {
        var contest = contestWithPings();
        assertThat(get("/api/contests/" + contest + "/campaigns/a/timeline?step=PT1H"))
                .isEqualTo(json("""
                {"step":"PT1H","points":[
                 {"at":"2013-12-17T04:00:00.000Z","kind":"view","verdict":"early","count":1},
                 {"at":"2013-12-17T05:00:00.000Z","kind":"view","verdict":"counted","count":2},
                 {"at":"2013-12-17T05:00:00.000Z","kind":"view","verdict":"capped","count":1},
                 {"at":"2013-12-17T05:00:00.000Z","kind":"view","verdict":"repeat","count":1},
                 {"at":"2013-12-17T05:00:00.000Z","kind":"share","verdict":"counted","count":2},
                 {"at":"2013-12-17T05:00:00.000Z","kind":"share","verdict":"repeat","count":1},
                 {"at":"2013-12-17T06:00:00.000Z","kind":"view","verdict":"counted","count":1},
                 {"at":"2013-12-19T05:00:00.000Z","kind":"view","verdict":"late","count":1}]}"""));
        assertThat(get("/api/contests/" + contest + "/campaigns/a/timeline?step=P366D")
                        .path("points"))
                .allSatisfy(point -> assertThat(point.path("at").asText())
                        .isIn("2013-12-17T05:00:00.000Z", "2012-12-16T05:00:00.000Z"));
    }

    @Test
    void step_thatIsNotWholeMinutes_isNamed() {
        var path = "/api/contests/" + withCampaigns(contest(PAST, TWO_DAYS, FAIR), "a") + "/campaigns/a/timeline";
        for (var step : new String[] {
            "1",
            "1m",
            "PT0M",
            "PT-1M",
            "PT30S",
            "PT90S",
            "PT1M0.001S",
            "P367D",
            "P1M",
            "PT99999999999999999999M",
            "PT2562047788015215H"
        }) {
            var answer = given().queryParam("step", step).get(path);
            assertThat(answer.statusCode()).as(step).isEqualTo(400);
            assertThat(json(answer).at("/violations/0/field").asText()).as(step).isEqualTo("step");
        }
    }

    @Test
    void unknownCampaign_isNotFound() {
        var contest = withCampaigns(contest(PAST, TWO_DAYS, FAIR), "a");
        for (var path : new String[] {"/campaigns/none", "/campaigns/none/timeline", "/campaigns/A"}) {
            var answer = given().get("/api/contests/" + contest + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(json(answer).path("detail").asText()).isEqualTo("There is no such campaign in this contest");
        }
    }

    private static String contestWithPings() {
        var contest = withCampaigns(contest(PAST, TWO_DAYS, FAIR), "a", "b", "c");
        imported(contest, "ndjson", LeaderboardTest.lines(PINGS));
        return contest;
    }
}
