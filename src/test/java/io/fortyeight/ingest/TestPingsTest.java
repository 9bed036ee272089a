package io.fortyeight.ingest;

import static io.fortyeight.TestContests.BROWSER;
import static io.fortyeight.TestContests.ROBOT;
import static io.fortyeight.TestContests.browser;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestContests.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class TestPingsTest {

    private static final String PAGE = "https://a.example";

    @Test
    void testPing_isAnswered_andLeavesNothing() {
        var contest = live("null");
        for (var i = 0; i < 3; i++) {
            assertThat(told(send(PAGE, BROWSER, view(contest, "a", "ann")))).isEqualTo(json("""
                    {"verdict":"test","contest":"%s","campaign":"a","state":"open","origin":"https://a.example",
                     "identifiedBy":"visitor","robot":false}""".formatted(contest)));
        }
        assertThat(ledger(contest)).isEmpty();
        assertThat(verdict(view(contest, "a", "ann")))
                .as("no test is in the visitor's history")
                .isEqualTo("counted");
    }

    @Test
    void testPing_tellsWhatARealOneWouldBe() {
        var contest = live("null");
        var nameless = """
                {"contest":"%s","campaign":"a","kind":"share","platform":"reddit"}""".formatted(contest);
        assertThat(told(send(PAGE, ROBOT, nameless))).isEqualTo(json("""
                {"verdict":"test","contest":"%s","campaign":"a","state":"open","origin":"https://a.example",
                 "identifiedBy":"network","robot":true}""".formatted(contest)));
    }

    @Test
    void testPing_thatWouldBeRefused_isTooAndEveryPageMayReadWhy() {
        var contest = live("null");
        assertRefused(
                403, "its origin is not among the campaign's", "https://other.example", view(contest, "a", "ann"));
        assertRefused(404, "There is no such campaign", "https://other.example", view(contest, "none", "ann"));
        assertRefused(404, "There is no such contest", PAGE, view("none", "a", "ann"));
        assertRefused(400, "is missing", PAGE, "{}");
        assertRefused(400, "not well-formed", PAGE, "{");
        assertRefused(413, "", PAGE, "x".repeat(9000));
    }

    private static void assertRefused(int status, String why, String origin, String body) {
        var answer = send(origin, BROWSER, body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.asString()).contains(why);
        assertThat(answer.headers().getValues("Access-Control-Allow-Origin"))
                .as(answer.asString())
                .hasSize(1)
                .containsAnyOf(origin, "*");
    }

    private static Response send(String origin, String userAgent, String body) {
        return browser(userAgent)
                .header("Origin", origin)
                .contentType("text/plain")
                .body(body)
                .post("/api/pings/test");
    }

    private static JsonNode told(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return without(json(answer), "serverTime");
    }
}
