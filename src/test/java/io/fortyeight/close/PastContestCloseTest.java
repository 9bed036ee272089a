package io.fortyeight.close;

import static io.fortyeight.TestContests.PAST;
import static io.fortyeight.TestContests.TWO_DAYS;
import static io.fortyeight.TestContests.awaitState;
import static io.fortyeight.TestContests.browser;
import static io.fortyeight.TestContests.close;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.imported;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.ping;
import static io.fortyeight.TestContests.recount;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestContests.withCampaigns;
import static io.fortyeight.TestContests.without;
import static io.fortyeight.TestJob.CLOSE_SWEEP;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.web.http.Instants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PastContestCloseTest {

    private static final String CHAIN = "{\"preset\":\"counter-5.1\"}";

    private static final String LINES = """
            {"at":"2013-12-17T05:00:00Z","kind":"view","campaign":"a","visitor":"v1"}
            {"at":"2013-12-17T05:00:30Z","kind":"view","campaign":"a","visitor":"v1"}
            {"at":"2013-12-17T05:01:01Z","kind":"view","campaign":"a","visitor":"v1"}
            {"at":"2013-12-19T04:59:59.999Z","kind":"view","campaign":"b","visitor":"v1"}
            {"at":"2013-12-19T05:00:00Z","kind":"view","campaign":"b","visitor":"v2"}
            {"at":"2013-12-18T00:00:00Z","kind":"share","platform":"line","campaign":"b","visitor":"v1"}
            """;

    @Test
    void pastContest_staysOpenUntilAskedToClose_thenIsCertifiedAndAnnounced() {
        var contest = importedContest();
        ping(view(contest, "a", "too-late"));
        assertThat(get("/api/contests/" + contest).path("state").asText()).isEqualTo("open");
        var missing = given().get("/api/contests/" + contest + "/result");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(json(missing).path("detail").asText())
                .isEqualTo("There is no result yet: the organizer has not closed this contest");

        var before = now();
        var answer = close(contest);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).path("contest").asText()).isEqualTo(contest);
        assertThat(json(answer).path("state").asText()).isIn("closing", "certified", "announced");
        var shown = awaitState(contest, "announced");

        var result = get("/api/contests/" + contest + "/result");
        assertThat(Instant.parse(result.path("certifiedAt").asText())).isBetween(before, now());
        assertThat(without(result, "certifiedAt"))
                .isEqualTo(json("""
                {"contest":"%s","opensAt":"2013-12-17T05:00:00.000Z","closesAt":"2013-12-19T05:00:00.000Z",
                 "rulesHash":"%s",
                 "standings":[{"place":1,"campaign":"a","title":"Campaign a","score":2,"counted":2,"discounted":2},
                  {"place":2,"campaign":"b","title":"Campaign b","score":1,"counted":2,"discounted":1}],
                 "tally":[{"campaign":"a","kind":"view","verdict":"counted","count":2},
                  {"campaign":"a","kind":"view","verdict":"late","count":1},
                  {"campaign":"a","kind":"view","verdict":"repeat","count":1},
                  {"campaign":"b","kind":"view","verdict":"counted","count":1},
                  {"campaign":"b","kind":"view","verdict":"late","count":1},
                  {"campaign":"b","kind":"share","platform":"line","verdict":"counted","count":1}],
                 "shed":0,"refused":0,
                 "partitions":[{"partition":0,"lastSequence":1},{"partition":1000,"lastSequence":6}]}""".formatted(contest, shown.at("/rules/hash").asText())));
    }

    @Test
    void certifiedContest_showsItsFinalLeaderboard() {
        var contest = importedContest();
        close(contest);
        awaitState(contest, "certified", "announced");
        var result = get("/api/contests/" + contest + "/result");
        var leaderboard = get("/api/contests/" + contest + "/leaderboard");
        assertThat(leaderboard.path("final").asBoolean()).isTrue();
        assertThat(leaderboard.path("asOf")).isEqualTo(result.path("certifiedAt"));
        assertThat(leaderboard.path("standings")).isEqualTo(result.path("standings"));
        var certifiedAt = Instant.parse(result.path("certifiedAt").asText());
        var path = "/api/contests/" + contest + "/leaderboard?at=";
        assertThat(get(path + Instants.text(certifiedAt))).isEqualTo(leaderboard);
        var justBefore = get(path + Instants.text(certifiedAt.minusMillis(1)));
        assertThat(justBefore.path("final").asBoolean(true)).isFalse();
        assertThat(justBefore.path("standings")).isEqualTo(result.path("standings"));
        assertThat(get(path + "2013-12-17T05:00:59Z").at("/standings/0/counted").asInt())
                .isEqualTo(1);
    }

    @Test
    void pingsAfterCertification_areLate_andOnlySummed() {
        var contest = importedContest();
        close(contest);
        awaitState(contest, "certified", "announced");
        var result = given().get("/api/contests/" + contest + "/result").asByteArray();
        for (var i = 0; i < 3; i++) {
            var answer = ping(view(contest, "a", "v1"));
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(json(answer)).isEqualTo(json("{\"verdict\":\"discounted\",\"reason\":\"late\"}"));
        }
        assertThat(browser().get("/p/" + contest + "/a.gif").header("X-Fortyeight-Verdict"))
                .isEqualTo("late");
        assertThat(ledger(contest)).hasSize(6);
        assertThat(recount(contest).path("agrees").asBoolean()).isTrue();
        assertThat(given().get("/api/contests/" + contest + "/result").asByteArray())
                .isEqualTo(result);
    }

    @Test
    void secondClose_isHarmless() {
        var contest = importedContest();
        close(contest).then().statusCode(202);
        close(contest).then().statusCode(202);
        awaitState(contest, "announced");
        var result = given().get("/api/contests/" + contest + "/result").asByteArray();
        var answer = close(contest);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer)).isEqualTo(json("""
                {"contest":"%s","state":"announced"}""".formatted(contest)));
        assertThat(given().get("/api/contests/" + contest + "/result").asByteArray())
                .isEqualTo(result);
    }

    @Test
    void certifiedContest_isAnnouncedWhenItIsTime() {
        var slug = "t-" + UUID.randomUUID();
        var announcesAt = now().plusSeconds(3);
        organizer()
                .body("""
                        {"slug":"%s","name":"n","zone":"UTC","opensAt":"2013-12-17T05:00","announcesAt":"%s"}""".formatted(slug, Instants.text(announcesAt).replace("Z", "")))
                .post("/api/contests")
                .then()
                .statusCode(201);
        close(slug);
        var certified = awaitState(slug, "certified", "announced");
        assertThat(certified.path("announcesAt").asText()).isEqualTo(Instants.text(announcesAt));
        var announced = awaitState(slug, "announced");
        assertThat(Instant.parse(announced.path("serverTime").asText())).isAfterOrEqualTo(announcesAt);
    }

    @Test
    void liveContest_cannotBeClosedByHand() {
        var contest = live(CHAIN);
        var closesAt = get("/api/contests/" + contest).path("closesAt").asText();
        var answer = close(contest);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).path("detail").asText()).isEqualTo("This contest closes by itself at " + closesAt);
        var missing = given().get("/api/contests/" + contest + "/result");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(json(missing).path("detail").asText())
                .isEqualTo("There is no result yet: the window closes at " + closesAt);
        var scheduled = contest(now().plus(Duration.ofHours(1)), TWO_DAYS, CHAIN);
        assertThat(close(scheduled).statusCode()).isEqualTo(409);
        assertThat(close("none").statusCode()).isEqualTo(404);
        assertThat(given().post("/api/contests/" + contest + "/close").statusCode())
                .isEqualTo(401);
    }

    @Test
    void windowThatNobodyPinged_isCertifiedByItself() {
        var contest = withCampaigns(contest(now().minusSeconds(1), Duration.ofSeconds(3), CHAIN), "a");
        awaitState(contest, "announced");
        var result = get("/api/contests/" + contest + "/result");
        assertThat(result.path("tally")).isEmpty();
        assertThat(result.path("partitions")).isEqualTo(json("[{\"partition\":0,\"lastSequence\":0}]"));
        assertThat(Instant.parse(result.path("certifiedAt").asText()))
                .isAfterOrEqualTo(Instant.parse(result.path("closesAt").asText()));
    }

    @Test
    void close_waitsForARunningImport() {
        var contest = withCampaigns(contest(PAST, TWO_DAYS, "{\"preset\":\"raw\"}"), "a");
        var lines = LINES.lines().findFirst().orElseThrow().concat("\n").repeat(12_000);
        var sent = organizer()
                .contentType("text/plain")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/api/contests/" + contest + "/imports?format=ndjson");
        assertThat(sent.statusCode()).isEqualTo(202);
        close(contest).then().statusCode(202);
        CLOSE_SWEEP.untilAsserted(
                () -> given().get("/api/contests/" + contest + "/result").then().statusCode(200));
        assertThat(get("/api/contests/" + contest + "/result")
                        .at("/standings/0/counted")
                        .asInt())
                .isEqualTo(12_000);
    }

    private static String importedContest() {
        var contest = withCampaigns(contest(PAST, TWO_DAYS, CHAIN), "a", "b");
        imported(contest, "ndjson", LINES.getBytes(StandardCharsets.UTF_8));
        return contest;
    }
}
