package io.fortyeight.close;

import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.imported;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestContests.ping;
import static io.fortyeight.TestContests.recount;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestContests.without;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class RecountTest {

    private static final String LINES = """
            {"at":"2013-12-17T05:00:00Z","kind":"view","campaign":"a","visitor":"v1"}
            {"at":"2013-12-17T05:00:01Z","kind":"view","campaign":"a","visitor":"v1"}
            {"at":"2013-12-17T05:00:02Z","kind":"view","campaign":"a","visitor":"v1"}
            {"at":"2013-12-17T05:00:02Z","kind":"view","campaign":"b","visitor":"v2"}
            {"at":"2013-12-17T05:00:03Z","kind":"view","campaign":"b","visitor":"v3"}
            {"at":"2013-12-17T05:00:04Z","kind":"share","platform":"line","campaign":"a","visitor":"v3"}
            """;

    private static final String LIVE = """
            [{"place":1,"campaign":"b","title":"Campaign b","score":2,"counted":2,"discounted":0},
             {"place":2,"campaign":"a","title":"Campaign a","score":1,"counted":2,"discounted":3}]""";

    @Test
    void recount_ofAnHonestLedger_agrees() {
        var contest = contest();
        var recount = recount(contest);
        var hash = get("/api/contests/" + contest).at("/rules/hash").asText();
        assertThat(without(recount, "asOf")).isEqualTo(json("""
                {"contest":"%s","rulesHash":"%s","pings":7,"agrees":true,"differences":[],"standings":%s,
                 "partitions":[{"partition":0,"lastSequence":1},{"partition":1000,"lastSequence":6}]}""".formatted(contest, hash, LIVE)));
    }

    @Test
    void recount_ofALedgerThatIsReadInSeveralSteps_agrees() {
        var pings = 40_001;
        var contest = past("{\"preset\":\"fair-48h\"}");
        var lines = IntStream.range(0, pings)
                .mapToObj(visitor ->
                        "{\"at\":\"2013-12-17T05:00:00Z\",\"kind\":\"view\",\"campaign\":\"a\",\"visitor\":\"v"
                                + visitor + "\"}\n")
                .collect(Collectors.joining());
        imported(contest, "ndjson", lines.getBytes(StandardCharsets.UTF_8));
        var recount = recount(contest);
        assertThat(recount.path("pings").asInt()).isEqualTo(pings);
        assertThat(recount.path("agrees").asBoolean())
                .as(recount.path("differences").toString())
                .isTrue();
        assertThat(recount.at("/standings/0/counted").asInt()).isEqualTo(pings);
    }

    @Test
    void whatIf_showsWhoWouldHaveWon_andChangesNothing() {
        var contest = contest();
        var ledger = ledger(contest);
        var tally = get("/api/contests/" + contest + "/campaigns/a");
        var whatIf = json(recountWith(contest, "{\"preset\":\"raw\"}"));
        assertThat(whatIf.path("rulesHash").asText())
                .hasSize(64)
                .isNotEqualTo(get("/api/contests/" + contest).at("/rules/hash").asText());
        assertThat(without(whatIf, "asOf", "rulesHash")).isEqualTo(json("""
                {"contest":"%s","pings":7,
                 "standings":[{"place":1,"campaign":"a","title":"Campaign a","score":3,"counted":4,"discounted":1},
                  {"place":2,"campaign":"b","title":"Campaign b","score":2,"counted":2,"discounted":0}],
                 "differsFrom":%s,
                 "partitions":[{"partition":0,"lastSequence":1},{"partition":1000,"lastSequence":6}]}""".formatted(contest, LIVE)));
        assertThat(ledger(contest)).isEqualTo(ledger);
        assertThat(get("/api/contests/" + contest + "/campaigns/a")).isEqualTo(tally);
        assertThat(recount(contest).path("agrees").asBoolean()).isTrue();
    }

    @Test
    void whatIf_mayWeighShares() {
        var contest = contest();
        var whatIf = json(recountWith(contest, "{\"score\":{\"view\":1,\"share\":10}}"));
        assertThat(whatIf.at("/standings/0/campaign").asText()).isEqualTo("a");
        assertThat(whatIf.at("/standings/0/score").asInt()).isEqualTo(11);
    }

    @Test
    void cardThatIsBad_isRefused_andNamesTheField() {
        var contest = contest();
        var table = """
                {"preset":"unfair"} | rules.preset
                {"cap":{"max":1}} | rules.cap.slot
                {"cap":{"slot":"PT49H","max":1}} | rules.cap.slot
                {"freeze":{"pings":0,"within":"PT1M","lasts":"PT1M"}} | rules.freeze.pings
                {"colour":"red"} | rules.colour
                {"score":null} | rules.score
                """;
        table.lines().forEach(line -> {
            var row = line.split(" \\| ");
            var answer = recountWith(contest, row[0]);
            assertThat(answer.statusCode()).as(line).isEqualTo(400);
            assertThat(json(answer).at("/violations/0/field").asText()).as(line).isEqualTo(row[1]);
        });
        for (var body : new String[] {"{", "[]", "5", "\"raw\"", "{} {}"}) {
            assertThat(recountWith(contest, body).statusCode()).as(body).isEqualTo(400);
        }
    }

    @Test
    void caller_mustBeKnown() {
        var contest = contest();
        assertThat(given().post("/api/contests/" + contest + "/recount").statusCode())
                .isEqualTo(401);
        assertThat(organizer().post("/api/contests/none/recount").statusCode()).isEqualTo(404);
    }

    private static Response recountWith(String contest, String card) {
        return organizer().body(card).post("/api/contests/" + contest + "/recount");
    }

    private static String contest() {
        var contest = past("{\"preset\":\"fair-48h\"}");
        imported(contest, "ndjson", LINES.getBytes(StandardCharsets.UTF_8));
        ping(view(contest, "a", "too-late"));
        return contest;
    }
}
