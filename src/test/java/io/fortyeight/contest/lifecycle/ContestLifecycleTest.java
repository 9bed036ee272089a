package io.fortyeight.contest.lifecycle;

import static io.fortyeight.TestContests.epoch;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ContestLifecycleTest {

    @Inject
    ContestLifecycle lifecycle;

    @Inject
    ContestDirectory directory;

    @Inject
    MovableClock clock;

    @Inject
    DataSource database;

    private String slug;
    private int id;

    @BeforeEach
    void createContest() {
        slug = "t-" + UUID.randomUUID();
        given().auth()
                .oauth2("test-admin-token")
                .contentType("application/json")
                .body("{\"slug\":\"" + slug + "\",\"name\":\"n\",\"zone\":\"UTC\",\"opensAt\":\"2093-12-17T00:00\","
                        + "\"announcesAt\":\"2094-01-01T00:00\"}")
                .post("/api/contests")
                .then()
                .statusCode(201);
        id = directory.find(slug).orElseThrow().id();
    }

    @Test
    void steps_inOrder_happenOnceEach() throws Exception {
        var hash = details().rulesHash();
        assertThat(lifecycle.beginClosing(id)).isFalse();
        assertThat(lifecycle.open(id)).isTrue();
        assertThat(lifecycle.open(id)).isFalse();
        assertThat(details().storedState()).isEqualTo(ContestState.OPEN);
        assertThat(details().rulesHash()).isEqualTo(hash);
        assertThat(stored("rules_hash")).isEqualTo(hash);
        assertThat(lifecycle.certify(id, epoch(), clock.instant(), "{}")).isFalse();
        assertThat(lifecycle.beginClosing(id)).isTrue();
        assertThat(lifecycle.release(id, "ops", "The tally was repaired")).isFalse();
        assertThat(lifecycle.hold(id, epoch(), "Ledger and tally differ")).isTrue();
        assertThat(lifecycle.certify(id, epoch(), clock.instant(), "{}")).isFalse();
        given().get("/api/contests/" + slug)
                .then()
                .body("state", equalTo("held"))
                .body("heldReason", equalTo("Ledger and tally differ"));
        assertThat(lifecycle.release(id, "ops", "The tally was repaired")).isTrue();
        assertThat(details().heldReason()).isNull();
        var certifiedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        assertThat(lifecycle.certify(id, epoch(), certifiedAt, "{\"contest\":1}"))
                .isTrue();
        assertThat(lifecycle.certify(id, epoch(), certifiedAt, "{\"contest\":2}"))
                .isFalse();
        assertThat(details().certifiedAt()).isEqualTo(certifiedAt);
        assertThat(stored("(SELECT body FROM result WHERE contest_id = contest.id)"))
                .isEqualTo("{\"contest\":1}");
        assertThat(lifecycle.announce(id)).isTrue();
        assertThat(lifecycle.announce(id)).isFalse();
        assertThat(details().storedState()).isEqualTo(ContestState.ANNOUNCED);
    }

    @Test
    void step_triedByManyAtOnce_happensOnce() throws Exception {
        var callers = Executors.newFixedThreadPool(8);
        try {
            var results = callers.invokeAll(Collections.<Callable<Boolean>>nCopies(8, () -> lifecycle.open(id)));
            var done = 0;
            for (var result : results) {
                done += result.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        } finally {
            callers.shutdown();
        }
    }

    @Test
    void secret_destroyed_isGone() throws Exception {
        assertThat(directory.secret(id)).isPresent();
        assertThat(lifecycle.destroySecret(id)).isTrue();
        assertThat(lifecycle.destroySecret(id)).isFalse();
        assertThat(directory.secret(id)).isEmpty();
        assertThat(stored("secret")).isNull();
    }

    /** A closer that was frozen for longer than its lease comes back with what it found out when it was the writer. */
    @Test
    void formerWriter_neitherCertifiesNorHolds() {
        assertThat(lifecycle.open(id)).isTrue();
        assertThat(lifecycle.beginClosing(id)).isTrue();
        assertThat(lifecycle.certify(id, epoch() - 1, clock.instant(), "{}")).isFalse();
        assertThat(lifecycle.hold(id, epoch() - 1, "Stale")).isFalse();
        assertThat(details().storedState()).isEqualTo(ContestState.CLOSING);
    }

    private ContestDetails details() {
        return directory.find(id).orElseThrow();
    }

    private String stored(String column) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT " + column + " FROM contest WHERE id = " + id)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
