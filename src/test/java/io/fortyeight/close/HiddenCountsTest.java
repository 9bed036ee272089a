package io.fortyeight.close;

import static io.fortyeight.TestContests.awaitState;
import static io.fortyeight.TestContests.browser;
import static io.fortyeight.TestContests.close;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.imported;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.shareLink;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestContests.withCampaigns;
import static io.fortyeight.TestJob.LIVE_EVENTS;
import static io.fortyeight.TestText.ENGLISH;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.fortyeight.TestContests;
import io.fortyeight.TestEvents;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.ledger.writer.UnrecordedPings;
import io.fortyeight.web.http.Instants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a blackout, and a result that is held back, keep from every surface; and that all of it is there afterwards. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class HiddenCountsTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String RAW = "{\"preset\":\"raw\"}";

    /** So many views of campaign b come in the hidden time; what may be seen has numbers of one digit. */
    private static final int HIDDEN = 3_571;

    /** Any sum that some of them are in: from 3570 to 3589, grouped or not, and no part of an id. */
    private static final Pattern MARKER = Pattern.compile("(?<![\\w-])3,?5[78]\\d(?![\\w-])");

    private static final List<String> SURFACES = surfaces();

    @Inject
    MovableClock clock;

    @Inject
    ContestDirectory directory;

    @Inject
    UnrecordedPings unledgered;

    @Inject
    DataSource database;

    @TestHTTPResource
    URI server;

    @Test
    void blackout_hidesItsCountsFromEverySurface_untilTheResultIsAnnounced() throws Exception {
        // On the minute, so that no sum of the timeline is split.
        var opensAt = now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(10));
        var hidesFrom = opensAt.plus(Duration.ofMinutes(30));
        var announcesAt = opensAt.plus(Duration.ofMinutes(90));
        var contest = contest(opensAt, "PT1H", """
                "publishes":"announced","announcesAt":"%s","blackout":"PT30M\"""".formatted(local(announcesAt)));
        for (var visitor : List.of("one", "two", "three")) {
            assertThat(verdict(view(contest, "a", visitor))).isEqualTo("counted");
        }
        shed(contest, now(), 2);
        try (var events = TestEvents.open(server.resolve("/api/contests/" + contest + "/events"))) {
            LIVE_EVENTS.untilAsserted(() -> assertThat(events.lines())
                    .anyMatch(line -> line.contains("\"counted\":3") && !line.contains("hiddenSince")));
            assertThat(leaderboard(contest).has("hiddenSince")).isFalse();

            clock.advance(Duration.between(now(), hidesFrom.plus(Duration.ofMinutes(5))));
            LIVE_EVENTS.untilAsserted(() -> assertThat(events.lines())
                    .anyMatch(line -> line.contains("\"hiddenSince\":\"" + Instants.text(hidesFrom) + "\"")));
            assertThat(verdict(view(contest, "a", "four"))).isEqualTo("counted");
            shed(contest, now(), 5);
            var report = imported(contest, "ndjson", importAround(opensAt, hidesFrom, link(contest)));
            assertThat(report.path("accepted").asInt()).isEqualTo(HIDDEN + 2);
            assertHidden(contest, hidesFrom, announcesAt);
            assertThat(json(given().get("/api/contests/" + contest + "/result"))
                            .path("detail")
                            .asText())
                    .startsWith("There is no result yet: the window closes at ");

            clock.advance(Duration.ofMinutes(30));
            awaitState(contest, "certified");
            assertHidden(contest, hidesFrom, announcesAt);
            assertThat(given().get("/contests/" + contest).asString())
                    .contains(ENGLISH.page().certifiedHidden());
            assertThat(events.lines()).noneMatch(line -> line.contains("\"final\":true"));

            clock.advance(Duration.ofMinutes(40));
            assertShown(contest);
            LIVE_EVENTS.untilAsserted(() -> assertThat(events.lines())
                    .anyMatch(line -> line.contains("\"final\":true") && line.contains("\"score\":" + (HIDDEN + 2))));
        }
    }

    @Test
    void resultHeldBack_isThereFromAnnouncesAtOn_andNotBefore() {
        var opensAt = now().minus(Duration.ofMinutes(10));
        var closesAt = opensAt.plus(Duration.ofMinutes(20));
        var announcesAt = closesAt.plus(Duration.ofHours(1));
        var contest =
                contest(opensAt, "PT20M", "\"publishes\":\"announced\",\"announcesAt\":\"" + local(announcesAt) + "\"");
        verdict(view(contest, "b", "one"));
        assertThat(leaderboard(contest).at("/standings/0/campaign").asText()).isEqualTo("b");
        assertThat(leaderboard(contest).has("hiddenSince")).isFalse();

        clock.advance(Duration.ofMinutes(11));
        awaitState(contest, "certified");
        assertThat(leaderboard(contest)).isEqualTo(json("""
                {"asOf":"%s","final":false,"hiddenSince":"%s","hiddenUntil":"%s","standings":[
                 {"place":1,"campaign":"b","title":"Campaign b","score":1,"counted":1,"discounted":0},
                 {"place":2,"campaign":"a","title":"Campaign a","score":0,"counted":0,"discounted":0}]}""".formatted(
                        Instants.text(closesAt.minusMillis(1)), Instants.text(closesAt), Instants.text(announcesAt))));
        assertThat(get("/api/contests/" + contest + "/leaderboard?at=2999-01-01T00:00:00Z")
                        .path("final")
                        .asBoolean(true))
                .isFalse();
        var missing = given().get("/api/contests/" + contest + "/result");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(json(missing).path("announcesAt").asText()).isEqualTo(Instants.text(announcesAt));
        assertThat(json(missing).path("detail").asText())
                .isEqualTo("The result is certified, and held back for now; the result is announced at "
                        + Instants.text(announcesAt));
        assertThat(given().get("/contests/" + contest).asString())
                .contains(ENGLISH.page().certifiedHidden(), "datetime=\"" + Instants.text(announcesAt) + "\"")
                .doesNotContain("Final.", "The certificate");

        clock.advance(Duration.ofHours(1));
        var result = get("/api/contests/" + contest + "/result");
        assertThat(result.at("/standings/0/campaign").asText()).isEqualTo("b");
        assertThat(leaderboard(contest).path("final").asBoolean()).isTrue();
        assertThat(given().get("/contests/" + contest).asString()).contains("Final.", "The certificate");
    }

    @Test
    void closeThatIsHeld_keepsTheBlackout_andItsReasonNamesNoCounts() throws SQLException {
        var hidesFrom = TestContests.PAST.plus(Duration.ofHours(42));
        var contest = contest(TestContests.PAST, "PT48H", "\"blackout\":\"PT6H\"");
        imported(contest, "ndjson", importAround(TestContests.PAST, hidesFrom, link(contest)));
        addToTally(contest, 1);
        close(contest).then().statusCode(202);
        var held = awaitState(contest, "held");
        assertThat(held.path("heldReason").asText()).isNotEmpty();
        assertNoneTells(contest);
        var recount = TestContests.recount(contest);
        assertThat(recount.path("agrees").asBoolean(true)).isFalse();
        assertThat(recount.has("differences")).isFalse();
        assertThat(leaderboard(contest).at("/standings/0/score").asInt()).isEqualTo(2);
        assertThat(leaderboard(contest).has("hiddenUntil"))
                .as("nobody knows until when")
                .isFalse();

        addToTally(contest, -1);
        TestContests.release(contest, "The sum was set right").then().statusCode(202);
        awaitState(contest, "announced");
        assertThat(leaderboard(contest).at("/standings/0/score").asInt()).isEqualTo(HIDDEN + 2);
        assertThat(get("/api/contests/" + contest + "/result")
                        .at("/standings/0/score")
                        .asInt())
                .isEqualTo(HIDDEN + 2);
    }

    @Test
    void settings_areEditedAsTheWindowIs() {
        var contest = "t-" + UUID.randomUUID();
        var made = organizer().body("""
                {"slug":"%s","name":"n","zone":"UTC","opensAt":"2093-12-17T00:00","blackout":"PT6H"}""".formatted(contest)).post("/api/contests");
        assertThat(settings(json(made))).isEqualTo("certified PT6H -");
        assertThat(settings(json(patch(contest, """
                {"publishes":"announced","announcesAt":"2093-12-20T00:00","blackout":"PT48H"}""")))).isEqualTo("announced PT48H 2093-12-20T00:00:00.000Z");
        assertThat(json(patch(contest, "{\"duration\":\"PT47H\"}"))
                        .at("/violations/0/field")
                        .asText())
                .isEqualTo("blackout");
        assertThat(json(patch(contest, "{\"announcesAt\":null}"))
                        .at("/violations/0/field")
                        .asText())
                .isEqualTo("announcesAt");
        assertThat(settings(json(patch(contest, "{\"name\":\"Other\"}"))))
                .isEqualTo("announced PT48H 2093-12-20T00:00:00.000Z");
        assertThat(settings(json(patch(contest, "{\"publishes\":null,\"announcesAt\":null,\"blackout\":null}"))))
                .isEqualTo("certified - -");
    }

    private static Response patch(String contest, String body) {
        return organizer().body(body).patch("/api/contests/" + contest);
    }

    private static String settings(JsonNode contest) {
        return contest.path("publishes").asText("-") + " "
                + contest.path("blackout").asText("-") + " "
                + contest.path("announcesAt").asText("-");
    }

    private void assertHidden(String contest, Instant hidesFrom, Instant announcesAt) {
        var shown = json("""
                {"asOf":"%s","final":false,"hiddenSince":"%s","hiddenUntil":"%s","standings":[
                 {"place":1,"campaign":"a","title":"Campaign a","score":3,"counted":3,"discounted":0},
                 {"place":2,"campaign":"b","title":"Campaign b","score":2,"counted":2,"discounted":0}]}""".formatted(
                        Instants.text(hidesFrom.minusMillis(1)), Instants.text(hidesFrom), Instants.text(announcesAt)));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(leaderboard(contest)).isEqualTo(shown));
        for (var at : List.of(hidesFrom, now(), Instant.parse("2999-01-01T00:00:00Z"))) {
            assertThat(get("/api/contests/" + contest + "/leaderboard?at=" + at))
                    .isEqualTo(shown);
        }
        assertThat(get("/api/contests/" + contest + "/leaderboard?at=" + hidesFrom.minusMillis(2))
                        .at("/standings/1/score")
                        .asInt())
                .isEqualTo(1);
        var campaign = get("/api/contests/" + contest + "/campaigns/b");
        assertThat(campaign.path("tally")).isEqualTo(json("""
                [{"kind":"view","verdict":"counted","count":2}]"""));
        assertThat(get("/api/contests/" + contest + "/campaigns/a").path("shed").asInt())
                .isEqualTo(2);
        assertThat(counts(contest, "a")).isEqualTo(3);
        assertThat(counts(contest, "b")).isEqualTo(2);
        assertThat(ledger(contest)).hasSize(5).allSatisfy(entry -> assertThat(
                        Instant.parse(entry.path("receivedAt").asText()))
                .isBefore(hidesFrom));
        assertThat(ledger(contest, "?partition=1000&from=3")).isEmpty();
        var export = organizer().get("/api/contests/" + contest + "/export.csv");
        assertThat(export.header("Content-Disposition")).contains(contest + "-before-");
        assertThat(export.asString().lines())
                .containsExactly(
                        "\"campaign\",\"title\",\"kind\",\"platform\",\"verdict\",\"count\"",
                        "\"a\",\"Campaign a\",\"view\",\"\",\"counted\",\"3\"",
                        "\"b\",\"Campaign b\",\"view\",\"\",\"counted\",\"2\"");
        var missing = given().get("/api/contests/" + contest + "/result");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(json(missing).path("announcesAt").asText()).isEqualTo(Instants.text(announcesAt));
        var recount = TestContests.recount(contest);
        assertThat(recount.path("agrees").asBoolean()).isTrue();
        assertThat(recount.path("hiddenSince").asText()).isEqualTo(Instants.text(hidesFrom));
        assertThat(recount.has("standings")).isFalse();
        organizer()
                .body(RAW)
                .post("/api/contests/" + contest + "/recount")
                .then()
                .statusCode(409);
        assertThat(given().get("/contests/" + contest).asString())
                .contains("last 30 minutes of the window", "data-hidden=\"" + Instants.text(hidesFrom) + "\"");
        assertNoneTells(contest);
    }

    private void assertShown(String contest) {
        var result = get("/api/contests/" + contest + "/result");
        assertThat(result.at("/standings/0/score").asInt()).isEqualTo(HIDDEN + 2);
        var leaderboard = leaderboard(contest);
        assertThat(leaderboard.path("final").asBoolean()).isTrue();
        assertThat(leaderboard.path("standings")).isEqualTo(result.path("standings"));
        assertThat(leaderboard.has("hiddenSince")).isFalse();
        assertThat(counts(contest, "a")).isEqualTo(4);
        assertThat(counts(contest, "b")).isEqualTo(HIDDEN + 2);
        assertThat(get("/api/contests/" + contest + "/campaigns/a").path("shed").asInt())
                .isEqualTo(7);
        assertThat(ledger(contest)).hasSize(4 + HIDDEN + 2);
        assertThat(organizer().get("/api/contests/" + contest + "/export.csv").asString())
                .contains("\"counted\",\"" + (HIDDEN + 2) + "\"");
        assertThat(TestContests.recount(contest).at("/standings/0/score").asInt())
                .isEqualTo(HIDDEN + 2);
        assertThat(given().get("/contests/" + contest).asString()).contains("Final.", "3,573");
        assertThat(telling(contest))
                .as("what the marker is looked for in can tell it")
                .contains(
                        "/contests/" + contest,
                        "/contests/" + contest + "/campaigns/b",
                        "/badge/" + contest + "/b.svg",
                        "/embed/" + contest,
                        "/embed/" + contest + "/b",
                        "/og/" + contest + ".png",
                        "/og/" + contest + "/b.png",
                        "/api/contests/" + contest + "/leaderboard",
                        "/api/contests/" + contest + "/campaigns/b",
                        "/api/contests/" + contest + "/campaigns/b/timeline",
                        "/api/contests/" + contest + "/campaigns/b/shares",
                        "/api/contests/" + contest + "/campaigns/b/supporters",
                        "/api/contests/" + contest + "/supporters",
                        "/desk/contests/" + contest + "/supporters",
                        "/api/contests/" + contest + "/ledger",
                        "/api/contests/" + contest + "/export.csv",
                        "/api/contests/" + contest + "/result");
    }

    private void assertNoneTells(String contest) {
        assertThat(get("/api/contests/" + contest + "/campaigns/b/shares").has("counted"))
                .isFalse();
        assertThat(browser()
                        .contentType("application/json")
                        .body("{\"visitor\":\"sharer\"}")
                        .post("/api/contests/" + contest + "/campaigns/b/brought")
                        .asString())
                .contains("hiddenSince")
                .doesNotContain("counted", "links");
        assertThat(telling(contest)).isEmpty();
    }

    /** Of all that can be got, whoever may, what has the marker in it. */
    private List<String> telling(String contest) {
        var telling = new ArrayList<String>();
        var webhook = webhook(contest);
        var code = shareLink(contest, "b", "copy", "sharer");
        for (var surface : SURFACES) {
            var path = surface.replace("{contest}", contest)
                    .replace("{campaign}", "b")
                    .replace("{id}", webhook)
                    .replace("{code}", code)
                    .replace("{format}", "svg")
                    .replace("{platform}", "qr");
            var asked = path.equals("/oembed") ? path + "?url=" + server.resolve("/contests/" + contest) : path;
            if (MARKER.matcher(own(contest, path, body(asked))).find()) {
                telling.add(path);
            }
        }
        return telling;
    }

    /** The close board shows other contests, too. */
    private static String own(String contest, String path, String body) {
        if (!path.endsWith("/close-board")) {
            return body;
        }
        var begin = path.startsWith("/api/") ? "{\"slug\":\"" + contest : "id=\"" + contest;
        var end = path.startsWith("/api/") ? "{\"slug\":" : "</section>";
        var from = body.indexOf(begin);
        assertThat(from).as(path).isPositive();
        var to = body.indexOf(end, from + 1);
        return to < 0 ? body.substring(from) : body.substring(from, to);
    }

    /** One that is told of the contest's steps, whoever may listen. */
    private static String webhook(String contest) {
        var webhooks = "/api/contests/" + contest + "/webhooks";
        if (json(organizer().get(webhooks)).isEmpty()) {
            organizer()
                    .body("{\"url\":\"http://127.0.0.1:9/\"}")
                    .post(webhooks)
                    .then()
                    .statusCode(201);
        }
        return json(organizer().get(webhooks)).at("/0/id").asText();
    }

    private String body(String path) {
        if (!path.endsWith("/events")) {
            // A share link has something to tell to networks only.
            return organizer()
                    .redirects()
                    .follow(false)
                    .header("User-Agent", "Twitterbot/1.0")
                    .get(path)
                    .asString();
        }
        try (var events = TestEvents.open(server.resolve(path))) {
            await().atMost(SOON).until(() -> events.lines().contains("event: standings"));
            await().atMost(SOON).until(() -> events.lines().stream()
                    .anyMatch(line -> line.startsWith("data: ") && line.contains("\"standings\":")));
            return String.join("\n", events.lines());
        } catch (Exception failure) {
            throw new AssertionError("The events can't be read", failure);
        }
    }

    /**
     * The paths of all methods with {@code @GET}, so that a new one is looked at too. But for the pixel, which counts, and
     * reports on an import or a rehearsal, which are for who sends or asks for one; and the audit log, whose entries have
     * numbers.
     */
    private static List<String> surfaces() {
        return new ClassFileImporter()
                .importPath(java.nio.file.Path.of("target", "classes", "io", "fortyeight")).stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream()
                                .filter(method -> method.isAnnotatedWith(GET.class))
                                .map(method -> "/"
                                        + type.getAnnotationOfType(Path.class).value()
                                        + "/"
                                        + method.tryGetAnnotationOfType(Path.class)
                                                .map(Path::value)
                                                .orElse("")))
                        .map(path -> path.replaceAll("/+", "/").replaceAll("(?<=.)/$", ""))
                        .filter(path ->
                                !path.startsWith("/p/") && !path.matches(".*/((imports|rehearsals)/\\{id}|audit)"))
                        .sorted()
                        .toList();
    }

    private static int counts(String contest, String campaign) {
        return StreamSupport.stream(
                        get("/api/contests/" + contest + "/campaigns/" + campaign + "/timeline?step=PT1H")
                                .path("points")
                                .spliterator(),
                        false)
                .mapToInt(point -> point.path("count").asInt())
                .sum();
    }

    private static JsonNode leaderboard(String contest) {
        return get("/api/contests/" + contest + "/leaderboard");
    }

    /** Two views of b that may be seen, one of them in the last millisecond, and many from the next one on. */
    private static byte[] importAround(Instant opensAt, Instant hidesFrom, String via) {
        var lines = new StringBuilder();
        lines.append(line(opensAt, "first", via)).append(line(hidesFrom.minusMillis(1), "last", via));
        IntStream.range(0, HIDDEN).forEach(each -> lines.append(line(hidesFrom.plusMillis(each), "v" + each, via)));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Instant at, String visitor, String via) {
        return "{\"at\":\"%s\",\"kind\":\"view\",\"campaign\":\"b\",\"visitor\":\"%s\",\"via\":\"%s\"}%n"
                .formatted(Instants.text(at), visitor, via);
    }

    /** The code of somebody's share link, which brings all of the import. */
    private static String link(String contest) {
        return browser()
                .contentType("application/json")
                .body("""
                        {"contest":"%s","campaign":"b","platform":"whatsapp","visitor":"sharer"}""".formatted(contest))
                .post("/api/links")
                .path("code");
    }

    private void shed(String contest, Instant at, int pings) throws SQLException {
        var details = directory.find(contest).orElseThrow();
        for (var i = 0; i < pings; i++) {
            unledgered.add(details.id(), 0, at.toEpochMilli(), UnrecordedPings.Sort.SHED);
        }
        unledgered.write();
    }

    private void addToTally(String contest, int more) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        UPDATE tally SET count = count + ? WHERE partition_id IN (
                            SELECT p.id FROM ledger_partition p JOIN contest c ON c.id = p.contest_id WHERE c.slug = ?)
                        """)) {
            update.setInt(1, more);
            update.setString(2, contest);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    /** With the campaigns {@code a} and {@code b}. */
    private static String contest(Instant opensAt, String length, String settings) {
        var slug = "t-" + UUID.randomUUID();
        var made = organizer()
                .body("""
                {"slug":"%s","name":"A contest","zone":"UTC","opensAt":"%s","duration":"%s","rules":%s,%s}""".formatted(slug, local(opensAt), length, RAW, settings))
                .post("/api/contests");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return withCampaigns(slug, "a", "b");
    }

    private static String local(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDateTime().toString();
    }
}
