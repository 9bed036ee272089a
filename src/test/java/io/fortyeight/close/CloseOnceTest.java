package io.fortyeight.close;

import static io.fortyeight.TestContests.awaitState;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.imported;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestContests.withCampaigns;
import static io.fortyeight.TestJob.CLOSE_SWEEP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.fortyeight.TestContests;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.lifecycle.StateChange;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A close happens once, and at its time, however the scheduler and the clock behave. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class CloseOnceTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<ContestState> ONCE_EACH =
            List.of(ContestState.OPEN, ContestState.CLOSING, ContestState.CERTIFIED, ContestState.ANNOUNCED);

    /** Every step that any contest has made. */
    @Singleton
    static class Steps {

        private final Queue<StateChange> made = new ConcurrentLinkedQueue<>();

        void record(@Observes StateChange change) {
            made.add(change);
        }

        List<ContestState> of(int contestId) {
            return made.stream()
                    .filter(change -> change.contestId() == contestId)
                    .map(StateChange::to)
                    .toList();
        }
    }

    @Inject
    Steps steps;

    @Inject
    CloseSweep sweep;

    @Inject
    MovableClock clock;

    @Inject
    ContestDirectory directory;

    @Test
    void sweepsAllAtOnce_closeOnce() throws Exception {
        var contest = running(MINUTE);
        assertThat(verdict(view(contest, "a", "v"))).isEqualTo("counted");
        clock.advance(MINUTE);
        var sweeps = Executors.newFixedThreadPool(8);
        try {
            for (var sweeping : sweeps.invokeAll(IntStream.range(0, 64)
                    .mapToObj(each -> Executors.callable(sweep::sweep))
                    .toList())) {
                sweeping.get();
            }
        } finally {
            sweeps.shutdown();
        }
        assertClosedOnce(contest);
    }

    @Test
    void schedulerThatNeverFires_letsNothingIn_andCatchesUp() {
        var contest = running(MINUTE);
        assertThat(verdict(view(contest, "a", "v1"))).isEqualTo("counted");
        sweep.sweep();
        clock.advance(MINUTE);
        assertThat(verdict(view(contest, "a", "v2"))).isEqualTo("late");
        assertThat(get("/api/contests/" + contest).path("state").asText()).isEqualTo("closing");
        assertThat(steps.of(id(contest))).containsExactly(ContestState.OPEN);
        assertClosedOnce(contest);
        assertThat(counted(contest)).isEqualTo(1);
    }

    @Test
    void clockSetForthAndBackAroundTheEnd_closesOnce_andOpensNoMore() {
        var contest = running(Duration.ofMinutes(2));
        clock.advance(Duration.ofSeconds(90));
        assertThat(verdict(view(contest, "a", "v1"))).isEqualTo("counted");
        clock.advance(MINUTE);
        assertThat(verdict(view(contest, "a", "v2"))).isEqualTo("late");
        clock.stepBack(MINUTE);
        try {
            assertThat(verdict(view(contest, "a", "v3"))).isEqualTo("late");
            assertClosedOnce(contest);
            assertThat(verdict(view(contest, "a", "v4"))).isEqualTo("late");
        } finally {
            clock.advance(MINUTE);
        }
        assertClosedOnce(contest);
        assertThat(counted(contest)).isEqualTo(1);
    }

    @Test
    void clockSetBackBeforeTheEnd_keepsCounting_andClosesNotBeforeItsTime() {
        var contest = running(Duration.ofMinutes(2));
        clock.advance(Duration.ofSeconds(90));
        assertThat(verdict(view(contest, "a", "v1"))).isEqualTo("counted");
        var before = now();
        clock.stepBack(MINUTE);
        try {
            assertThat(verdict(view(contest, "a", "v2"))).isEqualTo("counted");
            sweep.sweep();
            assertThat(steps.of(id(contest))).containsExactly(ContestState.OPEN);
        } finally {
            clock.advance(MINUTE);
        }
        assertThat(ledger(contest))
                .map(entry -> Instant.parse(entry.path("receivedAt").asText()))
                .isSorted()
                .last()
                .satisfies(stamp -> assertThat(stamp).isAfterOrEqualTo(before.minusSeconds(1)));
        clock.advance(MINUTE);
        assertThat(verdict(view(contest, "a", "v3"))).isEqualTo("late");
        assertClosedOnce(contest);
        assertThat(counted(contest)).isEqualTo(2);
    }

    /** As long as two clock faces, and an hour longer than they say: New York set its clocks back in it. */
    @Test
    void clockChangeInTheWindow_movesTheEndByNoMillisecond() {
        var contest = "t-" + UUID.randomUUID();
        organizer().body("""
                        {"slug":"%s","name":"Autumn","zone":"America/New_York","opensAt":"2025-11-01T12:00",
                         "closesAt":"2025-11-03T12:00","rules":{"preset":"raw"}}""".formatted(contest)).post("/api/contests").then().statusCode(201);
        withCampaigns(contest, "a");
        var report = imported(contest, "ndjson", """
                {"at":"2025-11-01T15:59:59.999Z","kind":"view","campaign":"a","visitor":"v1"}
                {"at":"2025-11-01T16:00:00.000Z","kind":"view","campaign":"a","visitor":"v2"}
                {"at":"2025-11-02T06:30:00.000Z","kind":"view","campaign":"a","visitor":"v3"}
                {"at":"2025-11-03T16:00:00.000Z","kind":"view","campaign":"a","visitor":"v4"}
                {"at":"2025-11-03T16:59:59.999Z","kind":"view","campaign":"a","visitor":"v5"}
                {"at":"2025-11-03T17:00:00.000Z","kind":"view","campaign":"a","visitor":"v6"}
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(report.path("verdicts")).isEqualTo(json("{\"early\":1,\"counted\":4,\"late\":1}"));
        var result = TestContests.certified(contest);
        assertThat(result.path("closesAt").asText()).isEqualTo("2025-11-03T17:00:00.000Z");
        assertThat(result.at("/standings/0/counted").asLong()).isEqualTo(4);
    }

    @Test
    void windowOfOneSecond_opensCountsAndCloses() {
        var opensAt = now().plus(MINUTE);
        var contest = withCampaigns(contest(opensAt, Duration.ofSeconds(1), "{\"preset\":\"raw\"}"), "a");
        var verdicts = new ArrayList<>(List.of(verdict(view(contest, "a", "v"))));
        assertThat(verdicts).containsExactly("early");
        clock.advance(Duration.between(now(), opensAt));
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    verdicts.add(verdict(view(contest, "a", "v")));
                    return verdicts.get(verdicts.size() - 1).equals("late");
                });
        assertClosedOnce(contest);
        assertThat(verdicts).contains("counted");
        assertThat(counted(contest))
                .isEqualTo(verdicts.stream().filter("counted"::equals).count());
    }

    @Test
    void hundredContestsThatEndTogether_areAllCertifiedWithinThirtySeconds() {
        var contests = IntStream.range(0, 100)
                .parallel()
                .mapToObj(each -> running(HOUR))
                .peek(contest -> assertThat(verdict(view(contest, "a", "v"))).isEqualTo("counted"))
                .toList();
        clock.advance(HOUR);
        CLOSE_SWEEP.untilAsserted(() -> assertThat(contests)
                .allMatch(contest -> directory.find(contest).orElseThrow().storedState() == ContestState.ANNOUNCED));
        assertThat(contests)
                .allSatisfy(contest -> assertThat(steps.of(id(contest))).isEqualTo(ONCE_EACH));
    }

    private static String running(Duration left) {
        return withCampaigns(contest(now().minus(HOUR), HOUR.plus(left), "{\"preset\":\"fair-48h\"}"), "a");
    }

    private void assertClosedOnce(String contest) {
        awaitState(contest, "announced");
        CLOSE_SWEEP.untilAsserted(() -> assertThat(steps.of(id(contest)))
                .containsExactly(
                        ContestState.OPEN, ContestState.CLOSING, ContestState.CERTIFIED, ContestState.ANNOUNCED));
    }

    private static long counted(String contest) {
        return get("/api/contests/" + contest + "/result")
                .at("/standings/0/counted")
                .asLong();
    }

    private int id(String contest) {
        return directory.find(contest).orElseThrow().id();
    }
}
