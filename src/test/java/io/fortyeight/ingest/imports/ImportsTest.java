package io.fortyeight.ingest.imports;

import static io.fortyeight.TestContests.PAST;
import static io.fortyeight.TestContests.TWO_DAYS;
import static io.fortyeight.TestContests.certified;
import static io.fortyeight.TestContests.close;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.ended;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.imported;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestContests.ping;
import static io.fortyeight.TestContests.recount;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestContests.withCampaigns;
import static io.fortyeight.TestContests.without;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.DatabaseResource;
import io.fortyeight.web.http.Instants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
public class ImportsTest {

    private static final String FAIR = "{\"preset\":\"fair-48h\"}";
    private static final String RAW = "{\"preset\":\"raw\"}";

    /** Not in the order of time; lines 3, 4, 8 and 9 are no pings. */
    private static final String NDJSON = """
            {"at":"2013-12-17T05:00:29Z","kind":"view","campaign":"a","visitor":"v1"}
            {"at":"2013-12-17T00:00:00-05:00","kind":"view","campaign":"a","visitor":"v1","ip":"203.0.113.7"}
            {"at":"2013-12-17T05:00:00Z","kind":"view","campaign":"none","visitor":"v1"}
            not JSON

            {"at":"2013-12-17T05:00:31Z","kind":"share","platform":"kakaotalk","campaign":"b","ip":"2001:db8::1"}
            {"at":"2013-12-17T05:00:40Z","kind":"view","campaign":"b","ip":"203.0.113.8","userAgent":"Googlebot/2.1"}
            {"at":"2013-12-17T05:00:40Z","kind":"view","campaign":"b"}
            {"at":"yesterday","kind":"view","campaign":"b","visitor":"v1"}
            {"at":"2013-12-19T05:00:00Z","kind":"view","campaign":"b","visitor":"v1","via":"link"}
            """;

    @Test
    void ndjson_isJudged_andEachMalformedLineNamed() {
        var contest = past(FAIR);
        var answer = send(contest, "ndjson", NDJSON.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.header("Location")).contains("/api/contests/" + contest + "/imports/");
        var begun = json(answer);
        assertThat(begun.path("state").asText()).isIn("running", "done");
        var report = ended(answer.header("Location"));
        assertThat(answer.header("Location")).endsWith(report.path("id").asText());
        assertThat(UUID.fromString(report.path("id").asText())).isNotNull();
        assertThat(without(report, "id")).isEqualTo(json("""
                {"state":"done","read":9,"accepted":5,"malformed":4,
                 "malformedLines":[{"line":3,"reason":"campaign is none of the contest's"},
                  {"line":4,"reason":"not JSON from column 1 on"},
                  {"line":8,"reason":"visitor and ip are missing: one is needed"},
                  {"line":9,"reason":"at is not an instant like 2013-12-17T05:00:00.000Z"}],
                 "verdicts":{"counted":2,"late":1,"robot":1,"repeat":1}}"""));
        assertThat(report.path("verdicts").fieldNames())
                .toIterable()
                .as("in the order of the rules")
                .containsExactly("counted", "late", "robot", "repeat");
        assertThat(ledger(contest))
                .map(entry -> String.join(
                        " ",
                        entry.path("receivedAt").asText(),
                        entry.path("campaign").asText(),
                        entry.path("platform").asText(entry.path("kind").asText()),
                        entry.path("verdict").asText(),
                        entry.has("network") ? "network" : "-",
                        entry.path("via").asText("-")))
                .containsExactly(
                        "2013-12-17T05:00:00.000Z a view counted network -",
                        "2013-12-17T05:00:29.000Z a view repeat - -",
                        "2013-12-17T05:00:31.000Z b kakaotalk counted network -",
                        "2013-12-17T05:00:40.000Z b view robot network -",
                        "2013-12-19T05:00:00.000Z b view late - link");
        assertAgrees(contest, 5);
    }

    @Test
    void malformedLines_areNamedUpToAHundred() {
        var contest = past(FAIR);
        var report = imported(contest, "ndjson", "x\n".repeat(150).getBytes(StandardCharsets.UTF_8));
        assertThat(report.path("malformed").asInt()).isEqualTo(150);
        assertThat(report.path("read").asInt()).isEqualTo(150);
        assertThat(report.path("accepted").asInt()).isZero();
        assertThat(report.path("malformedLines")).hasSize(100);
        assertThat(report.path("verdicts")).isEqualTo(json("{}"));
        assertThat(report.path("state").asText()).isEqualTo("done");
        assertThat(ledger(contest)).isEmpty();
    }

