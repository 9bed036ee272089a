package io.fortyeight;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortyeight.ledger.store.WriterStatus;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** What component tests do to contests over HTTP, each in a contest of its own. */
public final class TestContests {

    /** On no list of robots, unlike that of the client that the tests use. */
    public static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

    public static final String ROBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

    /** The window of the story: in the past, so that its contests are for imports. */
    public static final Instant PAST = Instant.parse("2013-12-17T05:00:00Z");

    public static final Duration TWO_DAYS = Duration.ofHours(48);

    private static final ObjectMapper JSON = new ObjectMapper();

    private TestContests() {}

    /** The application's time. */
    public static Instant now() {
        return CDI.current().select(MovableClock.class).get().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The writer's, by which a close is certified or held. */
    public static long epoch() {
        return CDI.current().select(WriterStatus.class).get().epoch().orElseThrow();
    }

    /** A contest without campaigns; its slug, which no other has. */
    public static String contest(Instant opensAt, Duration length, String rules) {
        var slug = "t-" + UUID.randomUUID();
        organizer()
                .body("""
                        {"slug":"%s","name":"A contest","zone":"UTC","opensAt":"%s","duration":"%s","rules":%s}""".formatted(slug, opensAt.atOffset(ZoneOffset.UTC).toLocalDateTime(), length, rules))
                .post("/api/contests")
                .then()
                .statusCode(201);
        return slug;
    }

    /** A contest of 48 hours that opened ten minutes ago, with the campaigns {@code a} and {@code b}. */
    public static String live(String rules) {
        return withCampaigns(contest(now().minus(Duration.ofMinutes(10)), TWO_DAYS, rules), "a", "b");
    }

    /** A contest whose window is over, with the campaigns {@code a} and {@code b}. */
    public static String past(String rules) {
        return withCampaigns(contest(PAST, TWO_DAYS, rules), "a", "b");
    }

    /** Campaigns with the page {@code https://<slug>.example/video}. */
    public static String withCampaigns(String contest, String... slugs) {
        for (var slug : slugs) {
            enter(contest, """
                    {"slug":"%s","title":"Campaign %s","pageUrl":"https://%s.example/video"}""".formatted(slug, slug, slug));
        }
        return contest;
    }

    public static void enter(String contest, String campaign) {
        organizer()
                .body(campaign)
                .post("/api/contests/" + contest + "/campaigns")
                .then()
                .statusCode(201);
    }

    /** A request with the administrator's token. */
    public static RequestSpecification organizer() {
        return given().auth().oauth2("test-admin-token").contentType("application/json");
    }

    /** A request as browsers send it. */
    public static RequestSpecification browser() {
        return browser(BROWSER);
    }

    public static RequestSpecification browser(String userAgent) {
        return given().header("User-Agent", userAgent);
    }

    /** A view by a visitor with an id. */
    public static String view(String contest, String campaign, String visitor) {
        return """
                {"contest":"%s","campaign":"%s","kind":"view","visitor":"%s"}""".formatted(contest, campaign, visitor);
    }

    public static Response ping(String body) {
        return browser().contentType("application/json").body(body).post("/api/pings");
    }

    /** The code of a visitor's share link. */
    public static String shareLink(String contest, String campaign, String platform, String visitor) {
        var answer = browser()
                .contentType("application/json")
                .body("""
                        {"contest":"%s","campaign":"%s","platform":"%s","visitor":"%s"}""".formatted(contest, campaign, platform, visitor))
                .post("/api/links");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return json(answer).path("code").asText();
    }

    /** The verdict of a ping that is taken: {@code counted} or the reason. */
    public static String verdict(String body) {
        var answer = ping(body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        var json = json(answer);
        return json.path("reason").asText(json.path("verdict").asText());
    }

    public static JsonNode get(String path) {
        var answer = given().get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.asString()).isEqualTo(200);
        return json(answer);
    }

    public static JsonNode json(Response answer) {
        return json(answer.asString());
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException("Not JSON: " + text, malformed);
        }
    }

    /** An object without some of its fields, which were compared otherwise. */
    public static JsonNode without(JsonNode object, String... fields) {
        return ((ObjectNode) object.deepCopy()).without(List.of(fields));
    }

    /** The entries of the published ledger. */
    public static List<JsonNode> ledger(String contest) {
        return ledger(contest, "");
    }

    /** @param query begins with a question mark, unless it is empty */
    public static List<JsonNode> ledger(String contest, String query) {
        var answer = given().get("/api/contests/" + contest + "/ledger" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.asString().lines().map(TestContests::json).toList();
    }

    /** Sends an import and waits for its end; its last report. */
    public static JsonNode imported(String contest, String format, byte[] body) {
        var answer = organizer()
                .contentType("application/octet-stream")
                .body(body)
                .post("/api/contests/" + contest + "/imports?format=" + format);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return ended(answer.header("Location"));
    }

    /** The last report of an import. */
    public static JsonNode ended(String location) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> json(organizer().get(location)), report -> !"running"
                        .equals(report.path("state").asText()));
    }

    /** Asks for the close. */
    public static Response close(String contest) {
        return organizer().post("/api/contests/" + contest + "/close");
    }

    /** Lets a held close try again. */
    public static Response release(String contest, String reason) {
        return organizer().body("{\"reason\":\"" + reason + "\"}").post("/api/contests/" + contest + "/close");
    }

    /** Sweeps until the contest is in one of these states; the contest. */
    public static JsonNode awaitState(String contest, String... states) {
        return TestJob.CLOSE_SWEEP.until(() -> get("/api/contests/" + contest), shown -> List.of(states)
                .contains(shown.path("state").asText()));
    }

    /** Closes a past contest; its result. */
    public static JsonNode certified(String contest) {
        close(contest).then().statusCode(202);
        awaitState(contest, "certified", "announced");
        return get("/api/contests/" + contest + "/result");
    }

    /** A recount by the contest's own card. */
    public static JsonNode recount(String contest) {
        var answer = organizer().post("/api/contests/" + contest + "/recount");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return json(answer);
    }
}
