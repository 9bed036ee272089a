package io.fortyeight.account.session;

import static io.fortyeight.TestPeople.PASSWORD;
import static io.fortyeight.TestPeople.signIn;
import static io.fortyeight.TestPeople.user;
import static io.fortyeight.TestText.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class SignInThrottleTest {

    private static final byte[] HERE = {4, 127, 0, 0, 1};
    private static final Duration WITHIN = Duration.ofMinutes(15);

    @Inject
    MovableClock clock;

    @Inject
    SignInThrottle throttle;

    @Inject
    DataSource database;

    /** All tests sign in from one network. */
    @BeforeEach
    @AfterEach
    void letAllAttemptsBeForgotten() {
        clock.advance(WITHIN);
    }

    @Test
    void rightPassword_afterTooManyWrongOnes_isNotTakenForAWhile() {
        var name = user("auditor");
        for (var i = 0; i < 10; i++) {
            assertThat(signIn(name, "wrong horse " + i).statusCode()).isEqualTo(403);
        }
        var refused = signIn(name, PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(800, 901);
        assertThat(refused.contentType()).startsWith("text/html");
        assertThat(refused.asString()).contains(ENGLISH.account().tooMany(15));
        assertThat(signIn(user("auditor"), PASSWORD).statusCode())
                .as("somebody else")
                .isEqualTo(303);
        clock.advance(WITHIN.minusMinutes(1));
        assertThat(signIn(name, PASSWORD).statusCode()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(1));
        assertThat(signIn(name, PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void rightPassword_inTime_forgetsTheWrongOnes() {
        var name = user("auditor");
        for (var round = 0; round < 2; round++) {
            for (var i = 0; i < 9; i++) {
                assertThat(signIn(name, "wrong horse " + i).statusCode()).isEqualTo(403);
            }
            assertThat(signIn(name, PASSWORD).statusCode()).isEqualTo(303);
        }
    }

    @Test
    void unknownName_isThrottledLikeAKnownOne() {
        var name = "n-" + UUID.randomUUID();
        for (var i = 0; i < 10; i++) {
            assertThat(signIn(name, PASSWORD).statusCode()).isEqualTo(403);
        }
        assertThat(signIn(name, PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void network_withManyNames_isThrottled() {
        var name = user("auditor");
        for (var i = 0; i < 50; i++) {
            assertThat(throttle.attempt("n" + i, HERE)).isEmpty();
        }
        assertThat(signIn(name, PASSWORD).statusCode()).isEqualTo(429);
        assertThat(throttle.attempt(name, new byte[] {4, 127, 0, 0, 2}))
                .as("from another network")
                .isEmpty();
    }

    @Test
    void name_fromManyNetworks_isThrottled() {
        var name = "n-" + UUID.randomUUID();
        for (var i = 0; i < 100; i++) {
            assertThat(throttle.attempt(name, new byte[] {4, 10, 0, 0, (byte) i}))
                    .isEmpty();
        }
        assertThat(throttle.attempt(name, new byte[] {4, 10, 0, 1, 0})).isPresent();
    }

    @Test
    void attemptsAtOnce_areNoMoreThanOneAfterAnother() {
        var name = "n-" + UUID.randomUUID();
        var taken = IntStream.range(0, 40)
                .parallel()
                .filter(i -> throttle.attempt(name, HERE).isEmpty())
                .count();
        assertThat(taken).isEqualTo(10);
    }

    @Test
    void whatIsKept_namesNobody_andIsForgotten() throws SQLException {
        var name = "n-" + UUID.randomUUID();
        throttle.attempt(name, HERE);
        assertThat(rows()).isGreaterThanOrEqualTo(3);
        clock.advance(WITHIN);
        throttle.attempt(name, HERE);
        assertThat(rows()).isEqualTo(3);
    }

    private int rows() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("SELECT count(*) FROM sign_in_attempt WHERE length(key) = 32");
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
