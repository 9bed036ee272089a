package io.fortyeight.close.board;

import static io.fortyeight.TestContests.awaitState;
import static io.fortyeight.TestContests.certified;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestContests.release;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestContests.withCampaigns;
import static io.fortyeight.TestText.ENGLISH;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.fortyeight.contest.directory.ContestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class CloseBoardTest {

    private static final String ADMIN = "test-admin-token";

    @Inject
    DataSource database;

    @Inject
    MovableClock clock;

    @Inject
    ContestDirectory directory;

    @Test
    void openContest_isShownWithItsSums() {
        var contest = live("null");
        for (var visitor : List.of("ann", "ann", "ben")) {
            verdict(view(contest, "a", visitor));
        }
        var board = board();
        assertThat(board.path("leader").asBoolean()).isTrue();
        assertThat(board.path("unsafe").asBoolean(true)).isFalse();
        assertThat(board.path("queueDepth").asInt(-1)).isZero();
        var shown = line(board, contest);
        assertThat(shown.path("state").asText()).isEqualTo("open");
        assertThat(shown.path("ledger").asLong()).isEqualTo(3);
        assertThat(shown.path("tally").asLong()).isEqualTo(3);
        assertThat(shown.path("agrees").asBoolean()).isTrue();
        assertThat(shown.path("steps")).isEmpty();
        assertThat(shown.has("overdueSeconds")).isFalse();
        var serverTime = Instant.parse(board.path("serverTime").asText());
        var left = Duration.between(
                serverTime, Instant.parse(shown.path("closesAt").asText()));
        assertThat(shown.path("secondsLeft").asLong()).isEqualTo((left.toMillis() + 999) / 1000);
        assertThat(Instant.parse(shown.path("lastPingAt").asText()))
                .isBetween(serverTime.minusSeconds(30), serverTime)
                .isBeforeOrEqualTo(Instant.parse(board.path("lastPingAt").asText()));
        page().body(containsString("id=\"" + contest + "\""));
    }

    @Test
    void page_speaksKorean() {
        var contest = live("null");
        var page = organizer().header("Accept-Language", "ko").get("/close-board");
        assertThat(page.header("Content-Language")).isEqualTo("ko");
        assertThat(page.asString())
                .contains("마감 현황판", "이 인스턴스가 기록합니다", "마감까지", "대기열", "id=\"" + contest + "\"")
                .doesNotContain(
                        "Close board", "Closes in", "Ledger<", ENGLISH.board().notBegun());
    }

    @Test
    void contests_nearestCloseFirst() {
        var soon = contest(now().minusSeconds(60), Duration.ofMinutes(10), "null");
        var late = contest(now().minusSeconds(60), Duration.ofDays(40), "null");
        var slugs = StreamSupport.stream(board().path("contests").spliterator(), false)
                .map(line -> line.path("slug").asText())
                .toList();
        assertThat(slugs).containsSubsequence(soon, late);
    }

    @Test
    void tallyThatDiffers_isShoutedInWords() throws SQLException {
        var contest = live("null");
        verdict(view(contest, "a", "ann"));
        changeTally(contest, 1);
        var shown = line(board(), contest);
        assertThat(shown.path("agrees").asBoolean(true)).isFalse();
        assertThat(shown.path("tally").asLong()).isEqualTo(shown.path("ledger").asLong() + 1);
        page().body(containsString("LEDGER AND TALLY DIFFER"));
        changeTally(contest, -1);
        assertThat(line(board(), contest).path("agrees").asBoolean()).isTrue();
    }

    @Test
    void heldClose_isOverdue_andSaysWhy() throws SQLException {
        var contest = withCampaigns(contest(now(), Duration.ofMinutes(10), "null"), "a");
        verdict(view(contest, "a", "ann"));
        changeTally(contest, 1);
        clock.advance(Duration.ofMinutes(10).plusSeconds(20));
        awaitState(contest, "held");
        var shown = line(board(), contest);
        assertThat(shown.path("heldReason").asText()).startsWith("The recount differs from the live count");
        assertThat(shown.path("overdueSeconds").asLong()).isBetween(20L, 60L);
        assertThat(shown.has("secondsLeft")).isFalse();
        assertThat(shown.path("steps"))
                .map(step -> step.path("step").asText())
                .containsExactly("drain", "recount", "compare");
        page().body(containsString(ENGLISH.board().held("The recount differs from the live count")))
                .body(containsString("OVERDUE: the window closed 00:00:"))
                .body(containsString("<a href=\"#" + contest + "\">"));
        changeTally(contest, -1);
        release(contest, "The sum was set right by hand").then().statusCode(202);
        awaitState(contest, "announced");
        assertThat(line(board(), contest).has("overdueSeconds")).isFalse();
    }

    @Test
    void announcedContest_staysForADay() throws SQLException {
        var contest = past("null");
        certified(contest);
        assertThat(line(board(), contest).path("steps")).hasSizeGreaterThanOrEqualTo(4);
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "UPDATE contest SET certified_at = certified_at - interval '25 hours' WHERE slug = ?")) {
            update.setString(1, contest);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        directory.refresh();
        assertThat(board().path("contests"))
                .noneMatch(line -> line.path("slug").asText().equals(contest));
    }

    @Test
    void tokenAsAPassword_readsPagesAndData() {
        for (var path : List.of("/close-board", "/api/close-board")) {
            given().auth().preemptive().basic("anybody", ADMIN).get(path).then().statusCode(200);
            given().auth().preemptive().basic("", ADMIN).head(path).then().statusCode(200);
            given().auth().oauth2(ADMIN).get(path).then().statusCode(200);
        }
        var auditor = organizer()
                .body("{\"name\":\"night shift\",\"role\":\"auditor\"}")
                .post("/api/tokens")
                .jsonPath()
                .getString("token");
        given().auth()
                .preemptive()
                .basic("", auditor)
                .get("/close-board")
                .then()
                .statusCode(200);
    }

    @Test
    void tokenAsAPassword_changesNothing() {
        var contest = past("null");
        given().auth()
                .preemptive()
                .basic("", ADMIN)
                .post("/api/contests/" + contest + "/close")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer");
        given().auth()
                .preemptive()
                .basic("", ADMIN)
                .post("/api/contests/" + contest + "/recount")
                .then()
                .statusCode(401);
        given().auth()
                .preemptive()
                .basic("", ADMIN)
                .delete("/api/tokens/1")
                .then()
                .statusCode(401);
        given().auth().preemptive().basic("", ADMIN).post("/close-board").then().statusCode(405);
    }

    @Test
    void wrongCredentials_areAskedForAgain() {
        for (var authorization : new String[] {
            null,
            "Basic",
            "Basic ",
            "Basic ?",
            "Basic YTpi",
            "Basic " + base64(ADMIN),
            "Basic " + base64(ADMIN + ":"),
            "x"
        }) {
            for (var path : List.of("/close-board", "/api/close-board")) {
                var request = authorization == null ? given() : given().header("Authorization", authorization);
                var answer = request.get(path);
                assertThat(answer.statusCode()).as(authorization).isEqualTo(401);
                assertThat(answer.contentType()).startsWith("application/problem+json");
                assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            }
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse page() {
        return given().auth()
                .preemptive()
                .basic("", ADMIN)
                .get("/close-board")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-store");
    }

    private static JsonNode board() {
        return json(organizer().get("/api/close-board"));
    }

    private static JsonNode line(JsonNode board, String contest) {
        return StreamSupport.stream(board.path("contests").spliterator(), false)
                .filter(line -> line.path("slug").asText().equals(contest))
                .findFirst()
                .orElseThrow();
    }

    private void changeTally(String contest, int by) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        UPDATE tally SET count = count + ? WHERE verdict = 'c' AND campaign = 0 AND partition_id =
                            (SELECT p.id FROM ledger_partition p JOIN contest c ON c.id = p.contest_id
                             WHERE c.slug = ? AND p.partition = 0)
                        """)) {
            update.setInt(1, by);
            update.setString(2, contest);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
