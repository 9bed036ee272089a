package io.fortyeight.ingest;

import static io.fortyeight.TestContests.browser;
import static io.fortyeight.TestContests.enter;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestContests.withCampaigns;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PingOriginsTest {

    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    /** What is sent, with OWN for the tracker's host and port, and the status of the answer. */
    private static final String TABLE = """
            Origin: https://page.example | 202
            Origin: https://extra.example:8443 | 202
            Origin: http://OWN | 202
            Origin: https://OWN | 202
            Origin: https://evil.example | 403
            Origin: http://page.example | 403
            Origin: https://page.example:444 | 403
            Origin: https://page.example.evil.example | 403
            Origin: https://sub.page.example | 403
            Origin: null | 403
            Origin: page.example | 403
            Origin: :// | 403
            Origin: https://b.example | 403
            Referer: https://page.example/any/where?x=y | 202
            Referer: HTTPS://Page.Example/video | 202
            Referer: https://page.example:443/video | 202
            Referer: https://page.example | 202
            Referer: https://extra.example:8443/ | 202
            Referer: http://OWN/contests/x | 202
            Referer: https://evil.example/?https://page.example/ | 403
            Referer: https://page.example@evil.example/ | 403
            Referer: about:blank | 403
            Referer: rubbish | 403
            Referer: http://[::1 | 403
            X-Nothing: at all | 202
            """;

    @Test
    void ping_fromAPage_isTakenFromTheCampaignsOriginsOnly() {
        var contest = live("{\"preset\":\"raw\"}");
        enter(contest, """
                {"slug":"page","title":"Page","pageUrl":"https://page.example/video",
                 "origins":["https://extra.example:8443"]}""");
        var softly = new SoftAssertions();
        TABLE.lines().forEach(line -> {
            var row = line.split(" \\| ");
            var header = row[0].replace("OWN", "localhost:" + RestAssured.port).split(": ", 2);
            var answer = send(contest, header[0], header[1]);
            softly.assertThat(answer.statusCode()).as(line).isEqualTo(Integer.parseInt(row[1]));
            if (answer.statusCode() == 403) {
                softly.assertThat(answer.contentType()).as(line).startsWith("application/problem+json");
            }
        });
        softly.assertAll();
        assertThat(ledger(contest)).hasSize((int)
                TABLE.lines().filter(line -> line.endsWith("202")).count());
    }

    @Test
    void origin_goesBeforeTheReferer() {
        var contest = withCampaigns(live("{\"preset\":\"raw\"}"), "page");
        var answer = browser()
                .header("Origin", "https://evil.example")
                .header("Referer", "https://page.example/video")
                .contentType("application/json")
                .body(view(contest, "page", "alice"))
                .post("/api/pings");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(ledger(contest)).isEmpty();
    }

    @Test
    void foreignPage_mayReadWhyItIsRefused() {
        var contest = withCampaigns(live("{\"preset\":\"raw\"}"), "page");
        var answer = send(contest, "Origin", "https://evil.example");
        assertThat(json(answer)).isEqualTo(json("""
                {"title":"Forbidden","status":403,"instance":"/api/pings",
                 "detail":"This page may not ping for this campaign: its origin is not among the campaign's"}"""));
        assertThat(answer.headers().getValues(ALLOW_ORIGIN)).containsExactly("*");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void campaignsPage_mayReadAnswersAndErrors() {
        var contest = withCampaigns(live("{\"preset\":\"raw\"}"), "page");
        var counted = send(contest, "Origin", "https://page.example");
        assertThat(counted.statusCode()).isEqualTo(202);
        assertReadable(counted);
        var notFound = browser()
                .header("Origin", "https://page.example")
                .contentType("application/json")
                .body(view(contest, "none", "alice"))
                .post("/api/pings");
        assertThat(notFound.statusCode()).isEqualTo(404);
        assertReadable(notFound);
        var malformed = browser()
                .header("Origin", "https://page.example")
                .contentType("text/plain")
                .body("{")
                .post("/api/pings");
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertReadable(malformed);
        var tooLong = browser()
                .header("Origin", "https://page.example")
                .contentType("text/plain")
                .body("x".repeat(9000))
                .post("/api/pings");
        assertThat(tooLong.statusCode()).isEqualTo(413);
        assertReadable(tooLong);
    }

    @Test
    void preflight_ofAPing_isGranted() {
        withCampaigns(live("{\"preset\":\"raw\"}"), "page");
        var answer = browser()
                .header("Origin", "https://page.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .options("/api/pings");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertReadable(answer);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(answer.header("Access-Control-Allow-Headers")).isEqualTo("content-type");
    }

    private static void assertReadable(Response answer) {
        assertThat(answer.header(ALLOW_ORIGIN)).isEqualTo("https://page.example");
        assertThat(answer.headers().getValues("Vary")).contains("Origin");
    }

    private static Response send(String contest, String header, String value) {
        return browser()
                .header(header, value)
                .contentType("application/json")
                .body(view(contest, "page", "alice"))
                .post("/api/pings");
    }
}