    @Test
    void visitor_of64CodePoints_isTaken_asInAPing() {
        var contest = past(RAW);
        var line = "{\"at\":\"2013-12-17T05:00:00Z\",\"kind\":\"view\",\"campaign\":\"a\",\"visitor\":\"%s\"}\n";
        var report = imported(
                contest,
                "ndjson",
                (line.formatted("\uD83C\uDFAC".repeat(64)) + line.formatted("\uD83C\uDFAC".repeat(65)))
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(report.path("accepted").asInt()).isEqualTo(1);
        assertThat(report.at("/malformedLines/0/line").asInt()).isEqualTo(2);
    }

    @Test
    void visitorWithAnId_isTheSameInAPingAndInAnImport() {
        var contest = live(RAW);
        ping(view(contest, "a", "alice"));
        var at = now().minus(Duration.ofMinutes(1));
        imported(contest, "ndjson", line(at, "a", "alice"));
        var entries = ledger(contest);
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).path("visitor")).isEqualTo(entries.get(1).path("visitor"));
    }

    @Test
    void talliesOfImports_addUpWithLiveOnes_eachJudgedByItself() {
        var contest = live(FAIR);
        ping(view(contest, "a", "alice"));
        ping(view(contest, "a", "alice"));
        var at = now();
        imported(contest, "ndjson", line(at, "a", "alice"));
        imported(contest, "ndjson", line(at.minusMillis(1), "a", "alice"));
        assertThat(get("/api/contests/" + contest + "/campaigns/a").path("tally"))
                .isEqualTo(json("""
                [{"kind":"view","verdict":"counted","count":3},{"kind":"view","verdict":"repeat","count":1}]"""));
        assertThat(get("/api/contests/" + contest + "/leaderboard").path("standings"))
                .isEqualTo(json("""
                [{"place":1,"campaign":"a","title":"Campaign a","score":3,"counted":3,"discounted":1},
                 {"place":2,"campaign":"b","title":"Campaign b","score":0,"counted":0,"discounted":0}]"""));
        assertAgrees(contest, 4);
    }

    @Test
    void lineInTheFuture_isMalformed() {
        var contest = live(RAW);
        var report = imported(contest, "ndjson", line(now().plus(Duration.ofHours(1)), "a", "alice"));
        assertThat(report.path("malformed").asInt()).isEqualTo(1);
        assertThat(report.path("accepted").asInt()).isZero();
        assertThat(report.at("/malformedLines/0/reason").asText()).startsWith("at ");
    }

    @Test
    void gzip_alsoOfSeveralMembers_isUnzipped() {
        var body = NDJSON.getBytes(StandardCharsets.UTF_8);
        var half = NDJSON.indexOf("not JSON") + 3;
        var members = new ByteArrayOutputStream();
        members.writeBytes(gzip(Arrays.copyOf(body, half)));
        members.writeBytes(gzip(new byte[0]));
        members.writeBytes(gzip(Arrays.copyOfRange(body, half, body.length)));
        for (var zipped : List.of(gzip(body), members.toByteArray())) {
            var contest = past(FAIR);
            var report = imported(contest, "ndjson", zipped);
            assertThat(report.path("accepted").asInt()).isEqualTo(5);
            assertThat(report.path("malformed").asInt()).isEqualTo(4);
            var again = send(contest, "ndjson", body);
            assertThat(again.statusCode()).as("the same bytes, plain").isEqualTo(409);
        }
    }

    @Test
    void sameBytes_areRefused_namingTheFirst() {
        var contest = past(FAIR);
        var body = line(PAST, "a", "alice");
        var first = imported(contest, "ndjson", body);
        for (var again : List.of(body, gzip(body))) {
            var answer = send(contest, "ndjson", again);
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(json(answer).path("detail").asText())
                    .isEqualTo("The same bytes have been imported already, as "
                            + first.path("id").asText());
        }
        assertThat(ledger(contest)).hasSize(1);
        assertThat(imported(past(FAIR), "ndjson", body).path("state").asText())
                .as("in another contest")
                .isEqualTo("done");
    }

    @Test
    void import_isSeenWholeOrNotAtAll() {
        var pings = 16_000;
        var contest = past(RAW);
        var lines = IntStream.range(0, pings)
                .mapToObj(i -> new String(line(PAST.plusSeconds(i % 100_000), "a", "v" + i), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        var answer = send(contest, "ndjson", lines.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode report;
        do {
            report = json(organizer().get(answer.header("Location")));
            var tally = get("/api/contests/" + contest + "/campaigns/a").path("tally");
            assertThat(tally.isEmpty() ? 0 : tally.at("/0/count").asInt()).isIn(0, pings);
            assertThat(ledger(contest, "?from=" + (pings - 10)).size()).isIn(0, 11);
            assertThat(get("/api/contests/" + contest + "/leaderboard?at=2013-12-19T05:00:00Z")
                            .at("/standings/0/counted")
                            .asInt())
                    .isIn(0, pings);
        } while (report.path("state").asText().equals("running"));
        assertThat(report.path("verdicts")).isEqualTo(json("{\"counted\":" + pings + "}"));
        assertThat(get("/api/contests/" + contest + "/campaigns/a")
                        .at("/tally/0/count")
                        .asInt())
                .isEqualTo(pings);
        assertAgrees(contest, pings);
    }

    @Test
    void damagedOrEmptyBody_isRefused() {
        var contest = past(FAIR);
        var zipped = gzip(NDJSON.getBytes(StandardCharsets.UTF_8));
        var flipped = zipped.clone();
        flipped[zipped.length - 6] ^= 1;
        assertRefused(send(contest, "ndjson", new byte[0]), "The body is empty");
        assertRefused(send(contest, "ndjson", gzip(new byte[0])), "The body is empty");
        for (var damaged : List.of(
                Arrays.copyOf(zipped, zipped.length - 3),
                Arrays.copyOf(zipped, 5),
                flipped,
                new byte[] {0x1f, (byte) 0x8b},
                concat(zipped, new byte[] {0x1f, (byte) 0x8b, 9}))) {
            assertRefused(send(contest, "ndjson", damaged), "");
        }
        assertThat(ledger(contest)).isEmpty();
        assertThat(send(contest, "ndjson", zipped).statusCode())
                .as("the undamaged one")
                .isEqualTo(202);
    }

    @Test
    void format_thatIsNotKnown_isNamed() {
        var contest = past(FAIR);
        for (var path : List.of("", "?format=", "?format=csv", "?format=NDJSON")) {
            var answer = organizer()
                    .contentType("text/plain")
                    .body("x")
                    .post("/api/contests/" + contest + "/imports" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(json(answer).at("/violations/0/field").asText()).as(path).isEqualTo("format");
        }
    }

    @Test
    void contest_thatIsNotOpen_takesNoImports() {
        var scheduled = withCampaigns(contest(now().plus(Duration.ofHours(1)), TWO_DAYS, FAIR), "a");
        assertThat(send(scheduled, "ndjson", line(PAST, "a", "v")).statusCode()).isEqualTo(409);
        var closed = past(FAIR);
        imported(closed, "ndjson", line(PAST, "a", "v"));
        close(closed);
        var answer = send(closed, "ndjson", line(PAST, "a", "w"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).path("detail").asText())
                .isEqualTo("This contest is being closed or has closed: it takes no more imports");
        assertThat(certified(closed).at("/standings/0/counted").asInt()).isEqualTo(1);
    }

    @Test
    void caller_mustBeAnOrganizer() {
        var contest = past(FAIR);
        var path = "/api/contests/" + contest + "/imports";
        assertThat(given().contentType("text/plain")
                        .body("x")
                        .post(path + "?format=ndjson")
                        .statusCode())
                .isEqualTo(401);
        var auditor = json(organizer().body("""
                {"name":"t-%s","role":"auditor"}""".formatted(UUID.randomUUID())).post("/api/tokens"))
                .path("token")
                .asText();
        assertThat(auditor).isNotEmpty();
        assertThat(given().auth()
                        .oauth2(auditor)
                        .contentType("text/plain")
                        .body("x")
                        .post(path + "?format=ndjson")
                        .statusCode())
                .isEqualTo(403);
        var id = imported(contest, "ndjson", line(PAST, "a", "v")).path("id").asText();
        assertThat(given().get(path + "/" + id).statusCode()).isEqualTo(401);
        assertThat(given().auth().oauth2(auditor).get(path + "/" + id).statusCode())
                .isEqualTo(200);
    }

    @Test
    void unknownImport_isNotFound() {
        var contest = past(FAIR);
        var id = imported(contest, "ndjson", line(PAST, "a", "v")).path("id").asText();
        for (var path : List.of(
                contest + "/imports/" + UUID.randomUUID(), contest + "/imports/x", past(FAIR) + "/imports/" + id)) {
            assertThat(organizer().get("/api/contests/" + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(send("none", "ndjson", line(PAST, "a", "v")).statusCode()).isEqualTo(404);
    }

    private static void assertRefused(Response answer, String detail) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(json(answer).path("detail").asText()).isNotEmpty().contains(detail);
    }

    private static void assertAgrees(String contest, int pings) {
        var recount = recount(contest);
        assertThat(recount.path("agrees").asBoolean()).as(recount.toString()).isTrue();
        assertThat(recount.path("pings").asInt()).isEqualTo(pings);
    }

    private static Response send(String contest, String format, byte[] body) {
        return organizer()
                .contentType("application/octet-stream")
                .body(body)
                .post("/api/contests/" + contest + "/imports?format=" + format);
    }

    private static byte[] line(Instant at, String campaign, String visitor) {
        return """
                {"at":"%s","kind":"view","campaign":"%s","visitor":"%s"}
                """.formatted(Instants.text(at), campaign, visitor).getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] gzip(byte[] body) {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped.toByteArray();
    }

    private static byte[] concat(byte[] one, byte[] two) {
        var both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }
}
