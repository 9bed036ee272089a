package io.fortyeight.notify.outbox;

import static io.fortyeight.TestContests.TWO_DAYS;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.epoch;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.without;
import static io.fortyeight.TestJob.CLOSE_SWEEP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.lifecycle.ContestLifecycle;
import io.fortyeight.web.http.Instants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class OutboxTest {

    private static final Instant FAR = Instant.parse("2093-12-17T00:00:00Z");

    @Inject
    ContestLifecycle lifecycle;

    @Inject
    ContestDirectory directory;

    @Inject
    Outbox outbox;

    @Inject
    ClosingWarnings warnings;

    @Inject
    MovableClock clock;

    @Test
    void steps_areToldOnceEach_inOrder() {
        var slug = contest(FAR, TWO_DAYS, "null");
        organizer()
                .body("{\"announcesAt\":\"2094-01-01T00:00\"}")
                .patch("/api/contests/" + slug)
                .then()
                .statusCode(200);
        var id = id(slug);
        lifecycle.open(id);
        lifecycle.open(id);
        lifecycle.beginClosing(id);
        lifecycle.hold(id, epoch(), "One");
        lifecycle.hold(id, epoch(), "Not held twice at once");
        lifecycle.release(id, "ops", "Tried again");
        lifecycle.hold(id, epoch(), "Two");
        lifecycle.release(id, "ops", "Tried again");
        var certifiedAt = now();
        lifecycle.certify(id, epoch(), certifiedAt, "{\"standings\":[]}");
        lifecycle.announce(id);
        assertThat(types(id))
                .containsExactly(
                        "contest.opened",
                        "contest.closed",
                        "contest.held",
                        "contest.held",
                        "contest.certified",
                        "contest.announced");
        var events = events(id);
        assertThat(json(events.get(3).payload()).at("/data/reason").asText()).isEqualTo("Two");
        var certified = json(events.get(4).payload());
        assertThat(certified.path("timestamp").asText())
                .isEqualTo(Instants.text(events.get(4).occurredAt()));
        assertThat(without(certified, "timestamp")).isEqualTo(json("""
                {"type":"contest.certified","data":{"contest":"%1$s","name":"A contest","zone":"UTC",
                 "opensAt":"2093-12-17T00:00:00.000Z","closesAt":"2093-12-19T00:00:00.000Z",
                 "announcesAt":"2094-01-01T00:00:00.000Z","certifiedAt":"%2$s",
                 "resultUrl":"/api/contests/%1$s/result"}}""".formatted(slug, Instants.text(certifiedAt))));
    }

    @Test
    void stepThatIsUndone_isNotTold() {
        var id = id(contest(FAR, TWO_DAYS, "null"));
        FailingObserver.FAILING.add(id);
        assertThatThrownBy(() -> lifecycle.open(id)).hasStackTraceContaining("meant to fail");
        directory.refresh();
        assertThat(directory.find(id).orElseThrow().storedState()).isEqualTo(ContestState.SCHEDULED);
        assertThat(types(id)).isEmpty();
        FailingObserver.FAILING.remove(id);
        assertThat(lifecycle.open(id)).isTrue();
        assertThat(types(id)).containsExactly("contest.opened");
    }

    @Test
    void step_triedByManyAtOnce_isToldOnce() throws Exception {
        var id = id(contest(FAR, TWO_DAYS, "null"));
        var callers = Executors.newFixedThreadPool(8);
        try {
            callers.invokeAll(Collections.<Callable<Boolean>>nCopies(8, () -> lifecycle.open(id)));
        } finally {
            callers.shutdown();
        }
        assertThat(types(id)).containsExactly("contest.opened");
    }

    @Test
    void heldReason_ofAnyLength_leavesThePayloadBelow20KB() {
        for (var piece : List.of("\u0001", "\ud83c\udfc6", "한")) {
            var id = id(contest(FAR, TWO_DAYS, "null"));
            lifecycle.open(id);
            lifecycle.beginClosing(id);
            lifecycle.hold(id, epoch(), "x" + piece.repeat(20_000));
            var payload = events(id).get(2).payload();
            assertThat(payload.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(20_000);
            assertThat(json(payload).at("/data/reason").asText())
                    .startsWith("x" + piece)
                    .endsWith(piece + "...");
        }
    }

    @Test
    void contestInThePast_opensUntold() {
        var id = id(contest(Instant.parse("2013-12-17T05:00:00Z"), TWO_DAYS, "null"));
        assertThat(types(id)).isEmpty();
        lifecycle.beginClosing(id);
        CLOSE_SWEEP.until(() -> types(id), told -> told.contains("contest.announced"));
        assertThat(types(id)).containsExactly("contest.closed", "contest.certified", "contest.announced");
    }

    @Test
    void warnings_comeOnceEach_asTheCloseComesNearer() {
        var id = opened(Duration.ofMinutes(10), Duration.ofMinutes(61));
        sweepTwice();
        assertThat(types(id)).containsExactly("contest.opened");
        clock.advance(Duration.ofMinutes(2));
        sweepTwice();
        assertThat(minutesLeft(id)).containsExactly(59);
        clock.advance(Duration.ofMinutes(45));
        sweepTwice();
        assertThat(minutesLeft(id)).containsExactly(59, 14);
        clock.advance(Duration.ofMinutes(10));
        sweepTwice();
        assertThat(minutesLeft(id)).containsExactly(59, 14, 4);
        clock.advance(Duration.ofMinutes(5));
        sweepTwice();
        CLOSE_SWEEP.until(() -> types(id), told -> told.contains("contest.announced"));
        assertThat(types(id))
                .containsExactly(
                        "contest.opened",
                        "contest.closing",
                        "contest.closing",
                        "contest.closing",
                        "contest.closed",
                        "contest.certified",
                        "contest.announced");
    }

    @Test
    void lateSweep_warnsOnce_andNotOfWhatIsFurtherAway() {
        var id = opened(Duration.ofHours(2), Duration.ofMinutes(10));
        sweepTwice();
        assertThat(minutesLeft(id)).hasSize(1).first().isIn(9, 10);
        outbox.warn(new ClosingWarning(id, Duration.ofMinutes(60)), clock.instant());
        assertThat(minutesLeft(id)).as("a clock that went back").hasSize(1);
    }

    @Test
    void windowOfTenMinutes_isNotWarnedOfBeforeItOpens() {
        var id = opened(Duration.ofSeconds(1), Duration.ofMinutes(10));
        sweepTwice();
        assertThat(types(id)).containsExactly("contest.opened");
    }

    @Test
    void warning_ofAContestThatIsNotOpen_isLeftOut() {
        var id = id(contest(FAR, TWO_DAYS, "null"));
        outbox.warn(new ClosingWarning(id, Duration.ofMinutes(5)), clock.instant());
        lifecycle.open(id);
        lifecycle.beginClosing(id);
        outbox.warn(new ClosingWarning(id, Duration.ofMinutes(5)), clock.instant());
        lifecycle.hold(id, epoch(), "The test is over");
        assertThat(types(id)).containsExactly("contest.opened", "contest.closed", "contest.held");
    }

    /** A contest that opened some time ago and closes after some more; its first event is there. */
    private int opened(Duration ago, Duration left) {
        var id = id(contest(now().minus(ago), ago.plus(left), "null"));
        CLOSE_SWEEP.run();
        return id;
    }

    private void sweepTwice() {
        warnings.sweep();
        warnings.sweep();
    }

    private int id(String slug) {
        return directory.find(slug).orElseThrow().id();
    }

    /** The oldest first. */
    private List<OutboxEvent> events(int id) {
        var events = new ArrayList<>(outbox.newest(id, 100));
        Collections.reverse(events);
        return events;
    }

    private List<String> types(int id) {
        return events(id).stream().map(event -> event.type().jsonName()).toList();
    }

    private List<Integer> minutesLeft(int id) {
        return events(id).stream()
                .filter(event -> event.type() == EventType.CLOSING)
                .map(event -> json(event.payload()).at("/data/minutesLeft").asInt())
                .toList();
    }
}
