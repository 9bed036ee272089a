package io.fortyeight.ledger.credit;

import static io.fortyeight.TestContests.close;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.imported;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestContests.ping;
import static io.fortyeight.TestContests.recount;
import static io.fortyeight.TestContests.release;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.DatabaseResource;
import io.fortyeight.TestContests;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.core.credit.CreditSums;
import io.fortyeight.ledger.credit.CreditStore.Credited;
import io.fortyeight.ledger.replay.RecountReader;
import io.fortyeight.ledger.store.WriterStatus;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credit as it is written behind the ledger. Links are put into the database: how they are made is tested elsewhere. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class CreditsTest {

    private static final String FAIR = "{\"preset\":\"fair-48h\"}";
    private static final String RAW = "{\"preset\":\"raw\"}";

    @Inject
    DataSource database;

    @Inject
    Credits credits;

    @Inject
    CreditStore store;

    @Inject
    ContestDirectory directory;

    @Inject
    WriterStatus leadership;

    @Inject
    RecountReader reader;

    @Test
    void credit_isPublishedWithTheLedger_andRecounted() throws SQLException {
        var contest = live(FAIR);
        var code = sharedBy(contest, "a1");
        ping(viewVia(contest, "a", "b1", code));
        ping(view(contest, "a", "b1"));
        ping(view(contest, "a", "c1"));
        ping(viewVia(contest, "a", "a1", code));
        ping(viewVia(contest, "b", "d1", code));
        credits.catchUp();

        assertThat(ledger(contest))
                .map(entry -> entry.path("credited").asText(""))
                .containsExactly("", code, code, "", "", "");
        var sum = given(contest).links().values().iterator().next();
        assertThat(sum)
                .hasToString(
                        "1 visits, 1 visitors, 1 counted, 1 discounted, 1 own, 0 loops, 0 robots, generation 0, parent null");
        assertAgrees(recount(contest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE credit_link SET counted = counted + 1",
                "UPDATE share_tree SET visitors = visitors + 1",
                "UPDATE credit_minute SET count = count + 1",
                "UPDATE credit_age SET visits = visits + 1",
                "DELETE FROM ledger_credit"
            })
    void creditThatWasTamperedWith_holdsTheClose_untilItIsGivenAnew(String tampering) throws SQLException, IOException {
        var contest = past(RAW);
        var code = code();
        insert(code, id(contest), UUID.randomUUID());
        importedVia(contest, code);
        credits.catchUp();
        assertAgrees(recount(contest));

        update(tampering + " WHERE partition_id = " + partition(contest));
        var recount = recount(contest);
        assertThat(recount.path("agrees").asBoolean(true)).isFalse();
        assertThat(recount.path("differences")).hasSizeGreaterThan(0);
        close(contest).then().statusCode(202);
        TestContests.awaitState(contest, "held");

        var script = Files.readString(Path.of("docs", "rebuild-tally.sql")).replace(":'contest'", "'" + contest + "'");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(script);
        }
        release(contest, "Credit was given anew").then().statusCode(202);
        TestContests.awaitState(contest, "certified", "announced");
        assertAgrees(recount(contest));
        assertThat(given(contest).links()).hasSize(1);
    }

    @Test
    void imports_carryLinks_andTheCloseWaitsForTheirCredit() throws SQLException {
        var contest = past("{\"preset\":\"raw\",\"score\":{\"view\":1,\"share\":0,\"brought\":5}}");
        var code = code();
        insert(code, id(contest), UUID.randomUUID());
        importedVia(contest, code);
        var result = TestContests.certified(contest);

        assertThat(result.at("/standings/0/campaign").asText()).isEqualTo("a");
        assertThat(result.at("/standings/0/score").asInt()).isEqualTo(3 + 2 * 5);
        assertThat(result.at("/standings/1/score").asInt()).isEqualTo(4);
        assertThat(result.path("brought")).isEqualTo(TestContests.json("""
                [{"campaign":"a","count":2},{"campaign":"b","count":0}]"""));
        assertThat(get("/api/contests/" + contest + "/leaderboard")
                        .at("/standings/0/score")
                        .asInt())
                .isEqualTo(13);
        assertThat(TestContests.json(organizer().body(RAW).post("/api/contests/" + contest + "/recount"))
                        .at("/standings/0/campaign")
                        .asText())
                .as("without points for being brought")
                .isEqualTo("b");
    }

    @Test
    void broughtViews_score_liveAndAtAnInstant() throws SQLException {
        var contest = live("{\"preset\":\"raw\",\"score\":{\"view\":1,\"share\":0,\"brought\":10}}");
        var code = sharedBy(contest, "a1");
        ping(viewVia(contest, "a", "b1", code));
        ping(viewVia(contest, "a", "c1", code));
        credits.catchUp();

        assertThat(score(contest, "")).isEqualTo(23);
        var times = ledger(contest).stream()
                .map(entry -> Instant.parse(entry.path("receivedAt").asText()))
                .toList();
        assertThat(score(contest, "?at=" + times.get(2))).isEqualTo(23);
        if (times.get(0).isBefore(times.get(1))) {
            assertThat(score(contest, "?at=" + times.get(1).minusMillis(1))).isEqualTo(1);
        }
    }

    private static int score(String contest, String query) {
        return get("/api/contests/" + contest + "/leaderboard" + query)
                .at("/standings/0/score")
                .asInt();
    }

    @Test
    void withoutCredit_nothingIsCredited() throws SQLException {
        var contest = live("{\"preset\":\"raw\",\"credit\":null}");
        var code = sharedBy(contest, "a1");
        ping(viewVia(contest, "a", "b1", code));
        credits.catchUp();

        assertThat(ledger(contest)).noneMatch(entry -> entry.has("credited"));
        assertAgrees(recount(contest));
    }

    /** What it needs to go on, whoever begins anew reads back from the ledger. */
    @Test
    void whoBeginsAnew_goesOnWhereTheOtherStopped() throws SQLException {
        var contest = live(RAW);
        var code = sharedBy(contest, "a1");
        ping(viewVia(contest, "a", "b1", code));
        credits.catchUp();
        ping(view(contest, "a", "b1"));
        new Credits(directory, leadership, reader, store).catchUp();
        ping(view(contest, "a", "b1"));
        credits.catchUp();

        assertThat(ledger(contest))
                .map(entry -> entry.path("credited").asText(""))
                .containsExactly("", code, code, code);
        assertThat(given(contest).links().values().iterator().next().counted()).isEqualTo(3);
        assertAgrees(recount(contest));
    }

    @Test
    void whoComesTooLate_writesNothing() throws SQLException {
        var contest = live(RAW);
        var code = sharedBy(contest, "a1");
        ping(viewVia(contest, "a", "b1", code));
        credits.catchUp();
        var linkId = given(contest).links().keySet().iterator().next();

        assertThat(store.append(partition(contest), 0, 9, List.of(new Credited(9, linkId)), new CreditSums()))
                .isFalse();
        assertThat(store.append(partition(contest), 1, 9, List.of(new Credited(9, linkId)), new CreditSums()))
                .isFalse();
        assertAgrees(recount(contest));
    }

    @Test
    void manyEntries_areTakenInInParts() throws SQLException {
        var contest = past(RAW);
        var code = code();
        insert(code, id(contest), UUID.randomUUID());
        var lines = new StringBuilder();
        for (var i = 0; i < 25_000; i++) {
            lines.append("""
                    {"at":"2013-12-17T05:00:00Z","kind":"view","campaign":"a","visitor":"v%d"%s}
                    """.formatted(i % 20_000, i % 3 == 0 ? ",\"via\":\"" + code + "\"" : ""));
        }
        imported(contest, "ndjson", lines.toString().getBytes(StandardCharsets.UTF_8));
        credits.catchUp();

        var sum = given(contest).links().values().iterator().next();
        assertThat(sum.visits()).isEqualTo(8_334);
        assertThat(sum.counted()).isGreaterThan(8_334);
        assertAgrees(recount(contest));
    }

    private static void assertAgrees(JsonNode recount) {
        assertThat(recount.path("agrees").asBoolean())
                .as(recount.path("differences").toString())
                .isTrue();
    }

    private static void importedVia(String contest, String code) {
        imported(contest, "ndjson", """
                {"at":"2013-12-17T05:00:00Z","kind":"view","campaign":"a","visitor":"v1","via":"%s"}
                {"at":"2013-12-17T05:00:01Z","kind":"view","campaign":"a","visitor":"v1"}
                {"at":"2013-12-17T05:00:02Z","kind":"view","campaign":"a","visitor":"v2","via":"unknown123"}
                {"at":"2013-12-17T05:00:02Z","kind":"view","campaign":"b","visitor":"v1"}
                {"at":"2013-12-17T05:00:03Z","kind":"view","campaign":"b","visitor":"v2"}
                {"at":"2013-12-17T05:00:03Z","kind":"view","campaign":"b","visitor":"v3"}
                {"at":"2013-12-17T05:00:04Z","kind":"view","campaign":"b","visitor":"v3"}
                """.formatted(code).getBytes(StandardCharsets.UTF_8));
    }

    private static String viewVia(String contest, String campaign, String visitor, String via) {
        return view(contest, campaign, visitor).replace("}", ",\"via\":\"" + via + "\"}");
    }

    /** A visitor views campaign a and gets a link for it; its code. */
    private String sharedBy(String contest, String visitor) throws SQLException {
        assertThat(verdict(view(contest, "a", visitor))).isEqualTo("counted");
        var pseudonym = ledger(contest).get(0).path("visitor").asText();
        var code = code();
        insert(
                code,
                id(contest),
                new UUID(
                        Long.parseUnsignedLong(pseudonym.substring(0, 16), 16),
                        Long.parseUnsignedLong(pseudonym.substring(16), 16)));
        return code;
    }

    private static String code() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    }

    private void insert(String code, int contestId, UUID sharer) throws SQLException {
        update(
                "INSERT INTO share_link (code, contest_id, campaign, platform, sharer, created_at) VALUES ('%s', %d, 0, 'A', '%s', %d)"
                        .formatted(code, contestId, sharer, TestContests.now().toEpochMilli()));
    }

    private void update(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private int id(String contest) {
        return directory.known(contest).id();
    }

    private CreditSums given(String contest) {
        return store.given(id(contest)).get(partition(contest)).sums();
    }

    /** The one that has credit. */
    private int partition(String contest) {
        return store.given(id(contest)).keySet().iterator().next();
    }
}
