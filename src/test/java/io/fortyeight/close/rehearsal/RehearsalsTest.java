package io.fortyeight.close.rehearsal;

import static io.fortyeight.TestContests.certified;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestContests.withCampaigns;
import static io.fortyeight.TestJob.CLOSE_SWEEP;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.DatabaseResource;
import io.fortyeight.TestContests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class RehearsalsTest {

    @Inject
    DataSource database;

    @Test
    void rehearsal_playsTheWholeClose_andLeavesTheContestAlone() throws SQLException {
        var contest = announcedLater();
        verdict(view(contest, "a", "ann"));
        verdict(view(contest, "b", "ann"));
        awaitStored(contest, "open");
        var before = everythingOf(contest);

        var started = given().auth()
                .oauth2(token("ops"))
                .body("{\"window\":\"PT2S\",\"pingsPerSecond\":100}")
                .post(rehearsals(contest));
        assertThat(started.statusCode()).as(started.asString()).isEqualTo(202);
        var location = started.header("Location");
        assertThat(location)
                .contains(rehearsals(contest) + "/" + json(started).path("id").asText());
        var slug = json(started).path("contest").asText();
        assertThat(slug).startsWith("t-").matches("[a-z0-9-]{1,47}-rehearsal-[a-z0-9]{6}");
        assertThat(start(contest, "").statusCode()).as("a second one meanwhile").isEqualTo(409);
        assertThat(start(slug, "").statusCode()).as("one of the rehearsal").isEqualTo(409);
        assertIsInNoList(slug);
        assertThat(onTheBoard(slug).path("rehearsalOf").asText()).isEqualTo(contest);
        var copy = get("/api/contests/" + slug);
        assertThat(copy.path("name").asText()).isEqualTo("Rehearsal of A contest");
        assertThat(length(copy)).isEqualTo(Duration.ofSeconds(2));
        assertThat(get("/api/contests/" + slug + "/leaderboard").path("standings"))
                .map(line -> line.path("title").asText())
                .containsExactlyInAnyOrder("Campaign a", "Campaign b");

        var report = ended(location);
        assertThat(report.path("state").asText()).as(report.toString()).isEqualTo("passed");
        assertThat(report.path("problems")).isEmpty();
        assertThat(report.path("sent").asLong()).isGreaterThan(250);
        assertThat(report.path("acknowledged").asLong()).isGreaterThan(150);
        assertThat(report.path("late").asLong()).isPositive();
        assertThat(report.path("recountAgrees").asBoolean()).isTrue();
        assertThat(report.path("acknowledgedInLedger").asBoolean()).isTrue();
        assertThat(report.path("closedAfterMillis").asLong(-1)).isBetween(0L, 30_000L);
        assertThat(report.at("/result/counted").asLong()).isPositive();
        assertThat(report.at("/result/reasons").path("repeat").asLong()).isPositive();
        assertThat(report.at("/result/reasons").path("robot").asLong()).isPositive();
        assertThat(report.path("steps"))
                .map(step -> step.path("step").asText())
                .containsExactly("drain", "recount", "compare", "certify", "announce");
        assertThat(report.path("rulesChanged"))
                .map(JsonNode::asText)
                .containsExactly(
                        "repeat.within PT30S is PT2S here",
                        "cap.slot PT1H is PT2S here",
                        "freeze.within PT10M is PT2S here",
                        "freeze.lasts PT1H is PT2S here",
                        "network.slot PT1H is PT2S here",
                        "credit.within PT24H is PT2S here");
        assertThat(everythingOf(contest)).isEqualTo(before);
        assertIsInNoList(slug);
    }

    private static void assertIsInNoList(String slug) {
        assertThat(get("/api/contests"))
                .isNotEmpty()
                .noneMatch(contest -> contest.path("slug").asText().equals(slug));
        given().get("/").then().statusCode(200).body(not(containsString(slug)));
        given().get("/contests/" + slug).then().statusCode(200).body(containsString("<strong>Rehearsal.</strong>"));
        given().auth()
                .preemptive()
                .basic("", "test-admin-token")
                .get("/close-board")
                .then()
                .statusCode(200)
                .body(containsString("id=\"" + slug + "\""))
                .body(containsString(">Rehearsal</span>"));
    }

    @Test
    void closeThatIsHeld_failsTheRehearsal() throws SQLException {
        var contest = past("{\"preset\":\"raw\"}");
        certified(contest);
        awaitStored(contest, "announced");
        var before = everythingOf(contest);
        var started = start(contest, "{\"window\":\"PT2S\",\"pingsPerSecond\":20}");
        var slug = json(started).path("contest").asText();
        CLOSE_SWEEP.until(() -> update("""
                UPDATE tally SET count = count + 1 WHERE partition_id IN
                    (SELECT p.id FROM ledger_partition p JOIN contest c ON c.id = p.contest_id
                     WHERE c.slug = ? AND c.state = 'open')
                """, slug), rows -> rows > 0);
        var report = ended(started.header("Location"));
        assertThat(report.path("state").asText()).isEqualTo("failed");
        assertThat(report.path("problems")).hasSize(1);
        assertThat(report.at("/problems/0").asText()).startsWith("The close is held: The recount differs");
        assertThat(report.has("result")).isFalse();
        assertThat(report.path("rulesChanged")).hasSize(1);
        assertThat(everythingOf(contest)).as("its certificate, too").isEqualTo(before);
    }

    @Test
    void rehearsal_whoseInstanceDied_hasFailedAndFreesItsPlace() throws SQLException {
        var contest = past("null");
        var dead = insertRunning(contest, 16);
        var alive = insertRunning(live("null"), 0);
        var report = json(organizer().get(rehearsals(contest) + "/" + dead));
        assertThat(report.path("state").asText()).isEqualTo("failed");
        assertThat(report.path("sent").asLong()).as("what it knew last").isEqualTo(7);
        assertThat(report.path("problems"))
                .map(JsonNode::asText)
                .containsExactly("The instance that ran it has died: what is here is what it knew last");
        var other = insertRunning(live("null"), 0);
        try {
            var refused = start(live("null"), "");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(json(refused).path("detail").asText()).isEqualTo("2 rehearsals are running already");
        } finally {
            update("DELETE FROM rehearsal WHERE id = ?::uuid", alive.toString());
            update("DELETE FROM rehearsal WHERE id = ?::uuid", other.toString());
        }
    }

    @Test
    void badRequests_areRefused_andStartNothing() {
        var contest = live("null");
        var table = new String[][] {
            {"{\"window\":\"PT0.999S\"}", "window"},
            {"{\"window\":\"PT10M0.001S\"}", "window"},
            {"{\"window\":\"-PT5S\"}", "window"},
            {"{\"window\":\"20 s\"}", "window"},
            {"{\"window\":20}", "window"},
            {"{\"pingsPerSecond\":0}", "pingsPerSecond"},
            {"{\"pingsPerSecond\":501}", "pingsPerSecond"},
            {"{\"pingsPerSecond\":1.5}", "pingsPerSecond"},
            {"{\"pingsPerSecond\":\"50\"}", "pingsPerSecond"},
            {"{\"pings\":50}", "pings"},
        };
        for (var row : table) {
            var answer = start(contest, row[0]);
            assertThat(answer.statusCode()).as(row[0]).isEqualTo(400);
            assertThat(answer.jsonPath().getList("violations.field")).as(row[0]).isEqualTo(List.of(row[1]));
        }
        for (var body : List.of("[]", "null", "{", "\"PT5S\"")) {
            assertThat(start(contest, body).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(start(TestContests.contest(now(), Duration.ofDays(1), "null"), "")
                        .statusCode())
                .as("without campaigns")
                .isEqualTo(409);
        assertThat(start("none", "").statusCode()).isEqualTo(404);
        given().post(rehearsals(contest)).then().statusCode(401);
        given().auth().oauth2(token("auditor")).post(rehearsals(contest)).then().statusCode(403);
        for (var id : List.of(UUID.randomUUID().toString(), "x")) {
            given().auth()
                    .oauth2(token("auditor"))
                    .get(rehearsals(contest) + "/" + id)
                    .then()
                    .statusCode(404);
        }
        given().get(rehearsals(contest) + "/" + UUID.randomUUID()).then().statusCode(401);
    }

    /** What is shown goes before: the sweep writes the same a moment later. */
    private void awaitStored(String contest, String state) {
        CLOSE_SWEEP.until(
                () -> update("UPDATE contest SET name = name WHERE slug = ? AND state = '" + state + "'", contest),
                rows -> rows == 1);
    }

    private static String rehearsals(String contest) {
        return "/api/contests/" + contest + "/rehearsals";
    }

    private static Response start(String contest, String body) {
        return organizer().body(body).post(rehearsals(contest));
    }

    private static JsonNode ended(String location) {
        return CLOSE_SWEEP.until(
                () -> json(organizer().get(location)),
                report -> !report.path("state").asText().equals("running"));
    }

    private static String announcedLater() {
        var slug = "t-" + UUID.randomUUID();
        var opensAt = now().minusSeconds(60).atOffset(ZoneOffset.UTC).toLocalDateTime();
        organizer()
                .body("""
                        {"slug":"%s","name":"A contest","zone":"UTC","opensAt":"%s","announcesAt":"%s"}""".formatted(slug, opensAt, opensAt.plusDays(9)))
                .post("/api/contests")
                .then()
                .statusCode(201);
        return withCampaigns(slug, "a", "b");
    }

    private static String token(String role) {
        return organizer()
                .body("{\"name\":\"rehearsals\",\"role\":\"" + role + "\"}")
                .post("/api/tokens")
                .jsonPath()
                .getString("token");
    }

    private static Duration length(JsonNode contest) {
        return Duration.between(
                Instant.parse(contest.path("opensAt").asText()),
                Instant.parse(contest.path("closesAt").asText()));
    }

    private static JsonNode onTheBoard(String slug) {
        for (var line : json(organizer().get("/api/close-board")).path("contests")) {
            if (line.path("slug").asText().equals(slug)) {
                return line;
            }
        }
        throw new AssertionError(slug + " is not on the board");
    }

    private List<String> everythingOf(String contest) throws SQLException {
        var everything = new ArrayList<String>();
        ledger(contest).forEach(entry -> everything.add(entry.toString()));
        for (var sql : List.of(
                "SELECT c::text FROM contest c WHERE slug = ?",
                "SELECT p::text FROM ledger_partition p JOIN contest c ON c.id = p.contest_id WHERE c.slug = ?",
                "SELECT t::text FROM tally t JOIN ledger_partition p ON p.id = t.partition_id "
                        + "JOIN contest c ON c.id = p.contest_id WHERE c.slug = ? ORDER BY 1",
                "SELECT k::text FROM campaign k JOIN contest c ON c.id = k.contest_id WHERE c.slug = ? ORDER BY 1",
                "SELECT s::text FROM close_step s JOIN contest c ON c.id = s.contest_id WHERE c.slug = ? ORDER BY 1",
                "SELECT r.body FROM result r JOIN contest c ON c.id = r.contest_id WHERE c.slug = ?")) {
            try (var connection = database.getConnection();
                    var query = connection.prepareStatement(sql)) {
                query.setString(1, contest);
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        everything.add(rows.getString(1));
                    }
                }
            }
        }
        return everything;
    }

    private UUID insertRunning(String contest, int silentSeconds) throws SQLException {
        var id = UUID.randomUUID();
        var inserted = update("""
                INSERT INTO rehearsal (id, contest_id, slug, state, started_at, seen_at, report)
                SELECT '%s', id, '%s', 'running', clock_timestamp(), clock_timestamp() - interval '%d seconds',
                    '{"state":"running","sent":7,"problems":[]}' FROM contest WHERE slug = ?
                """.formatted(id, id, silentSeconds), contest);
        assertThat(inserted).isEqualTo(1);
        return id;
    }

    private int update(String sql, String parameter) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setString(1, parameter);
            return update.executeUpdate();
        }
    }
}
