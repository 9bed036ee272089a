package io.fortyeight.notify.webhook;

import static io.fortyeight.TestContests.TWO_DAYS;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.epoch;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.organizer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.lifecycle.ContestLifecycle;
import io.fortyeight.notify.outbox.Outbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events on their way to an endpoint on loopback. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class WebhookDeliveryTest {

    private static final Instant FAR = Instant.parse("2093-12-17T00:00:00Z");

    /** More than the longest stretch of a delay that is asked for. */
    private static final double STRETCHED = 1.11;

    @Inject
    ContestLifecycle lifecycle;

    @Inject
    ContestDirectory directory;

    @Inject
    Outbox outbox;

    @Inject
    WebhookDispatch dispatch;

    @Inject
    FanOut fanOut;

    @Inject
    DeliveryQueue queue;

    @Inject
    Deliveries deliveries;

    @Inject
    MovableClock clock;

    private Receiver receiver;
    private String slug;
    private int contestId;

    @BeforeEach
    void createContest() throws IOException {
        receiver = new Receiver();
        slug = contest(FAR, TWO_DAYS, "null");
        organizer()
                .body("{\"announcesAt\":\"2094-01-01T00:00\"}")
                .patch("/api/contests/" + slug)
                .then()
                .statusCode(200);
        contestId = directory.find(slug).orElseThrow().id();
    }

    @AfterEach
    void stopReceiver() {
        receiver.close();
    }

    @Test
    void events_areDeliveredOnceEach_asStored_toThoseWhoWantThem() throws Exception {
        var all = register("");
        var some = register(",\"events\":[\"contest.certified\"]");
        lifecycle.open(contestId);
        lifecycle.beginClosing(contestId);
        lifecycle.certify(contestId, epoch(), clock.instant(), "{}");
        var events = outbox.newest(contestId, 10);
        assertThat(events).hasSize(3);
        awaitLog(all, log -> log.size() == 3 && states(log).stream().allMatch("delivered"::equals));
        awaitLog(some, log -> log.size() == 1 && states(log).equals(List.of("delivered")));
        for (var sweep = 0; sweep < 3; sweep++) {
            dispatch.sweep();
        }
        assertThat(receiver.received).hasSize(4);
        for (var event : events) {
            var sent = receiver.received.stream()
                    .filter(received ->
                            received.header("webhook-id").equals(event.id().toString()))
                    .toList();
            assertThat(sent).hasSize(event.type().jsonName().equals("contest.certified") ? 2 : 1);
            assertThat(sent).allSatisfy(received -> assertThat(received.body()).isEqualTo(event.payload()));
        }
        var attempt = log(some).get(0).path("attempts");
        assertThat(attempt).hasSize(1);
        assertThat(attempt.get(0).path("status").asInt()).isEqualTo(200);
        assertThat(attempt.get(0).path("answer").asText()).isEqualTo("thanks");
        assertThat(attempt.get(0).has("durationMillis")).isTrue();
        assertThat(log(some).get(0).has("nextAttemptAt")).isFalse();
    }

    @Test
    void event_takenByManyAtOnce_isDeliveredOnce() throws Exception {
        var webhook = register("");
        lifecycle.open(contestId);
        var callers = Executors.newFixedThreadPool(8);
        try {
            for (var taken : callers.invokeAll(Collections.<Callable<Boolean>>nCopies(16, fanOut::next))) {
                taken.get();
            }
        } finally {
            callers.shutdown();
        }
        awaitLog(webhook, log -> states(log).equals(List.of("delivered")));
        assertThat(receiver.received).hasSize(1);
    }

    /** The clock of these tests has moved on, so what the reference library signs is compared; see also SenderTest. */
    @Test
    void rotation_signsWithBothSecrets_untilTheFormerExpires() throws Exception {
        var webhook = register("");
        var rotated = json(organizer().post(webhook.location + "/secrets"));
        var newest = rotated.path("secret").asText();
        test(webhook);
        awaitReceived(1);
        assertThat(signatures(0)).containsExactly(reference(newest, 0), reference(webhook.secret, 0));
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        test(webhook);
        awaitReceived(2);
        assertThat(signatures(1)).containsExactly(reference(newest, 1));
    }

    @Test
    void failure_isTriedAgainByTheSchedule_untilItIsGivenUp_andCanBeRedelivered() {
        receiver.status = 500;
        receiver.answer = "no";
        var webhook = register("");
        test(webhook);
        var tries = 1;
        for (var delay : RetrySchedule.DELAYS) {
            var made = tries;
            var pending = awaitLog(webhook, log -> attempts(log) == made).get(0);
            assertThat(pending.path("state").asText()).isEqualTo("pending");
            var attemptedAt =
                    Instant.parse(pending.at("/attempts/" + (made - 1) + "/at").asText());
            var nextAttemptAt = Instant.parse(pending.path("nextAttemptAt").asText());
            assertThat(Duration.between(attemptedAt, nextAttemptAt))
                    .isBetween(delay, delay.plus(Duration.ofMillis((long) (delay.toMillis() * 0.1) + 2_000)));
            dispatch.sweep();
            assertThat(receiver.received).as("before it is due").hasSize(made);
            clock.advance(Duration.ofMillis((long) (delay.toMillis() * STRETCHED) + 1_000));
            tries++;
        }
        var all = tries;
        var failed = awaitLog(webhook, log -> attempts(log) == all).get(0);
        assertThat(all).isEqualTo(10);
        assertThat(failed.path("state").asText()).isEqualTo("failed");
        assertThat(failed.has("nextAttemptAt")).isFalse();
        assertThat(failed.at("/attempts/9/status").asInt()).isEqualTo(500);
        assertThat(receiver.received.stream().map(received -> received.header("webhook-id")))
                .containsOnly(failed.path("eventId").asText());

        receiver.status = 204;
        receiver.answer = "";
        redeliver(webhook, failed).then().statusCode(202);
        var delivered = awaitLog(webhook, log -> states(log).equals(List.of("delivered")))
                .get(0);
        assertThat(delivered.path("attempts")).hasSize(11);
        assertThat(receiver.received).hasSize(11);
        redeliver(webhook, failed).then().statusCode(202);
        awaitReceived(12);
    }

    @Test
    void endpointThatIsAway_getsTheEventWhenItIsBack() throws IOException {
        var port = receiver.port();
        var webhook = register("");
        receiver.close();
        test(webhook);
        var away = awaitLog(webhook, log -> attempts(log) == 1).get(0);
        assertThat(away.path("state").asText()).isEqualTo("pending");
        assertThat(away.at("/attempts/0/error").asText()).containsIgnoringCase("refused");
        assertThat(away.at("/attempts/0").has("status")).isFalse();
        assertThat(deliveries.backlogOf(contestId).pending()).isEqualTo(1);
        receiver = new Receiver(port);
        clock.advance(Duration.ofSeconds(6));
        awaitLog(webhook, log -> states(log).equals(List.of("delivered")));
        assertThat(receiver.received).hasSize(1);
    }

    @Test
    void redirect_isAFailure() {
        receiver.status = 307;
        receiver.headers = Map.of("Location", "/elsewhere");
        var webhook = register("");
        test(webhook);
        var log = awaitLog(webhook, lines -> attempts(lines) == 1).get(0);
        assertThat(log.path("state").asText()).isEqualTo("pending");
        assertThat(log.at("/attempts/0/status").asInt()).isEqualTo(307);
        assertThat(receiver.received).hasSize(1);
    }

    @Test
    void gone_disablesTheEndpoint() {
        receiver.status = 500;
        var webhook = register("");
        test(webhook);
        awaitLog(webhook, log -> attempts(log) == 1);
        receiver.status = 410;
        test(webhook);
        var log = awaitLog(webhook, lines -> states(lines).equals(List.of("failed", "failed")));
        assertThat(json(organizer().get(webhook.location)).has("disabledAt")).isTrue();
        lifecycle.open(contestId);
        dispatch.sweep();
        assertThat(log(webhook)).hasSize(2);
        organizer().post(webhook.location + "/test").then().statusCode(409);
        redeliver(webhook, log.get(0)).then().statusCode(409);
    }

    @Test
    void backlog_saysHowManyWait_andSinceWhen() {
        assertThat(deliveries.backlogOf(contestId)).isEqualTo(new Deliveries.Backlog(0, Duration.ZERO));
        receiver.status = 503;
        receiver.headers = Map.of("Retry-After", "7200");
        var webhook = register("");
        // Other tests' events, too, have their deliveries from now on.
        dispatch.sweep();
        var before = deliveries.backlog().pending();
        test(webhook);
        awaitLog(webhook, log -> attempts(log) == 1);
        clock.advance(Duration.ofHours(1));
        var backlog = deliveries.backlogOf(contestId);
        assertThat(backlog.pending()).isEqualTo(1);
        assertThat(backlog.oldestAge()).isBetween(Duration.ofHours(1), Duration.ofMinutes(61));
        assertThat(deliveries.backlog().pending()).isEqualTo(before + 1);
        dispatch.sweep();
        assertThat(log(webhook).get(0).path("attempts"))
                .as("before Retry-After")
                .hasSize(1);
    }

    @Test
    void delivery_isLeasedToOne_andAgainWhenThatOneIsGone() {
        receiver.status = 503;
        receiver.headers = Map.of("Retry-After", "60");
        var webhook = register("");
        test(webhook);
        awaitLog(webhook, log -> attempts(log) == 1);
        receiver.status = 200;
        clock.advance(Duration.ofSeconds(61));
        var mine = leased(webhook);
        assertThat(mine).as("due now").hasSize(1);
        assertThat(leased(webhook)).isEmpty();
        dispatch.sweep();
        assertThat(receiver.received).hasSize(1);
        clock.advance(Duration.ofSeconds(61));
        awaitLog(webhook, log -> states(log).equals(List.of("delivered")));
        // The first one wakes up, and has no say any more.
        mine.forEach(message -> queue.settle(message, clock.instant(), Duration.ZERO, Outcome.failed("late")));
        assertThat(states(log(webhook))).containsExactly("delivered");
    }

    /** Leases that this test takes from other endpoints lapse by themselves. */
    private List<Message> leased(Hook webhook) {
        return queue.lease(1_000).stream()
                .filter(message -> webhook.location.endsWith(message.webhookId().toString()))
                .toList();
    }

    private record Hook(String location, String secret) {}

    private Hook register(String more) {
        var answer = organizer()
                .body("{\"url\":\"" + receiver.url() + "\"" + more + "}")
                .post("/api/contests/" + slug + "/webhooks");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return new Hook(answer.header("Location"), json(answer).path("secret").asText());
    }

    private static void test(Hook webhook) {
        organizer().post(webhook.location + "/test").then().statusCode(202);
    }

    private static Response redeliver(Hook webhook, JsonNode delivery) {
        return organizer()
                .post(webhook.location + "/deliveries/" + delivery.path("id").asText() + "/redeliver");
    }

    private static JsonNode log(Hook webhook) {
        var answer = organizer().get(webhook.location + "/deliveries");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return json(answer);
    }

    private JsonNode awaitLog(Hook webhook, Predicate<JsonNode> condition) {
        return await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> {
                            dispatch.sweep();
                            return log(webhook);
                        },
                        condition);
    }

    private void awaitReceived(int number) {
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    dispatch.sweep();
                    return receiver.received.size() >= number;
                });
    }

    private static int attempts(JsonNode log) {
        return log.isEmpty() ? 0 : log.get(0).path("attempts").size();
    }

    private static List<String> states(JsonNode log) {
        var states = new ArrayList<String>();
        log.forEach(line -> states.add(line.path("state").asText()));
        return states;
    }

    private List<String> signatures(int number) {
        return List.of(receiver.received.get(number).header("webhook-signature").split(" "));
    }

    private String reference(String secret, int number) throws Exception {
        var received = receiver.received.get(number);
        return new com.standardwebhooks.Webhook(secret)
                .sign(
                        received.header("webhook-id"),
                        Long.parseLong(received.header("webhook-timestamp")),
                        received.body());
    }
}
