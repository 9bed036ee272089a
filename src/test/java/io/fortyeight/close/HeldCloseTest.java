package io.fortyeight.close;

import static io.fortyeight.TestContests.awaitState;
import static io.fortyeight.TestContests.close;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.imported;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestContests.recount;
import static io.fortyeight.TestContests.release;
import static io.fortyeight.TestContests.without;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Somebody, or something, changes what is stored: the close must notice, and wait for a person. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class HeldCloseTest {

    private static final String PARTITION =
            "(SELECT p.id FROM ledger_partition p JOIN contest c ON c.id = p.contest_id "
                    + "WHERE c.slug = ? AND p.partition = 1000)";

    private static final String LINES = """
            {"at":"2013-12-17T05:00:00Z","kind":"view","campaign":"a","visitor":"v1"}
            {"at":"2013-12-17T05:00:01Z","kind":"view","campaign":"a","visitor":"v1"}
            {"at":"2013-12-17T05:00:02Z","kind":"view","campaign":"b","visitor":"v2"}
            {"at":"2013-12-17T05:00:03Z","kind":"view","campaign":"b","visitor":"v3"}
            """;

    @Inject
    DataSource database;

    @Test
    void tamperedTally_holdsTheClose_untilItIsRepaired() throws SQLException {
        var contest = importedContest();
        update("UPDATE tally SET count = count + 1 WHERE verdict = 'c' AND campaign = 0 AND partition_id = ", contest);
        close(contest).then().statusCode(202);
        var reason = "The recount differs from the live count: tally: campaign 0, views, counted: 2 here, 1 there";
        assertHeld(contest, reason);
        assertThat(recount(contest).path("agrees").asBoolean(true)).isFalse();
        assertThat(recount(contest).path("differences"))
                .isEqualTo(json("[\"tally: campaign 0, views, counted: 2 here, 1 there\"]"));
        assertThat(get("/api/contests/" + contest + "/leaderboard")
                        .path("final")
                        .asBoolean(true))
                .isFalse();

        release(contest, "Nothing was done").then().statusCode(202);
        assertHeld(contest, reason);

        update("UPDATE tally SET count = count - 1 WHERE verdict = 'c' AND campaign = 0 AND partition_id = ", contest);
        assertHeld(contest, reason);
        release(contest, "The sum was set right by hand").then().statusCode(202);
        var certified = awaitState(contest, "certified", "announced");
        assertThat(certified.has("heldReason")).isFalse();
        var result = get("/api/contests/" + contest + "/result");
        assertThat(result.at("/standings/0/campaign").asText()).isEqualTo("b");
        assertThat(result.path("releases"))
                .map(release -> without(release, "at"))
                .containsExactly(
                        released(reason, "Nothing was done"), released(reason, "The sum was set right by hand"));
    }

    private static JsonNode released(String heldReason, String reason) {
        return json("{\"heldReason\":\"" + heldReason + "\",\"reason\":\"" + reason + "\"}");
    }

    @Test
    void release_needsAReason_andIsOnRecord() throws SQLException {
        var contest = importedContest();
        update("UPDATE tally SET count = count + 1 WHERE verdict = 'c' AND campaign = 0 AND partition_id = ", contest);
        close(contest).then().statusCode(202);
        awaitState(contest, "held");
        assertThat(wrongField(close(contest))).isEqualTo("reason");
        assertThat(wrongField(release(contest, " "))).isEqualTo("reason");
        assertThat(wrongField(release(contest, "x".repeat(201)))).isEqualTo("reason");
        for (var body : List.of("null", "[]", "\"why\"", "{\"reason\":7}", "{\"reason\":\"r\",\"b\":1}", "{")) {
            organizer()
                    .body(body)
                    .post("/api/contests/" + contest + "/close")
                    .then()
                    .statusCode(400);
        }
        assertThat(report(contest).path("releases")).isEmpty();

        release(contest, "Once more").then().statusCode(202);
        awaitState(contest, "held");
        var report = report(contest);
        assertThat(report.at("/releases/0/by").asText()).isEqualTo("FORTYEIGHT_ADMIN_TOKEN");
        assertThat(report.at("/releases/0/reason").asText()).isEqualTo("Once more");
        assertThat(report.path("heldReason").asText()).startsWith("The recount differs");
        assertThat(report.path("steps"))
                .map(step -> step.path("step").asText() + " " + step.path("attempts"))
                .containsExactly("drain 2", "recount 2", "compare 2");
        assertThat(report.at("/steps/2/detail").asText()).startsWith("The recount differs");
        given().get("/api/contests/" + contest + "/close").then().statusCode(401);
    }

    private static String wrongField(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        return json(answer).at("/violations/0/field").asText();
    }

    private static JsonNode report(String contest) {
        return json(organizer().get("/api/contests/" + contest + "/close"));
    }

    /** The way out that docs/operations.md shows, as it is written there. */
    @Test
    void sumsRebuiltFromTheLedger_letTheCloseGoOn() throws Exception {
        var contest = importedContest();
        var before = get("/api/contests/" + contest + "/campaigns/a/timeline");
        update("UPDATE tally SET count = count + 7 WHERE partition_id = ", contest, 3);
        update("UPDATE tally_minute SET count = count + 7 WHERE partition_id = ", contest, 3);
        assertThat(get("/api/contests/" + contest + "/campaigns/a/timeline")).isNotEqualTo(before);
        close(contest).then().statusCode(202);
        awaitState(contest, "held");
        var script = Files.readString(Path.of("docs", "rebuild-tally.sql")).replace(":'contest'", "'" + contest + "'");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(script);
        }
        assertThat(get("/api/contests/" + contest + "/campaigns/a/timeline")).isEqualTo(before);
        release(contest, "The sums were rebuilt from the ledger").then().statusCode(202);
        awaitState(contest, "announced");
        assertThat(recount(contest).path("agrees").asBoolean()).isTrue();
    }

    @Test
    void tamperedVerdict_holdsTheClose() throws SQLException {
        var contest = importedContest();
        update("UPDATE ledger SET verdict = 'c' WHERE sequence = 2 AND partition_id = ", contest);
        close(contest).then().statusCode(202);
        assertHeld(contest, "The recount differs from the live count: entry 1000.2: repeat, not counted");
    }

    @Test
    void tamperedTime_holdsTheClose() throws SQLException {
        var contest = importedContest();
        update("UPDATE ledger SET received_at = received_at + 1 WHERE sequence = 4 AND partition_id = ", contest);
        close(contest).then().statusCode(202);
        assertThat(heldReason(contest)).contains("campaign 1, views, counted: 2 in both, but the last received at");
    }

    @Test
    void entryThatIsGone_holdsTheClose() throws SQLException {
        var contest = importedContest();
        update("DELETE FROM ledger WHERE sequence = 3 AND partition_id = ", contest);
        close(contest).then().statusCode(202);
        assertThat(heldReason(contest))
                .startsWith(
                        "The recount differs from the live count: entry 1000.3: missing up to entry 1000.4; tally: ");
    }

    @Test
    void lastEntryThatIsGone_holdsTheClose() throws SQLException {
        var contest = importedContest();
        update("DELETE FROM ledger WHERE sequence = 4 AND partition_id = ", contest);
        close(contest).then().statusCode(202);
        assertThat(heldReason(contest)).contains("entry 1000.4: missing up to the end, 4");
    }

    @Test
    void tamperedRules_holdTheClose() throws SQLException {
        var contest = importedContest();
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("UPDATE contest SET rules_hash = repeat('0', 64) WHERE slug = ?")) {
            statement.setString(1, contest);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
        // The directory reads a contest's row anew with the step to closing.
        close(contest).then().statusCode(202);
        assertHeld(contest, "The rules card is not the one that was pinned when the window opened");
    }

    private static void assertHeld(String contest, String reason) {
        assertThat(heldReason(contest)).isEqualTo(reason);
        var missing = given().get("/api/contests/" + contest + "/result");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(json(missing).path("detail").asText())
                .isEqualTo("There is no result yet: the close is held. " + reason);
    }

    private static String heldReason(String contest) {
        return awaitState(contest, "held").path("heldReason").asText();
    }

    private void update(String statement, String contest) throws SQLException {
        update(statement, contest, 1);
    }

    private void update(String statement, String contest, int rows) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement + PARTITION)) {
            update.setString(1, contest);
            assertThat(update.executeUpdate()).isEqualTo(rows);
        }
    }

    private static String importedContest() {
        var contest = past("{\"preset\":\"fair-48h\"}");
        imported(contest, "ndjson", LINES.getBytes(StandardCharsets.UTF_8));
        return contest;
    }
}
