package io.fortyeight.ingest;

import static io.fortyeight.TestContests.browser;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class BadPingsTest {

    private static final String RAW = "{\"preset\":\"raw\"}";

    /** Bodies with CONTEST for a live one, then the status, then the fields that are named, or words of the detail. */
    private static final String TABLE = """
            {"contest":"none","campaign":"a","kind":"view"} | 404 | There is no such contest
            {"contest":"CONTEST","campaign":"none","kind":"view"} | 404 | There is no such campaign
            {"contest":"CONTEST","campaign":"A","kind":"view"} | 404 | There is no such campaign
            {"contest":"CONTEST\\u0000","campaign":"a","kind":"view"} | 404 | There is no such contest
            {"contest":"../CONTEST","campaign":"a","kind":"view"} | 404 | There is no such contest
             | 400 | must be a JSON object
            null | 400 | must be a JSON object
            5 | 400 | must be a JSON object
            "text" | 400 | must be a JSON object
            [] | 400 | must be a JSON object
            [{"contest":"CONTEST","campaign":"a","kind":"view"}] | 400 | must be a JSON object
            { | 400 | not well-formed
            {"contest":"CONTEST","campaign":"a","kind":"view" | 400 | not well-formed
            {"contest":"CONTEST","campaign":"a","kind":"view",} | 400 | not well-formed
            {"contest":"CONTEST","campaign":"a","kind":view} | 400 | not well-formed
            {'contest':'CONTEST'} | 400 | not well-formed
            {"contest":"CONTEST","campaign":"a","kind":"view","visitor":"\t"} | 400 | not well-formed
            contest=CONTEST&campaign=a&kind=view | 400 | not well-formed
            {"contest":"CONTEST","campaign":"a","kind":"view"}{} | 400 | something after
            {"contest":"CONTEST","campaign":"a","kind":"view"} x | 400 |
            {"contest":"CONTEST","campaign":"a","kind":"view"}] | 400 |
            {} | 400 | contest campaign kind
            {"campaign":"a","kind":"view"} | 400 | contest
            {"contest":null,"campaign":"a","kind":"view"} | 400 | contest
            {"contest":"","campaign":"a","kind":"view"} | 400 | contest
            {"contest":" ","campaign":"a","kind":"view"} | 400 | contest
            {"contest":"CONTEST","kind":"view"} | 400 | campaign
            {"contest":"CONTEST","campaign":"a"} | 400 | kind
            {"contest":"CONTEST","campaign":"a","kind":""} | 400 | kind
            {"contest":"CONTEST","campaign":"a","kind":"click"} | 400 | kind
            {"contest":"CONTEST","campaign":"a","kind":"VIEW"} | 400 | kind
            {"contest":"CONTEST","campaign":"a","kind":"share"} | 400 | platform
            {"contest":"CONTEST","campaign":"a","kind":"share","platform":null} | 400 | platform
            {"contest":"CONTEST","campaign":"a","kind":"share","platform":""} | 400 | platform
            {"contest":"CONTEST","campaign":"a","kind":"share","platform":"myspace"} | 400 | platform
            {"contest":"CONTEST","campaign":"a","kind":"share","platform":"Twitter"} | 400 | platform
            {"contest":"CONTEST","campaign":"a","kind":"view","id":"1"} | 400 | id
            {"contest":"CONTEST","campaign":"a","kind":"view","id":"1-1-1-1-1"} | 400 | id
            {"contest":"CONTEST","campaign":"a","kind":"view","id":"g0000000-0000-0000-0000-000000000000"} | 400 | id
            {"contest":"CONTEST","campaign":"a","kind":"view","via":"a b"} | 400 | via
            {"contest":"CONTEST","campaign":"a","kind":"view","via":"é"} | 400 | via
            {"contest":"CONTEST","campaign":"a","kind":"view","via":"a\\u0000"} | 400 | via
            {"contest":"CONTEST","campaign":"a","kind":"view","via":"x123456789012345678901234567890123"} | 400 | via
            {"contest":5,"campaign":"a","kind":"view"} | 400 | contest
            {"contest":"CONTEST","campaign":["a"],"kind":"view"} | 400 | campaign
            {"contest":"CONTEST","campaign":"a","kind":{"view":1}} | 400 | kind
            {"contest":"CONTEST","campaign":"a","kind":"view","visitor":12} | 400 | visitor
            {"contest":"CONTEST","campaign":"a","kind":"view","visitor":{"id":"x"}} | 400 | visitor
            {"contest":"CONTEST","campaign":"a","kind":"view","visitor":[[["x"]]]} | 400 | visitor
            {"contest":"CONTEST","campaign":"a","kind":"view","id":true} | 400 | id
            {"contest":"CONTEST","campaign":"a","kind":"view","via":1.5} | 400 | via
            {"contest":"CONTEST","campaign":"a","kind":"share","platform":1} | 400 | platform
            {"contest":5,"campaign":6,"kind":"x","visitor":7,"via":" ","id":"i"} | 400 | contest campaign kind visitor id via
            """;

    @Test
    void badPing_isRefusedInPlainWords_andNamesTheFields() {
        var contest = live(RAW);
        var softly = new SoftAssertions();
        TABLE.lines().forEach(line -> {
            var row = line.split(" ?\\| ?", -1);
            for (var type : List.of("application/json", "text/plain")) {
                check(softly, line, row, send(type, row[0].replace("CONTEST", contest)));
            }
        });
        softly.assertAll();
        assertThat(ledger(contest)).isEmpty();
    }

    private static void check(SoftAssertions softly, String line, String[] row, Response answer) {
        softly.assertThat(answer.statusCode()).as(line).isEqualTo(Integer.parseInt(row[1]));
        assertPlain(softly, line, answer);
        if (!answer.contentType().startsWith("application/problem+json")) {
            return;
        }
        var violations = json(answer).path("violations");
        if (violations.isMissingNode()) {
            softly.assertThat(json(answer).path("detail").asText()).as(line).contains(row[2]);
        } else {
            var fields = new ArrayList<String>();
            violations.forEach(violation -> fields.add(violation.path("field").asText()));
            softly.assertThat(fields).as(line).containsExactlyInAnyOrder(row[2].split(" "));
        }
    }

    @Test
    void badFields_areNamed_inAWholeAnswer() {
        assertThat(json(send("text/plain", "{\"contest\":\"c\",\"kind\":\"share\"}")))
                .isEqualTo(json("""
                {"title":"Bad Request","status":400,"instance":"/api/pings","violations":[
                 {"field":"platform","in":"body","message":"is missing; a share needs one"},
                 {"field":"campaign","in":"body","message":"is missing"}]}"""));
    }

    @Test
    void visitor_mayHave64CodePoints() {
        var contest = live(RAW);
        for (var most : List.of("x".repeat(64), "\uD83C\uDFAC".repeat(64), "é".repeat(64), "\\u0000", " ")) {
            assertThat(verdict(view(contest, "a", most))).as(most).isEqualTo("counted");
        }
        var softly = new SoftAssertions();
        for (var tooLong : List.of("x".repeat(65), "\uD83C\uDFAC".repeat(65))) {
            check(
                    softly,
                    tooLong,
                    new String[] {"", "400", "visitor"},
                    send("application/json", view(contest, "a", tooLong)));
        }
        softly.assertAll();
        assertThat(ledger(contest)).hasSize(5);
    }

    @Test
    void brokenUtf8_isRefused() {
        var contest = live(RAW);
        var softly = new SoftAssertions();
        for (var broken : new byte[][] {
            {(byte) 0xff}, {(byte) 0xc3, '('}, {(byte) 0xc0, (byte) 0x80}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}
        }) {
            var parts = view(contest, "a", "|").split("\\|");
            var body = new ByteArrayOutputStream();
            body.writeBytes(parts[0].getBytes(StandardCharsets.UTF_8));
            body.writeBytes(broken);
            body.writeBytes(parts[1].getBytes(StandardCharsets.UTF_8));
            var answer = browser()
                    .contentType("application/json")
                    .body(body.toByteArray())
                    .post("/api/pings");
            softly.assertThat(answer.statusCode()).isEqualTo(400);
            assertPlain(softly, "broken UTF-8", answer);
        }
        softly.assertAll();
        assertThat(ledger(contest)).isEmpty();
    }

    @Test
    void deepNesting_isRefusedOrIgnored() {
        var contest = live(RAW);
        for (var field : List.of("visitor", "unknown")) {
            var deep = "[".repeat(3500) + "]".repeat(3500);
            var answer = send(
                    "application/json",
                    view(contest, "a", "x").replace("\"visitor\":\"x\"", "\"" + field + "\":" + deep));
            assertThat(answer.statusCode()).as(field).isEqualTo(400);
        }
        assertThat(send("application/json", "[".repeat(8000)).statusCode()).isEqualTo(400);
    }

    @Test
    void bodyOf8KiB_isTaken_andOneMoreByteIsNot() {
        var contest = live(RAW);
        var ping = view(contest, "a", "x");
        var padded = ping + " ".repeat(8192 - ping.length());
        assertThat(send("application/json", padded).statusCode()).isEqualTo(202);
        var refused = send("application/json", padded + " ");
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(json(refused)).isEqualTo(json("""
                {"title":"Request Entity Too Large","status":413,"instance":"/api/pings",
                 "detail":"The body has at most 8192 bytes"}"""));
        assertThat(ledger(contest)).hasSize(1);
    }

    @Test
    void mediaType_thatIsNotTaken_is415() {
        var contest = live(RAW);
        var softly = new SoftAssertions();
        for (var type : List.of("application/xml", "application/json-seq", "image/gif", "application/octet-stream")) {
            var answer = browser()
                    .header("Content-Type", type)
                    .body(view(contest, "a", "x").getBytes(StandardCharsets.UTF_8))
                    .post("/api/pings");
            softly.assertThat(answer.statusCode()).as(type).isEqualTo(415);
            assertPlain(softly, type, answer);
        }
        softly.assertAll();
        assertThat(ledger(contest)).isEmpty();
    }

    @Test
    void method_thatIsNotPost_is405() {
        var softly = new SoftAssertions();
        var answers = Map.of(
                "GET", browser().get("/api/pings"),
                "PUT", browser().contentType("application/json").body("{}").put("/api/pings"),
                "DELETE", browser().delete("/api/pings"));
        answers.forEach((method, answer) -> {
            softly.assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertPlain(softly, method, answer);
        });
        softly.assertAll();
    }

    private static Response send(String type, String body) {
        return browser()
                .header("Content-Type", type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/pings");
    }

    private static void assertPlain(SoftAssertions softly, String what, Response answer) {
        softly.assertThat(answer.contentType()).as(what).startsWith("application/problem+json");
        softly.assertThat(answer.asString())
                .as(what)
                .doesNotContain("java.", "io.fortyeight", "Exception", "jackson", "\tat ");
    }
}
