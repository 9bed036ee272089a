package io.fortyeight.account.audit;

import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestPeople.PASSWORD;
import static io.fortyeight.TestPeople.session;
import static io.fortyeight.TestPeople.signIn;
import static io.fortyeight.TestPeople.signedIn;
import static io.fortyeight.TestPeople.user;
import static io.fortyeight.TestPeople.withSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class AuditTest {

    @Inject
    DataSource database;

    @Inject
    MovableClock clock;

    @Test
    void actionsOfAContest_areRecordedInTheirOrder() {
        var contest = past("null");
        organizer().body("{\"title\":5}").post("/api/contests/" + contest + "/campaigns");
        organizer().post("/api/contests/" + contest + "/recount").then().statusCode(200);
        assertThat(lines(log("?contest=" + contest)))
                .containsExactly(
                        "POST /api/contests/" + contest + "/recount admin 200",
                        "POST /api/contests/" + contest + "/campaigns admin 400",
                        "POST /api/contests/" + contest + "/campaigns admin 201",
                        "POST /api/contests/" + contest + "/campaigns admin 201",
                        "POST /api/contests admin 201");
        var first = log("?contest=" + contest).get(4);
        assertThat(first.path("contest").asText()).isEqualTo(contest);
        assertThat(first.path("actor").asText()).isEqualTo("FORTYEIGHT_ADMIN_TOKEN");
        assertThat(first.path("kind").asText()).isEqualTo("token");
        assertThat(json(first.path("details").asText()).path("name").asText()).isEqualTo("A contest");
    }

    @Test
    void refusalOfARole_isRecorded_butOfNobodyIsNot() {
        var contest = "t-" + UUID.randomUUID();
        var name = user("ops");
        withSession(session(name, PASSWORD))
                .contentType("application/json")
                .body("{}")
                .patch("/api/contests/" + contest)
                .then()
                .statusCode(403);
        io.restassured.RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .patch("/api/contests/" + contest)
                .then()
                .statusCode(401);
        var entries = log("?contest=" + contest);
        assertThat(lines(entries)).containsExactly("PATCH /api/contests/" + contest + " ops 403");
        assertThat(entries.get(0).path("actor").asText()).isEqualTo(name);
        assertThat(entries.get(0).path("kind").asText()).isEqualTo("user");
    }

    @Test
    void signingInAndOut_isRecorded() {
        var name = user("auditor");
        var before = newest();
        withSession(session(name, PASSWORD)).post("/logout").then().statusCode(303);
        withSession("no session any more").post("/logout").then().statusCode(303);
        assertThat(since(before)).containsExactly("POST /logout auditor 303", "POST /login auditor 303");
        assertThat(log("?limit=1").get(0).path("actor").asText()).isEqualTo(name);
    }

    @Test
    void signingInThatFails_isRecorded_withoutWhatWasTyped() {
        var name = user("auditor");
        var before = newest();
        signIn(name, "wrong horse battery");
        signIn("correct horse typed as a name", "x");
        signIn("admin", "not the token");
        assertThat(since(before)).containsExactly("POST /login  403", "POST /login  403", "POST /login  403");
        var log = log("?limit=3");
        assertThat(log.findValuesAsText("kind")).containsOnly("nobody");
        assertThat(log.findValuesAsText("actor")).containsExactly("admin", "", name);
        assertThat(log.toString()).doesNotContain("horse", "not the token");
        assertThat(signedIn("auditor").get("/desk/audit").asString()).contains("unknown name", "not signed in");
    }

    @Test
    void attemptsThatAreThrottled_areNotRecorded() {
        var name = user("auditor");
        for (var i = 0; i < 10; i++) {
            signIn(name, "wrong horse battery");
        }
        var before = newest();
        assertThat(signIn(name, PASSWORD).statusCode()).isEqualTo(429);
        assertThat(since(before)).isEmpty();
        clock.advance(Duration.ofMinutes(15));
    }

    @Test
    void attemptsOfVeryManyStrangers_areNotRecordedAnyMore() throws SQLException {
        clock.advance(Duration.ofHours(1));
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO audit_action (at, actor, kind, role, method, path, details)
                        SELECT ?, '', 'nobody', '', 'POST', '/login', '' FROM generate_series(1, 999)
                        """)) {
            insert.setTimestamp(1, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
        var before = newest();
        signIn("somebody", PASSWORD);
        signIn("somebody", PASSWORD);
        assertThat(since(before)).as("the thousandth of this hour").hasSize(1);
        clock.advance(Duration.ofHours(1));
        signIn("somebody", PASSWORD);
        assertThat(since(before)).hasSize(2);
    }

    @Test
    void contestWithMuchToSay_isRecordedAsItsOwn() {
        var contest = "t-" + UUID.randomUUID();
        signedIn("organizer")
                .formParam("name", "A long name ".repeat(60))
                .formParam("slug", contest)
                .post("/desk/contests");
        organizer().body("""
                        {"name":"%s","slug":"%s"}""".formatted("A long name ".repeat(60), contest)).post("/api/contests");
        assertThat(log("?contest=" + contest).findValuesAsText("path"))
                .containsExactly("/api/contests", "/desk/contests");
    }

    @Test
    void secrets_areNotRecorded() {
        var name = user("auditor");
        var admin = signedIn("admin");
        admin.formParam("name", "n-" + name)
                .formParam("role", "ops")
                .formParam("password", "a secret of twenty")
                .post("/desk/people")
                .then()
                .statusCode(303);
        var log = log("?limit=20").toString();
        assertThat(log).contains("n-" + name, name).doesNotContain(PASSWORD, "a secret of twenty");
    }

    @Test
    void entry_isNeitherChangedNorRemoved() throws SQLException {
        past("null");
        for (var sql : List.of(
                "UPDATE audit_action SET actor = 'x'",
                "DELETE FROM audit_outcome",
                "DELETE FROM audit_action",
                "UPDATE audit_outcome SET status = 200",
                "TRUNCATE audit_action, audit_outcome")) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql))
                        .as(sql)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("only ever added to");
            }
        }
    }

    @Test
    void action_withoutAPlaceInTheLog_isNotDone() throws SQLException {
        var name = "n-" + UUID.randomUUID();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE FUNCTION fill_disk() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN RAISE EXCEPTION 'refused by a test' USING ERRCODE = 'disk_full'; END $$;
                    CREATE TRIGGER full_disk BEFORE INSERT ON audit_action FOR EACH ROW
                    WHEN (NEW.details LIKE '%""" + name + "%') EXECUTE FUNCTION fill_disk()");
            organizer()
                    .body("{\"name\":\"" + name + "\",\"role\":\"ops\"}")
                    .post("/api/tokens")
                    .then()
                    .statusCode(503);
            statement.execute("DROP FUNCTION fill_disk CASCADE");
        }
        assertThat(organizer().get("/api/tokens").asString()).doesNotContain(name);
    }

    @Test
    void action_withoutAnOutcome_isShownAsUnknown() throws SQLException {
        var contest = "t-" + UUID.randomUUID();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO audit_action (at, actor, kind, role, method, path, contest, details)
                        VALUES (now(), 'a', 'token', 'ops', 'POST', '/p', ?, '')
                        """)) {
            insert.setString(1, contest);
            insert.executeUpdate();
        }
        assertThat(log("?contest=" + contest).get(0).has("status")).isFalse();
        assertThat(signedIn("auditor")
                        .get("/desk/contests/" + contest + "/audit")
                        .asString())
                .contains("unknown");
    }

    @Test
    void log_isReadPageByPage() throws SQLException {
        var contest = "t-" + UUID.randomUUID();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO audit_action (at, actor, kind, role, method, path, contest, details)
                        SELECT now(), 'a', 'token', 'ops', 'POST', '/p', ?, '' FROM generate_series(1, 55)
                        """)) {
            insert.setString(1, contest);
            insert.executeUpdate();
        }
        var page = signedIn("auditor").get("/desk/contests/" + contest + "/audit");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.htmlPath().getList("**.findAll { it.name() == 'time' }"))
                .hasSize(50);
        var earlier = page.htmlPath().getString("**.find { it.@class == 'button plain' && it.name() == 'a' }.@href");
        assertThat(signedIn("auditor")
                        .get("/desk/contests/" + contest + "/audit" + earlier)
                        .htmlPath()
                        .getList("**.findAll { it.name() == 'time' }"))
                .hasSize(5);
        assertThat(log("?contest=" + contest + "&limit=3")).hasSize(3);
        for (var query : List.of("?limit=0", "?limit=x", "?before=-1")) {
            organizer()
                    .urlEncodingEnabled(false)
                    .get("/api/audit" + query)
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void requestForWhatIsNoContest_isRecordedWithoutOne() {
        organizer()
                .urlEncodingEnabled(false)
                .post("/api/contests/a%00b/close")
                .then()
                .statusCode(404);
        assertThat(lines(log("?limit=1"))).containsExactly("POST /api/contests/a%00b/close admin 404");
        assertThat(log("?contest=%00")).isEmpty();
    }

    private static JsonNode log(String query) {
        var answer = organizer().urlEncodingEnabled(false).get("/api/audit" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return json(answer);
    }

    private static long newest() {
        return log("?limit=1").get(0).path("id").asLong();
    }

    private static List<String> since(long id) {
        return lines(log("?limit=20")).subList(0, (int) (newest() - id));
    }

    private static List<String> lines(JsonNode entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> String.join(
                        " ",
                        entry.path("method").asText(),
                        entry.path("path").asText(),
                        entry.path("role").asText(),
                        entry.path("status").asText()))
                .toList();
    }
}
