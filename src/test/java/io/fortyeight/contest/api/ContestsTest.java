package io.fortyeight.contest.api;

import static io.fortyeight.TestJob.DIRECTORY_REFRESH;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.rules.RobotsVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ContestsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    MovableClock clock;

    @Inject
    ContestDirectory directory;

    @Inject
    RobotsVersion robots;

    @Inject
    DataSource database;

    @Test
    void contest_inTheFuture_isCreatedWithTheDefaultCard() throws Exception {
        var slug = slug();
        var created = post("/api/contests", """
                {"slug":"%s","name":"Holiday Challenge","zone":"America/New_York",
                 "opensAt":"2093-12-17T00:00","announcesAt":"2093-12-20T12:00:00.1239"}""".formatted(slug));
        created.then().statusCode(201).header("Location", endsWith("/api/contests/" + slug));
        var contest = (ObjectNode) JSON.readTree(created.asString());
        assertThat(contest.remove("serverTime").textValue())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(contest).isEqualTo(JSON.readTree("""
                {"slug":"%s","name":"Holiday Challenge","state":"scheduled","zone":"America/New_York",
                 "opensAt":"2093-12-17T05:00:00.000Z","closesAt":"2093-12-19T05:00:00.000Z",
                 "announcesAt":"2093-12-20T17:00:00.123Z","publishes":"certified",
                 "rules":{"preset":"fair-48h","repeat":{"mode":"first_touch","within":"PT30S"},
                  "cap":{"slot":"PT1H","max":1},"freeze":{"pings":30,"within":"PT10M","lasts":"PT1H"},
                  "network":{"slot":"PT1H","max":300},"credit":{"within":"PT24H"},"score":{"view":1,"share":0},
                  "robots":"%s","hash":"%s"}}""".formatted(
                        slug,
                        robots.robots(),
                        directory.find(slug).orElseThrow().rules().hash())));
        var read =
                (ObjectNode) JSON.readTree(given().get("/api/contests/" + slug).asString());
        read.remove("serverTime");
        assertThat(read).isEqualTo(contest);
        given().get("/api/contests").then().statusCode(200).body("slug", hasItem(slug));
    }

    @Test
    void rules_givenParts_replaceThePresets() throws Exception {
        var contest = JSON.readTree(post("/api/contests", """
                {"slug":"%s","name":"n","zone":"UTC","opensAt":"2093-12-17T00:00","rules":{"preset":"one-per-day",
                 "repeat":{"mode":"chain","within":"PT20.0009S"},"cap":null,"score":{"view":1,"share":5}}}""".formatted(slug())).asString());
        JsonNode rules = ((ObjectNode) contest.get("rules")).without(List.of("robots", "hash"));
        assertThat(rules).isEqualTo(JSON.readTree("""
                {"preset":"one-per-day","repeat":{"mode":"chain","within":"PT20S"},"cap":null,
                 "freeze":{"pings":30,"within":"PT10M","lasts":"PT1H"},"network":{"slot":"PT1H","max":300},
                 "credit":{"within":"PT24H"},"score":{"view":1,"share":5}}"""));
    }

    @Test
    void credit_mayBeSwitchedOff_andScore() throws Exception {
        var contest = JSON.readTree(post("/api/contests", """
                {"slug":"%s","name":"n","zone":"UTC","opensAt":"2093-12-17T00:00","rules":{"preset":"raw",
                 "credit":null,"score":{"view":1,"share":5,"brought":7}}}""".formatted(slug())).asString());
        assertThat(contest.path("rules").has("credit")).isFalse();
        assertThat(contest.at("/rules/score")).isEqualTo(JSON.readTree("{\"view\":1,\"share\":5,\"brought\":7}"));
        var read = directory.find(contest.path("slug").asText()).orElseThrow().rules();
        assertThat(read.credit()).isNull();
        assertThat(read.hash()).isEqualTo(contest.at("/rules/hash").asText());
    }

    @Test
    void duration_acrossAClockChange_endsAtAnotherInstantThanTheLocalTime() {
        var slugs = Stream.of("\"duration\":\"PT48H\"", "\"closesAt\":\"2093-03-09T00:00\"")
                .map(end -> contest("2093-03-07T00:00", end, "America/New_York"))
                .toList();
        assertThat(slugs)
                .map(slug ->
                        directory.find(slug).orElseThrow().window().closesAt().toString())
                .containsExactly("2093-03-09T05:00:00Z", "2093-03-09T04:00:00Z");
    }

    @Test
    void window_inThePast_isOpenAndItsCardPinned() throws Exception {
        var slug = contest("2013-12-17T00:00", "\"duration\":\"PT48H\"", "America/New_York");
        given().get("/api/contests/" + slug).then().body("state", equalTo("open"));
        assertThat(directory.find(slug).orElseThrow().past()).isTrue();
        assertThat(text("SELECT rules_hash FROM contest WHERE slug = '" + slug + "'"))
                .isEqualTo(directory.find(slug).orElseThrow().rulesHash());
        assertThat(text("SELECT p.state FROM ledger_partition p JOIN contest c ON c.id = p.contest_id "
                        + "WHERE p.partition = 0 AND c.slug = '" + slug + "'"))
                .isEqualTo("live");
        enter(slug, "late-entry").then().statusCode(201);
    }

    @Test
    void secret_isStoredWrapped() throws Exception {
        var slug = contest("2093-12-17T00:00", "\"duration\":\"PT1S\"", "UTC");
        var secret = directory.secret(directory.find(slug).orElseThrow().id()).orElseThrow();
        assertThat(secret).hasSize(32);
        var stored = text("SELECT encode(secret, 'hex') FROM contest WHERE slug = '" + slug + "'");
        assertThat(stored).doesNotContain(HexFormat.of().formatHex(secret));
    }

    @Test
    void slug_takenTwice_isRefused() {
        var slug = contest("2093-12-17T00:00", "\"duration\":\"PT1H\"", "UTC");
        post("/api/contests", """
                {"slug":"%s","name":"n","zone":"UTC","opensAt":"2093-12-17T00:00"}""".formatted(slug))
                .then()
                .statusCode(409)
                .body("detail", equalTo("The slug " + slug + " is taken"));
        enter(slug, "one").then().statusCode(201);
        enter(slug, "one").then().statusCode(409).body("detail", equalTo("The slug one is taken"));
    }

    @Test
    void patch_movesTheOpening_andTheDurationGoesAlong() {
        var slug = contest("2093-12-17T00:00", "\"duration\":\"PT2H\"", "UTC");
        patch(slug, "{\"opensAt\":\"2093-12-18T00:00\",\"name\":\"Renamed\",\"rules\":{\"cap\":null}}")
                .then()
                .statusCode(200)
                .body("name", equalTo("Renamed"))
                .body("opensAt", equalTo("2093-12-18T00:00:00.000Z"))
                .body("closesAt", equalTo("2093-12-18T02:00:00.000Z"))
                .body("rules.cap", equalTo(null))
                .body("rules.freeze.pings", equalTo(30));
        patch(slug, "{\"closesAt\":\"2093-12-18T05:00\",\"announcesAt\":\"2093-12-19T00:00\"}")
                .then()
                .statusCode(200)
                .body("closesAt", equalTo("2093-12-18T05:00:00.000Z"))
                .body("announcesAt", equalTo("2093-12-19T00:00:00.000Z"));
        patch(slug, "{\"zone\":\"Asia/Seoul\",\"announcesAt\":null,\"rules\":{\"preset\":\"raw\"}}")
                .then()
                .statusCode(200)
                .body("opensAt", equalTo("2093-12-17T15:00:00.000Z"))
                .body("closesAt", equalTo("2093-12-17T20:00:00.000Z"))
                .body("$", not(hasKey("announcesAt")))
                .body("rules.preset", equalTo("raw"))
                .body("rules.freeze", equalTo(null));
    }

    @Test
    void patch_wrongFields_isRefusedAndChangesNothing() {
        var slug = contest("2093-12-17T00:00", "\"duration\":\"PT2H\"", "UTC");
        var before = directory.find(slug);
        patch(slug, "{\"colour\":\"red\"}").then().statusCode(400).body("violations.field", equalTo(List.of("colour")));
        patch(slug, "{\"name\":null}").then().statusCode(400).body("violations.field", equalTo(List.of("name")));
        patch(slug, "{\"rules\":{\"cap\":{\"max\":2}}}")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("rules.cap.slot")));
        patch(slug, "{\"duration\":\"PT1H\",\"closesAt\":\"2093-12-18T00:00\"}")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("duration")));
        patch(slug, "null").then().statusCode(400);
        patch(slug, "[]").then().statusCode(400);
        patch(slug, "{\"opensAt\":\"2013-12-17T00:00\"}").then().statusCode(409);
        patch("no-such-contest", "{}").then().statusCode(404);
        assertThat(directory.find(slug)).isEqualTo(before);
    }

    @Test
    void patch_shorterWindow_isRefusedWhileAnOwnPartIsLonger() {
        var slug = slug();
        post("/api/contests", """
                {"slug":"%s","name":"n","zone":"UTC","opensAt":"2093-12-17T00:00","rules":{"cap":{"slot":"PT5H","max":2}}}""".formatted(slug)).then().statusCode(201);
        patch(slug, "{\"duration\":\"PT1H\"}")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("rules.cap.slot")));
    }

    @Test
    void contest_onceOpenByTheClock_refusesEditsAndTakesCampaignsUntilItCloses() {
        var opensAt = clock.instant().plusSeconds(60).atZone(ZoneId.of("UTC")).toLocalDateTime();
        var slug = contest(opensAt.toString(), "\"duration\":\"PT10M\"", "UTC");
        patch(slug, "{\"name\":\"Still early\"}").then().statusCode(200);
        clock.advance(Duration.ofSeconds(61));
        patch(slug, "{\"name\":\"Too late\"}").then().statusCode(409);
        given().get("/api/contests/" + slug)
                .then()
                .body("state", equalTo("open"))
                .body("name", equalTo("Still early"));
        enter(slug, "in-time").then().statusCode(201);
        clock.advance(Duration.ofMinutes(10));
        enter(slug, "too-late").then().statusCode(409);
        given().get("/api/contests/" + slug).then().body("state", equalTo("closing"));
    }

    @Test
    void window_partlyPast_isAllowedAtCreation() {
        var opensAt =
                clock.instant().minusSeconds(3600).atZone(ZoneId.of("UTC")).toLocalDateTime();
        var slug = contest(opensAt.toString(), "\"duration\":\"PT2H\"", "UTC");
        given().get("/api/contests/" + slug).then().body("state", equalTo("open"));
        assertThat(directory.find(slug).orElseThrow().past()).isFalse();
    }

    @Test
    void campaign_answersItsOriginsNormalized() throws Exception {
        var slug = contest("2093-12-17T00:00", "\"duration\":\"PT2H\"", "UTC");
        var answer = post("/api/contests/" + slug + "/campaigns", """
                {"slug":"hope","title":"희망 Hope","pageUrl":"https://Example.ORG:443/video?id=1#top",
                 "origins":["HTTP://localhost:8081/","https://video.example.org","https://video.example.org:443"]}""".replace("8081/", "8081"));
        answer.then().statusCode(201).header("Location", endsWith("/api/contests/" + slug + "/campaigns/hope"));
        assertThat(JSON.readTree(answer.asString())).isEqualTo(JSON.readTree("""
                {"slug":"hope","title":"희망 Hope","pageUrl":"https://Example.ORG:443/video?id=1#top",
                 "origins":["https://example.org","http://localhost:8081","https://video.example.org"]}"""));
        assertThat(directory.knowsOrigin("https://example.org")).isTrue();
    }

    @Test
    void campaigns_createdAtOnce_getDistinctNumbers() throws Exception {
        var slug = contest("2093-12-17T00:00", "\"duration\":\"PT2H\"", "UTC");
        var callers = Executors.newFixedThreadPool(20);
        try {
            var calls = IntStream.range(0, 20)
                    .<Callable<Integer>>mapToObj(i -> () -> enter(slug, "c" + i).statusCode())
                    .toList();
            for (var status : callers.invokeAll(calls)) {
                assertThat(status.get()).isEqualTo(201);
            }
        } finally {
            callers.shutdown();
        }
        var numbers = directory.find(slug).orElseThrow().campaigns().stream()
                .map(CampaignDetails::number)
                .toList();
        assertThat(numbers).isEqualTo(IntStream.range(0, 20).boxed().toList());
        assertThat(new HashSet<>(numbers)).hasSize(20);
    }

    @Test
    void change_byAnotherInstance_isSeenWithinSeconds() throws Exception {
        var slug = contest("2093-12-17T00:00", "\"duration\":\"PT2H\"", "UTC");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE contest SET name = 'Elsewhere' WHERE slug = '" + slug + "'");
            statement.execute(
                    "UPDATE installation SET value = (value::bigint + 1)::text WHERE name = 'contest-directory'");
        }
        DIRECTORY_REFRESH.run();
        assertThat(directory.find(slug).orElseThrow().name()).isEqualTo("Elsewhere");
    }

    private static String slug() {
        return "t-" + UUID.randomUUID();
    }

    private static RequestSpecification organizer() {
        return given().auth().oauth2("test-admin-token").contentType("application/json");
    }

    private static Response post(String path, String body) {
        return organizer().body(body).post(path);
    }

    private static Response patch(String slug, String body) {
        return organizer().body(body).patch("/api/contests/" + slug);
    }

    private static Response enter(String contest, String slug) {
        return post("/api/contests/" + contest + "/campaigns", """
                {"slug":"%s","title":"t","pageUrl":"https://example.org/%s"}""".formatted(slug, slug));
    }

    private static String contest(String opensAt, String end, String zone) {
        var slug = slug();
        post("/api/contests", """
                {"slug":"%s","name":"n","zone":"%s","opensAt":"%s",%s}""".formatted(slug, zone, opensAt, end)).then().statusCode(201);
        return slug;
    }

    private String text(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
