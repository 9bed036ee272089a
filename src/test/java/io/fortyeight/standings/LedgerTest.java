package io.fortyeight.standings;

import static io.fortyeight.TestContests.imported;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestContests.ping;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestContests.without;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class LedgerTest {

    private static final String RAW = "{\"preset\":\"raw\"}";

    @Test
    void ledger_withoutPings_isEmpty() {
        var answer = given().get("/api/contests/" + live(RAW) + "/ledger");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/x-ndjson");
        assertThat(answer.asString()).isEmpty();
    }

    @Test
    void ledger_isGapless_andEachLineEnds() {
        var contest = live(RAW);
        for (var i = 0; i < 25; i++) {
            ping(view(contest, i % 2 == 0 ? "a" : "b", "v" + i));
        }
        var answer = given().get("/api/contests/" + contest + "/ledger");
        assertThat(answer.asString()).endsWith("}\n").doesNotContain("\n\n", "[", "},");
        assertThat(ledger(contest))
                .map(entry -> entry.path("sequence").asInt())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 25).boxed().toList());
        assertThat(ledger(contest))
                .map(entry -> entry.path("receivedAt").asText())
                .isSorted();
    }

    @Test
    void freeze_isMarkedOnce() {
        var contest = live("{\"preset\":\"raw\",\"freeze\":{\"pings\":2,\"within\":\"PT1M\",\"lasts\":\"PT1H\"}}");
        for (var i = 0; i < 5; i++) {
            ping(view(contest, "a", "alice"));
        }
        assertThat(ledger(contest))
                .map(entry -> entry.path("verdict").asText()
                        + entry.path("freezeBegins").asText(""))
                .containsExactly("counted", "counted", "frozentrue", "frozen", "frozen");
    }

    @Test
    void partitionAndFrom_narrowIt() {
        var contest = past(RAW);
        ping(view(contest, "a", "late"));
        var first = imported(contest, "ndjson", LeaderboardTest.lines("0 a view v1\n1 a view v1\n2 b twitter v1\n"));
        imported(contest, "ndjson", LeaderboardTest.lines("0 a view v2\n"));
        assertThat(numbers(ledger(contest))).containsExactly("0.1", "1000.1", "1000.2", "1000.3", "1001.1");
        assertThat(numbers(ledger(contest, "?partition=1000"))).containsExactly("1000.1", "1000.2", "1000.3");
        assertThat(numbers(ledger(contest, "?partition=1000&from=3"))).containsExactly("1000.3");
        assertThat(numbers(ledger(contest, "?partition=0&from=1"))).containsExactly("0.1");
        assertThat(numbers(ledger(contest, "?from=2"))).containsExactly("1000.2", "1000.3");
        assertThat(ledger(contest, "?partition=1000&from=4")).isEmpty();
        assertThat(ledger(contest, "?from=" + Long.MAX_VALUE)).isEmpty();
        assertThat(without(ledger(contest).get(3), "visitor"))
                .isEqualTo(json("""
                {"partition":1000,"sequence":3,"receivedAt":"2013-12-17T05:00:00.002Z","campaign":"b","kind":"share",
                 "platform":"twitter","verdict":"counted","import":"%s"}""".formatted(first.path("id").asText())));
    }

    @Test
    void parameter_thatIsWrong_isNamed() {
        var contest = live(RAW);
        for (var query : List.of(
                "from=0",
                "from=-1",
                "from=x",
                "from=9999999999999999999",
                "partition=x",
                "partition=-1",
                "partition=1.5")) {
            var answer = given().get("/api/contests/" + contest + "/ledger?" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(json(answer).at("/violations/0/field").asText())
                    .as(query)
                    .isEqualTo(query.substring(0, query.indexOf('=')));
        }
        for (var partition : List.of("1", "1000", "99999999999")) {
            var answer = given().get("/api/contests/" + contest + "/ledger?partition=" + partition);
            assertThat(answer.statusCode()).as(partition).isEqualTo(404);
            assertThat(json(answer).path("detail").asText()).isEqualTo("This contest's ledger has no such partition");
        }
    }

    private static List<String> numbers(List<JsonNode> entries) {
        return entries.stream()
                .map(entry -> entry.path("partition").asText() + "."
                        + entry.path("sequence").asText())
                .toList();
    }
}
