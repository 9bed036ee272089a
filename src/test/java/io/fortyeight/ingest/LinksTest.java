package io.fortyeight.ingest;

import static io.fortyeight.TestContests.BROWSER;
import static io.fortyeight.TestContests.browser;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.shareLink;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.ingest.client.IpAddress;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class LinksTest {

    private static final String PAGE = "https://a.example";

    /** Bodies with CONTEST for a live one, then the status, then the fields that are named, or words of the detail. */
    private static final String TABLE = """
            {"contest":"none","campaign":"a","platform":"copy"} | 404 | There is no such contest
            {"contest":"CONTEST","campaign":"none","platform":"copy"} | 404 | There is no such campaign
            {"contest":"CONTEST\\u0000","campaign":"a","platform":"copy"} | 404 | There is no such contest
             | 400 | must be a JSON object
            null | 400 | must be a JSON object
            [] | 400 | must be a JSON object
            { | 400 | not well-formed
            contest=CONTEST&campaign=a&platform=copy | 400 | not well-formed
            {"contest":"CONTEST","campaign":"a","platform":"copy"}{} | 400 | something after
            {} | 400 | contest campaign platform
            {"contest":"CONTEST","campaign":"a"} | 400 | platform
            {"contest":"CONTEST","campaign":"a","platform":""} | 400 | platform
            {"contest":"CONTEST","campaign":"a","platform":"myspace"} | 400 | platform
            {"contest":"CONTEST","campaign":"a","platform":"Twitter"} | 400 | platform
            {"contest":" ","campaign":null,"platform":7} | 400 | contest campaign platform
            {"contest":5,"campaign":["a"],"platform":{"copy":1},"visitor":true} | 400 | contest campaign platform visitor
            {"contest":"CONTEST","campaign":"a","platform":"copy","visitor":"LONG"} | 400 | visitor
            """;

    @Inject
    DataSource database;

    @Inject
    ContestDirectory directory;

    @Inject
    FloodGate gate;

    @Inject
    MovableClock clock;

    @Test
    void link_isTheSameForTheSameSharer_andAnotherForEachOtherOne() {
        var contest = live("null");
        var answer = json(ask("application/json", body(contest, "a", "reddit", "ann")));
        var code = answer.path("code").asText();
        assertThat(code).matches("[2-9b-df-hjkmnp-tv-z]{10}");
        assertThat(answer).isEqualTo(json("""
                {"code":"%s","url":"http://localhost:%d/s/%s"}""".formatted(code, RestAssured.port, code)));
        assertThat(json(ask("text/plain", body(contest, "a", "reddit", "ann")))).isEqualTo(answer);
        var codes = new HashSet<>(List.of(
                code,
                shareLink(contest, "a", "tumblr", "ann"),
                shareLink(contest, "b", "reddit", "ann"),
                shareLink(contest, "a", "reddit", "bob"),
                shareLink(live("null"), "a", "reddit", "ann")));
        assertThat(codes).hasSize(5);
        assertThat(ledger(contest)).isEmpty();
    }

    @Test
    void sharerWithoutAnId_isKnownByNetworkAndUserAgent() {
        var contest = live("null");
        var nameless = """
                {"contest":"%s","campaign":"a","platform":"copy"}""".formatted(contest);
        var code = code(ask("application/json", nameless));
        assertThat(code(ask("application/json", nameless))).isEqualTo(code);
        assertThat(code(ask("application/json", nameless.replace("}", ",\"visitor\":\"\"}"))))
                .isEqualTo(code);
        assertThat(code(browser("Another/1.0")
                        .contentType("text/plain")
                        .body(nameless)
                        .post("/api/links")))
                .isNotEqualTo(code);
        assertThat(shareLink(contest, "a", "copy", "ann")).isNotEqualTo(code);
    }

    @Test
    void sharer_isTheVisitorOfThePings() throws SQLException {
        var contest = live("null");
        var code = shareLink(contest, "a", "reddit", "ann");
        browser().contentType("application/json").body("""
                {"contest":"%s","campaign":"a","kind":"view","visitor":"ann"}""".formatted(contest)).post("/api/pings");
        assertThat(row(code))
                .isEqualTo("%d 0 I %s"
                        .formatted(
                                directory.known(contest).id(),
                                ledger(contest).get(0).path("visitor").asText()));
    }

    @Test
    void unknownFields_areIgnored() {
        var contest = live("null");
        var answer = ask("application/json", """
                {"contest":"%s","campaign":"a","platform":"copy","visitor":"ann","kind":5,"id":[],"via":{"a":[1]},"new":true}""".formatted(contest));
        assertThat(code(answer)).isEqualTo(shareLink(contest, "a", "copy", "ann"));
    }

    @Test
    void badRequest_isRefusedInPlainWords_andNamesTheFields() throws SQLException {
        var contest = live("null");
        var softly = new SoftAssertions();
        TABLE.lines().forEach(line -> {
            var row = line.split(" ?\\| ?", -1);
            var body = row[0].replace("CONTEST", contest).replace("LONG", "x".repeat(65));
            for (var type : List.of("application/json", "text/plain")) {
                check(softly, line, row, ask(type, body));
            }
        });
        check(softly, "large", new String[] {"", "413", "at most 8192"}, ask("text/plain", "x".repeat(8193)));
        check(softly, "type", new String[] {"", "415", ""}, ask("application/xml", body(contest, "a", "copy", "ann")));
        var broken = body(contest, "a", "copy", "\u00ff").getBytes(StandardCharsets.ISO_8859_1);
        check(
                softly,
                "broken UTF-8",
                new String[] {"", "400", "not UTF-8"},
                browser().contentType("application/json").body(broken).post("/api/links"));
        check(softly, "GET", new String[] {"", "405", ""}, browser().get("/api/links"));
        softly.assertAll();
        assertThat(links(contest)).isZero();
    }

    private static void check(SoftAssertions softly, String line, String[] row, Response answer) {
        softly.assertThat(answer.statusCode()).as(line).isEqualTo(Integer.parseInt(row[1]));
        softly.assertThat(answer.contentType()).as(line).startsWith("application/problem+json");
        softly.assertThat(answer.asString()).as(line).doesNotContain("java.", "io.fortyeight", "Exception");
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
    void foreignPage_isRefused_andMayReadWhy() throws SQLException {
        var contest = live("null");
        var own = browser()
                .header("Origin", PAGE)
                .contentType("text/plain")
                .body(body(contest, "a", "copy", "ann"))
                .post("/api/links");
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.header("Access-Control-Allow-Origin")).isEqualTo(PAGE);
        var foreign = browser()
                .header("Origin", "https://other.example")
                .contentType("text/plain")
                .body(body(contest, "b", "copy", "ann"))
                .post("/api/links");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.header("Access-Control-Allow-Origin")).isEqualTo("*");
        browser()
                .header("Referer", "https://other.example/page")
                .contentType("text/plain")
                .body(body(contest, "b", "copy", "ann"))
                .post("/api/links")
                .then()
                .statusCode(403);
        assertThat(links(contest)).isEqualTo(1);
    }

    @Test
    void linksAskedForAtOnce_areOne() throws Exception {
        var contest = live("null");
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var round = 0; round < 5; round++) {
                var visitor = "v" + round;
                Callable<String> asking = () -> shareLink(contest, "a", "qr", visitor);
                var codes = new HashSet<String>();
                for (var code : threads.invokeAll(
                        IntStream.range(0, 16).mapToObj(i -> asking).toList())) {
                    codes.add(code.get());
                }
                assertThat(codes).hasSize(1);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(links(contest)).isEqualTo(5);
    }

    @Test
    void networkThatAsksForTooMany_isTurnedAway_untilTheNextMinute() {
        var contest = live("null");
        var home = IpAddress.parse("127.0.0.1").network();
        clock.advance(Duration.ofSeconds(FloodGate.secondsToNextMinute(now().toEpochMilli())));
        var nowMillis = now().toEpochMilli();
        while (gate.admitsLink(home, nowMillis)) {
            // Uses up what is left.
        }
        var refused = ask("application/json", body(contest, "a", "copy", "ann"));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(json(refused).path("detail").asText()).isEqualTo("This network asks for too many share links");
        clock.advance(Duration.ofMinutes(1));
        assertThat(ask("application/json", body(contest, "a", "copy", "ann")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void linkAfterTheSecretIsDestroyed_isRefused() throws SQLException {
        var contest = live("null");
        shareLink(contest, "a", "copy", "ann");
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("UPDATE contest SET secret = NULL WHERE slug = ?")) {
            statement.setString(1, contest);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
        directory.refresh();
        var refused = ask("application/json", body(contest, "a", "copy", "ann"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("detail").asText()).contains("secret is destroyed");
    }

    private static Response ask(String type, String body) {
        return browser(BROWSER)
                .header("Content-Type", type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/links");
    }

    private static String code(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return json(answer).path("code").asText();
    }

    private static String body(String contest, String campaign, String platform, String visitor) {
        return """
                {"contest":"%s","campaign":"%s","platform":"%s","visitor":"%s"}""".formatted(contest, campaign, platform, visitor);
    }

    private String row(String code) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "SELECT concat_ws(' ', contest_id, campaign, platform, replace(sharer::text, '-', '')) FROM share_link WHERE code = ?")) {
            statement.setString(1, code);
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        }
    }

    private int links(String contest) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("SELECT count(*) FROM share_link WHERE contest_id = ?")) {
            statement.setInt(1, directory.known(contest).id());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
