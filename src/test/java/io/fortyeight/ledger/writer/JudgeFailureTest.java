package io.fortyeight.ledger.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fortyeight.DatabaseResource;
import io.fortyeight.TestContests;
import io.fortyeight.contest.api.JudgingPause;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.NetworkKey;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.ledger.recount.Recount;
import io.fortyeight.ledger.store.WriterStatus;
import io.fortyeight.ledger.writer.PingRefusedException.Cause;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the judge does when the database refuses a batch. A trigger on the ledger plays the database's part. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class JudgeFailureTest {

    /** A visitor whom the trigger does not let in. */
    private static final VisitorKey POISONOUS = new VisitorKey(-1, -1);

    @Inject
    PingQueue queue;

    @Inject
    ContestDirectory directory;

    @Inject
    Recount recount;

    @Inject
    DataSource database;

    @Inject
    JudgingPause pause;

    @Inject
    WriterStatus leadership;

    private int contestId;

    @BeforeEach
    void makeContest() {
        var slug = "failure-" + UUID.randomUUID();
        var opensAt =
                TestContests.now().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
        post("/api/contests", """
                {"slug":"%s","name":"Failure","zone":"UTC","opensAt":"%s"}""".formatted(slug, opensAt));
        post("/api/contests/" + slug + "/campaigns", """
                {"slug":"a","title":"A","pageUrl":"https://a.example/"}""");
        contestId = directory.find(slug).orElseThrow().id();
    }

    private static void post(String path, String body) {
        RestAssured.given()
                .header("Authorization", "Bearer test-admin-token")
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(201);
    }

    @AfterEach
    void dropTrigger() throws SQLException {
        execute("DROP TRIGGER IF EXISTS refusal ON ledger");
    }

    @Test
    void poisonousPing_isRefusedAlone() throws Exception {
        refuse("visitor = '%s'".formatted(POISONOUS.toUuid()), "check_violation");
        var answers = whileHeld(List.of(view(1), view(2), view(POISONOUS), view(3), view(1)));

        assertThat(answers.get(0).join().verdict()).isEqualTo(Verdict.COUNTED);
        assertThat(answers.get(1).join().verdict()).isEqualTo(Verdict.COUNTED);
        assertRefused(answers.get(2), Cause.POISONOUS);
        assertThat(answers.get(3).join().verdict()).isEqualTo(Verdict.COUNTED);
        assertThat(answers.get(4).join().verdict()).isEqualTo(Verdict.REPEAT);
        assertThat(answers.get(4).join().sequence()).isEqualTo(4);
        assertRecountAgrees(4);
    }

    @Test
    void failedBatch_leavesNoTrace() throws Exception {
        refuse("true", "disk_full");
        var failed = whileHeld(List.of(view(1), view(2), view(1)));
        failed.forEach(answer -> assertRefused(answer, Cause.WRITE_FAILED));
        assertThat(leadership.canWrite()).as("ready").isFalse();

        execute("DROP TRIGGER refusal ON ledger");
        var again = whileHeld(List.of(view(1), view(2)));
        assertThat(leadership.canWrite()).as("ready").isTrue();
        assertThat(again).extracting(answer -> answer.join().verdict()).containsOnly(Verdict.COUNTED);
        assertThat(again).extracting(answer -> answer.join().sequence()).containsExactly(1L, 2L);
        assertRecountAgrees(2);
    }

    /** More than one commit holds: the second batch is judged as if the first had never been. */
    @Test
    void pingsJudgedAfterABatchThatFails_areJudgedAgain() throws Exception {
        refuse("visitor = '%s'".formatted(POISONOUS.toUuid()), "disk_full");
        var pings = new ArrayList<Submission>(List.of(view(POISONOUS)));
        for (var visitor = 1; visitor < 2048; visitor++) {
            pings.add(view(visitor));
        }
        var id = UUID.randomUUID();
        pings.addAll(List.of(view(5), view(9_999, id), view(5), view(9_999, id)));
        var answers = whileHeld(pings);

        answers.subList(0, 2048).forEach(answer -> assertRefused(answer, Cause.WRITE_FAILED));
        var later = answers.subList(2048, answers.size());
        assertThat(later)
                .extracting(answer -> answer.join().verdict())
                .containsExactly(Verdict.COUNTED, Verdict.COUNTED, Verdict.REPEAT, Verdict.COUNTED);
        assertThat(later).extracting(answer -> answer.join().sequence()).containsExactly(1L, 2L, 3L, 2L);
        assertRecountAgrees(3);
    }

    @Test
    void poisonousPing_failsNoneThatWereJudgedAfterIt() throws Exception {
        refuse("visitor = '%s'".formatted(POISONOUS.toUuid()), "check_violation");
        var pings = new ArrayList<Submission>();
        for (var visitor = 1; visitor < 2048; visitor++) {
            pings.add(view(visitor));
        }
        pings.addAll(List.of(view(POISONOUS), view(5), view(9_999)));
        var answers = whileHeld(pings);

        assertRefused(answers.get(2047), Cause.POISONOUS);
        assertThat(answers.get(2048).join().verdict()).isEqualTo(Verdict.REPEAT);
        assertThat(answers.get(2049).join().verdict()).isEqualTo(Verdict.COUNTED);
        assertThat(answers.get(2049).join().sequence()).isEqualTo(2049);
        assertRecountAgrees(2049);
    }

    @Test
    void pingIdOfAFailedBatch_isNotRemembered() throws Exception {
        var id = UUID.randomUUID();
        refuse("true", "disk_full");
        assertRefused(queue.submit(view(1, id), Runnable::run), Cause.WRITE_FAILED);

        execute("DROP TRIGGER refusal ON ledger");
        var first = queue.submit(view(1, id), Runnable::run).join();
        assertThat(first.verdict()).isEqualTo(Verdict.COUNTED);
        assertThat(queue.submit(view(1, id), Runnable::run).join()).isEqualTo(first);
        assertRecountAgrees(1);
    }

    @Test
    void sameIdTwiceInABatch_isOnePing() throws Exception {
        var id = UUID.randomUUID();
        var answers = whileHeld(List.of(view(1, id), view(1, id), view(1)));

        assertThat(answers.get(1).join()).isEqualTo(answers.get(0).join());
        assertThat(answers.get(2).join().verdict()).isEqualTo(Verdict.REPEAT);
        assertRecountAgrees(2);
    }

    /** Otherwise a standby would take a writer that only answers retries or late pings for dead. */
    @Test
    void lease_isRenewed_whileTheJudgeIsBusyWithoutWriting() throws Exception {
        var before = heartbeat();
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    queue.mark(() -> {}).join();
                    return heartbeat().isAfter(before.plusMillis(1_500));
                });
    }

    /** Nor one that waits for an edit. */
    @Test
    void lease_isRenewed_whileAnEditTakesLong() throws Exception {
        var before = heartbeat();
        pause.whilePaused(() -> await().atMost(Duration.ofSeconds(20))
                .until(this::heartbeat, later -> later.isAfter(before.plusMillis(2_500))));
    }

    @Test
    void pingThatWaitsTooLong_isRefusedAndNotJudged() throws Exception {
        var release = hold();
        var overdue = queue.submit(view(1), Runnable::run);
        assertThat(overdue).failsWithin(Duration.ofSeconds(10));
        assertRefused(overdue, Cause.DATABASE_AWAY);
        assertRefused(queue.submit(view(1), Runnable::run), Cause.DATABASE_AWAY);
        assertThat(leadership.canWrite()).as("ready").isFalse();

        release.complete(null);
        await().atMost(Duration.ofSeconds(10)).until(leadership::canWrite);
        assertThat(queue.submit(view(1), Runnable::run).join().sequence()).isEqualTo(1);
        assertRecountAgrees(1);
    }

    @Test
    void writerWhoseEpochHasMovedOn_writesNothing() throws Exception {
        assertThat(queue.submit(view(1), Runnable::run).join().sequence()).isEqualTo(1);
        execute("UPDATE writer SET epoch = epoch + 1 WHERE partition = 0");
        assertRefused(queue.submit(view(2), Runnable::run), Cause.NOT_THE_WRITER);

        await().atMost(Duration.ofSeconds(20)).until(leadership::canWrite);
        assertThat(queue.submit(view(2), Runnable::run).join().sequence()).isEqualTo(2);
        assertRecountAgrees(2);
    }

    /** A backup was restored under the running writer, from its own time: no epoch tells. */
    @Test
    void ledgerThatWasPutBack_isReadAgain() throws Exception {
        assertThat(queue.submit(view(1), Runnable::run).join().sequence()).isEqualTo(1);
        for (var table : List.of("writer", "ledger_partition", "tally", "tally_minute")) {
            execute("DROP TABLE IF EXISTS kept_%1$s; CREATE TABLE kept_%1$s AS TABLE %1$s".formatted(table));
        }
        assertThat(queue.submit(view(2), Runnable::run).join().sequence()).isEqualTo(2);
        assertThat(queue.submit(view(1), Runnable::run).join().verdict()).isEqualTo(Verdict.REPEAT);
        var epoch = leadership.epoch().orElse(0);
        execute("""
                UPDATE writer AS w SET batch = k.batch, last_received_at = k.last_received_at FROM kept_writer AS k;
                DELETE FROM ledger AS l USING kept_ledger_partition AS k
                    WHERE k.id = l.partition_id AND l.sequence > k.last_sequence;
                UPDATE ledger_partition AS p SET last_sequence = k.last_sequence
                    FROM kept_ledger_partition AS k WHERE k.id = p.id;
                DELETE FROM tally;
                INSERT INTO tally TABLE kept_tally;
                DELETE FROM tally_minute;
                INSERT INTO tally_minute TABLE kept_tally_minute;
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'fortyeight-writer';
                DROP TABLE kept_writer, kept_ledger_partition, kept_tally, kept_tally_minute""");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> leadership.canWrite() && leadership.epoch().orElse(0) > epoch);
        var answer = queue.submit(view(3), Runnable::run).join();
        assertThat(answer.verdict()).isEqualTo(Verdict.COUNTED);
        assertThat(answer.sequence()).isEqualTo(2);
        assertThat(queue.submit(view(2), Runnable::run).join().verdict()).isEqualTo(Verdict.COUNTED);
        assertRecountAgrees(3);
    }

    private Instant heartbeat() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.createStatement();
                var rows = query.executeQuery("SELECT heartbeat_at FROM writer WHERE partition = 0")) {
            rows.next();
            return rows.getTimestamp(1).toInstant();
        }
    }

    /** Lets the judge find all of these at once, in one batch. */
    private List<CompletableFuture<Answer>> whileHeld(List<Submission> pings) throws Exception {
        var answers = new ArrayList<CompletableFuture<Answer>>();
        var release = hold();
        pings.forEach(ping -> answers.add(queue.submit(ping, Runnable::run)));
        release.complete(null);
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .handle((done, failure) -> null)
                .get();
        return answers;
    }

    /** Has the judge wait until what is returned completes. */
    private CompletableFuture<Void> hold() throws Exception {
        var arrived = new CompletableFuture<Void>();
        var release = new CompletableFuture<Void>();
        queue.mark(() -> {
            arrived.complete(null);
            release.join();
        });
        arrived.get();
        return release;
    }

    private Submission view(long visitor) {
        return view(new VisitorKey(visitor, visitor));
    }

    private Submission view(VisitorKey visitor) {
        return new Submission(contestId, Item.view(0), visitor, new NetworkKey(visitor.low() % 10), false, null, null);
    }

    private Submission view(long visitor, UUID id) {
        return new Submission(
                contestId, Item.view(0), new VisitorKey(visitor, visitor), new NetworkKey(7), false, id, null);
    }

    private static void assertRefused(CompletableFuture<Answer> answer, Cause why) {
        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(PingRefusedException.class, refusal -> assertThat(refusal.why())
                        .isEqualTo(why));
    }

    private void assertRecountAgrees(long pings) {
        var contest = directory.find(contestId).orElseThrow();
        var outcome = recount.of(contest, contest.rules());
        assertThat(outcome.differences()).isEmpty();
        assertThat(outcome.pings()).isEqualTo(pings);
        assertThat(outcome.tallied().total()).isEqualTo(pings);
    }

    private void refuse(String condition, String error) throws SQLException {
        execute("""
                CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'refused by a test' USING ERRCODE = '%s'; END $$
                """.formatted(error));
        execute("CREATE TRIGGER refusal BEFORE INSERT ON ledger FOR EACH ROW WHEN (NEW.%s) EXECUTE FUNCTION refuse()"
                .formatted(condition.equals("true") ? "sequence > 0" : condition));
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var executable = connection.createStatement()) {
            executable.execute(statement);
        }
    }
}
