package io.fortyeight.site.desk;

import static io.fortyeight.TestContests.awaitState;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.imported;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestContests.ping;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestJob.CLOSE_SWEEP;
import static io.fortyeight.TestText.ENGLISH;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Watching, what-if, imports, close and rehearsal by the desk's forms, without a script. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class DeskActsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** By fair-48h a counts once and b twice; by raw a counts three times. */
    private static final String LINES = """
            {"at":"2013-12-17T06:00:00Z","kind":"view","campaign":"a","visitor":"zoe-48","ip":"192.0.2.1"}
            {"at":"2013-12-17T06:00:10Z","kind":"view","campaign":"a","visitor":"zoe-48","ip":"192.0.2.1"}
            {"at":"2013-12-17T06:00:20Z","kind":"view","campaign":"a","visitor":"zoe-48","ip":"192.0.2.1"}
            {"at":"2013-12-17T06:00:30Z","kind":"view","campaign":"b","visitor":"ben","ip":"192.0.2.2"}
            {"at":"2013-12-17T06:00:40Z","kind":"view","campaign":"b","visitor":"cat","ip":"192.0.2.2"}
            """;

    @Inject
    DataSource database;

    @Test
    void watching_showsVerdicts_andWhoSendsMost() {
        var contest = past("null");
        imported(contest, "ndjson", LINES.getBytes(UTF_8));
        var page = page("/desk/contests/" + contest + "/watch?campaign=a");
        assertThat(page)
                .contains("data-timeline=\"/api/contests/" + contest + "/campaigns/a/timeline?step=PT1H\"")
                .contains("Tuesday 17 December 2013, 06:00 UTC")
                .containsPattern(
                        "<th scope=\"row\">Campaign a</th><td class=\"number\">1</td><td class=\"number\">2</td>")
                .containsPattern(
                        "<th scope=\"row\">Campaign b</th><td class=\"number\">2</td><td class=\"number\">0</td>");
        await().atMost(SOON).untilAsserted(() -> assertThat(page("/desk/contests/" + contest + "/watch"))
                .contains(ENGLISH.desk().busiestAsOf("5"))
                .containsPattern("<code>[0-9a-f]{8}…</code></th><td class=\"number\">3</td><td class=\"number\">1</td>"
                        + "<td class=\"number\">2</td>")
                .doesNotContain("zoe-48", "192.0.2"));
        imported(contest, "ndjson", LINES.replace("zoe-48", "dan").getBytes(UTF_8));
        await().atMost(SOON).untilAsserted(() -> assertThat(page("/desk/contests/" + contest + "/watch"))
                .contains(ENGLISH.desk().busiestAsOf("10")));
    }

    @Test
    void whatIf_showsBothStandings_andChangesNothing() {
        var contest = past("null");
        imported(contest, "ndjson", LINES.getBytes(UTF_8));
        var before = get("/api/contests/" + contest + "/leaderboard").path("standings");
        var asked = post("/desk/contests/" + contest + "/what-if", card("raw"));
        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(303);
        var page = await().atMost(SOON)
                .until(() -> page(asked.header("Location")), text -> !text.contains("is being counted"));
        assertThat(page)
                .contains("Places would change.", "5 pings were counted again.")
                .containsPattern("<tr class=\"down\"><th scope=\"row\">Campaign b</th><td class=\"number\">1</td>"
                        + "<td class=\"number\">2</td><td class=\"number\">2</td><td class=\"number\">2</td>"
                        + "<td class=\"number moved\">▼ −1</td>")
                .containsPattern("<tr class=\"up\"><th scope=\"row\">Campaign a</th><td class=\"number\">2</td>"
                        + "<td class=\"number\">1</td><td class=\"number\">1</td>")
                .contains("▲ +1");
        assertThat(get("/api/contests/" + contest + "/leaderboard").path("standings"))
                .isEqualTo(before);
        var other = past("null");
        given().auth()
                .oauth2("test-admin-token")
                .get(asked.header("Location").replace(contest, other))
                .then()
                .statusCode(404);
    }

    @Test
    void whatIf_byACardThatIsNone_keepsWhatWasTyped() {
        var contest = past("null");
        var answer = post(
                "/desk/contests/" + contest + "/what-if",
                Map.of(
                        "rules.preset",
                        "fair-48h",
                        "rules.how",
                        "own",
                        "rules.cap",
                        "on",
                        "rules.cap.max",
                        "-5",
                        "rules.cap.slot.amount",
                        "3",
                        "rules.cap.slot.unit",
                        "d",
                        "rules.score.view",
                        "1",
                        "rules.score.share",
                        "0"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString())
                .contains("value=\"-5\"", "must be a whole number from 1 to 1000000")
                .contains("to the window&#39;s length (48 hours)");
    }

    @Test
    void recount_byTheOwnCard_saysWhetherAllAgrees() {
        var contest = past("null");
        imported(contest, "ndjson", LINES.getBytes(UTF_8));
        var asked = post("/desk/contests/" + contest + "/recounts", Map.of());
        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(303);
        await().atMost(SOON).untilAsserted(() -> assertThat(page(asked.header("Location")))
                .contains("Ledger and tally agree.", "5 pings were counted again."));
    }

    @Test
    void fileInAForm_isImported_andItsWrongLinesAreNamed() {
        var contest = past("null");
        var answer = noRedirects()
                .multiPart("format", "ndjson")
                .multiPart("file", "pings.ndjson", ("<b>nonsense</b>\n" + LINES).getBytes(UTF_8))
                .post("/desk/contests/" + contest + "/imports");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        var page = await().atMost(SOON)
                .until(
                        () -> page(answer.header("Location")),
                        text -> text.contains(ENGLISH.desk().importDone()));
        assertThat(page)
                .contains(
                        "<dt>Lines read</dt><dd>6</dd>", "<dt>Accepted</dt><dd>5</dd>", "<dt>Malformed</dt><dd>1</dd>")
                .contains("<dt>counted</dt><dd>3</dd>", "<dt>repeat</dt><dd>2</dd>", "<td class=\"number\">1</td>")
                .doesNotContain("<b>nonsense", "data-every");
        var again = noRedirects()
                .multiPart("format", "ndjson")
                .multiPart("file", "pings.ndjson", ("<b>nonsense</b>\n" + LINES).getBytes(UTF_8))
                .post("/desk/contests/" + contest + "/imports");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.asString()).contains("The same bytes have been imported already");
        assertThat(page("/desk/contests/" + contest + "/imports"))
                .contains(ENGLISH.desk().importDone());
    }

    @Test
    void formWithoutAFile_orAFormat_isRefusedInWords() {
        var contest = past("null");
        var noFile = noRedirects().multiPart("format", "ndjson").post("/desk/contests/" + contest + "/imports");
        assertThat(noFile.statusCode()).isEqualTo(400);
        assertThat(noFile.asString()).contains("The form has no file");
        var noFormat = noRedirects()
                .multiPart("file", "f", LINES.getBytes(UTF_8))
                .post("/desk/contests/" + contest + "/imports");
        assertThat(noFormat.statusCode()).isEqualTo(400);
        assertThat(noFormat.asString()).contains("must be ndjson, combined or common");
        var empty = noRedirects()
                .multiPart("format", "ndjson")
                .multiPart("file", "f", new byte[0])
                .post("/desk/contests/" + contest + "/imports");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.asString()).contains("The body is empty");
        var damaged = noRedirects()
                .config(RestAssured.config()
                        .encoderConfig(encoderConfig().encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
                .contentType("multipart/form-data; boundary=x")
                .body("--y\r\nnonsense")
                .post("/desk/contests/" + contest + "/imports");
        assertThat(damaged.statusCode()).isEqualTo(400);
    }

    @Test
    void pastContest_isClosedByAButton() {
        var contest = past("null");
        imported(contest, "ndjson", LINES.getBytes(UTF_8));
        post("/desk/contests/" + contest + "/close", Map.of()).then().statusCode(303);
        awaitState(contest, "certified", "announced");
        assertThat(page("/desk/contests/" + contest + "/close")).contains("The result is certified.");
        assertThat(organizer().get("/api/audit?contest=" + contest).asString())
                .contains("\"path\":\"/desk/contests/" + contest + "/close\"");
        var open = live("null");
        var refused = post("/desk/contests/" + open + "/close", Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("This contest closes by itself at");
    }

    @Test
    void heldClose_isReleasedWithAReason() throws SQLException {
        var contest = past("null");
        imported(contest, "ndjson", LINES.getBytes(UTF_8));
        addToTally(contest, 1);
        post("/desk/contests/" + contest + "/close", Map.of()).then().statusCode(303);
        awaitState(contest, "held");
        assertThat(page("/desk/contests/" + contest + "/close"))
                .contains(ENGLISH.contest().held());
        var without = post("/desk/contests/" + contest + "/close", Map.of("reason", ""));
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.asString()).contains("must be given, with 1 to 200 characters");
        addToTally(contest, -1);
        post("/desk/contests/" + contest + "/close", Map.of("reason", "The sum was <b>set right</b>"))
                .then()
                .statusCode(303);
        awaitState(contest, "announced");
        assertThat(get("/api/contests/" + contest + "/result")
                        .at("/releases/0/reason")
                        .asText())
                .isEqualTo("The sum was <b>set right</b>");
    }

    @Test
    void rehearsal_isStartedByAForm_andReports() {
        var contest = live("null");
        var wrong =
                post("/desk/contests/" + contest + "/rehearsals", Map.of("seconds", "0", "pingsPerSecond", "a lot"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.asString())
                .contains(
                        "value=\"a lot\"",
                        "must be a whole number from 1 to 500",
                        ENGLISH.violation().spanBetween("1 second", "10 minutes"));
        var started = post("/desk/contests/" + contest + "/rehearsals", Map.of("seconds", "1", "pingsPerSecond", "50"));
        assertThat(started.statusCode()).as(started.asString()).isEqualTo(303);
        assertThat(page(started.header("Location"))).contains("Rehearsal");
        CLOSE_SWEEP.untilAsserted(() -> assertThat(page(started.header("Location")))
                .contains("<strong>Passed</strong>", "A recount agrees with the certified result"));
        assertThat(page("/desk/contests/" + contest + "/close")).contains(">Passed</b>");
        ping(view(contest, "a", "ann")).then().statusCode(202);
    }

    private static Map<String, String> card(String preset) {
        return Map.of("rules.preset", preset, "rules.how", "preset", "rules.score.view", "1", "rules.score.share", "0");
    }

    private static RequestSpecification noRedirects() {
        return given().redirects().follow(false).auth().oauth2("test-admin-token");
    }

    private static Response post(String path, Map<String, String> form) {
        return noRedirects()
                .contentType("application/x-www-form-urlencoded")
                .formParams(form)
                .post(path);
    }

    private static String page(String path) {
        var answer = organizer().get(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.asString()).isEqualTo(200);
        return answer.asString();
    }

    private void addToTally(String contest, int more) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        UPDATE tally SET count = count + ? WHERE campaign = 0 AND verdict = 'c' AND partition_id IN (
                            SELECT p.id FROM ledger_partition p JOIN contest c ON c.id = p.contest_id WHERE c.slug = ?)
                        """)) {
            update.setInt(1, more);
            update.setString(2, contest);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
