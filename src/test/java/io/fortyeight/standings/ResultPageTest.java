package io.fortyeight.standings;

import static io.fortyeight.TestContests.awaitState;
import static io.fortyeight.TestContests.certified;
import static io.fortyeight.TestContests.close;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.imported;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestContests.release;
import static io.fortyeight.TestText.ENGLISH;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortyeight.DatabaseResource;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.ledger.writer.UnrecordedPings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ResultPageTest {

    private static final String LINES = """
            {"at":"2013-12-17T05:00:00Z","kind":"view","campaign":"a","visitor":"v1"}
            {"at":"2013-12-17T05:00:01Z","kind":"view","campaign":"a","visitor":"v1"}
            {"at":"2013-12-17T05:00:02Z","kind":"view","campaign":"b","visitor":"v2"}
            {"at":"2013-12-17T05:00:03Z","kind":"view","campaign":"b","visitor":"v3"}
            {"at":"2013-12-17T05:00:04Z","kind":"share","platform":"email","campaign":"b","visitor":"v3"}
            """;

    @Inject
    ContestDirectory directory;

    @Inject
    UnrecordedPings unledgered;

    @Inject
    DataSource database;

    @Test
    void result_tellsWhoWon_whatBecameOfEveryPing_andHowToCheckIt() {
        var contest = past("null");
        imported(contest, "ndjson", LINES.getBytes(UTF_8));
        var result = certified(contest);
        var page = page(contest, "en");
        assertThat(page)
                .contains("Final.", ">Campaign b</a> <b>Score 2</b>", "1 ahead", "repeat 1", "Shares: email")
                .contains(result.path("rulesHash").asText(), "up to entry 5", "Ledger, import 1000")
                .contains("/api/contests/" + contest + "/ledger > ledger.ndjson")
                .doesNotContain(
                        ENGLISH.page().turnedAwayMatters(), ENGLISH.page().releases(), "style=", "onload=");
        assertThat(page(contest, "ko"))
                .contains("최종 결과입니다.", "<b>2점</b>", "1 앞섬", "반복 1", "공유: email", "직접 검증하는 방법")
                .doesNotContain("Final.", "Winner");
    }

    @Test
    void hash_isThatOfThePublishedCard_asThePageTellsToCheckIt() throws Exception {
        var contest = past("{\"preset\":\"raw\"}");
        assertThat(cardHash(contest))
                .isEqualTo(certified(contest).path("rulesHash").asText());
    }

    @Test
    void result_thatCouldHaveBeenAnother_saysSo() throws SQLException {
        var contest = past("null");
        imported(contest, "ndjson", LINES.getBytes(UTF_8));
        var details = directory.find(contest).orElseThrow();
        for (var i = 0; i < 2; i++) {
            unledgered.add(details.id(), 0, details.window().opensAtMillis(), UnrecordedPings.Sort.SHED);
        }
        unledgered.write();
        certified(contest);
        assertThat(page(contest, "en"))
                .contains(ENGLISH.page().turnedAwayMatters(), "The lead of the first over the second is 1.");
        assertThat(page(contest, "ko")).contains("1위와 2위의 차이는 1점입니다.");
    }

    @Test
    void result_whoseCloseWasHeld_tellsWhy() throws SQLException {
        var contest = past("null");
        imported(contest, "ndjson", LINES.getBytes(UTF_8));
        addToTally(contest, 1);
        close(contest).then().statusCode(202);
        awaitState(contest, "held");
        assertThat(page(contest, "en")).contains("There is no result yet", "The recount differs from the live count");
        addToTally(contest, -1);
        release(contest, "Set right <b>by hand</b>").then().statusCode(202);
        awaitState(contest, "certified", "announced");
        assertThat(page(contest, "en"))
                .contains(ENGLISH.page().releases(), "The recount differs", "Set right &lt;b&gt;by hand&lt;/b&gt;");
    }

    @Test
    void pageBeforeTheResult_saysWhenToComeBack() {
        var contest = live("null");
        var closesAt = get("/api/contests/" + contest).path("closesAt").asText();
        assertThat(page(contest, "en"))
                .contains("There is no result yet", "The window is still open.", "Closes in", "Come back at")
                .contains("datetime=\"" + closesAt + "\"");
        assertThat(page(contest, "ko")).contains("아직 결과가 없습니다", "마감까지", "다시 확인할 시각");
        assertThat(page(past("null"), "en")).contains("The organizer has not closed this contest yet.");
    }

    @Test
    void resultOfAContestThatIsNone_isNotFoundInWords() {
        assertThat(given().get("/contests/no-such/result").statusCode()).isEqualTo(404);
        assertThat(given().get("/contests/no-such/rules").asString()).contains("There is no such contest");
    }

    private static String page(String contest, String language) {
        return given().header("Accept-Language", language)
                .get("/contests/" + contest + "/result")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String cardHash(String contest) throws Exception {
        var card = (ObjectNode) get("/api/contests/" + contest).path("rules");
        card.remove("hash");
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sorted(card)));
    }

    /** As {@code jq -cjS} writes it. */
    private static byte[] sorted(ObjectNode card) throws JsonProcessingException {
        var json = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        return json.writeValueAsBytes(json.convertValue(card, Map.class));
    }

    private void addToTally(String contest, int more) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        UPDATE tally SET count = count + ? WHERE verdict = 'c' AND campaign = 0 AND partition_id IN (
                            SELECT p.id FROM ledger_partition p JOIN contest c ON c.id = p.contest_id WHERE c.slug = ?)
                        """)) {
            update.setInt(1, more);
            update.setString(2, contest);
            update.executeUpdate();
        }
    }
}
