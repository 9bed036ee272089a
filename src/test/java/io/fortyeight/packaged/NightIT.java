package io.fortyeight.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import io.fortyeight.notify.webhook.Receiver;
import io.fortyeight.notify.webhook.Receiver.Received;
import io.fortyeight.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The night of the close, told as a story: everything that people live through, in half a minute, on two instances. */
class NightIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTEST = "night";
    private static final Duration OPENS_IN = Duration.ofSeconds(3);
    private static final Duration WINDOW = Duration.ofSeconds(16);
    private static final Duration WARNING = Duration.ofSeconds(12);
    private static final Duration UNTIL_ANNOUNCED = Duration.ofSeconds(10);

    private static EmbeddedDatabase database;

    private final List<String> receipts = new ArrayList<>();
    private PackagedApplication leader;
    private Instant closesAt;
    private Instant announcesAt;
    private String secret;

    @BeforeAll
    static void startDatabase() throws Exception {
        database = EmbeddedDatabase.start(PackagedApplication.freshFolder("night"), EmbeddedDatabase.ANY_PORT);
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        database.close();
    }

    @Test
    void nightOfTheClose_withTheLeaderKilledInTheMiddle() throws Exception {
        var settings = Map.of(
                "FORTYEIGHT_LEDGER_LEASE", "PT2S",
                "FORTYEIGHT_CLOSING_WARNINGS", WARNING.toString(),
                "FORTYEIGHT_WEBHOOKS_ALLOW_PRIVATE", "true");
        try (var receiver = new Receiver();
                var one = PackagedApplication.onDatabase(database.jdbcUrl(), database.username(), settings);
                var two = PackagedApplication.onDatabase(database.jdbcUrl(), database.username(), settings)) {
            leader = one.start();
            two.launch();
            Trial.until("the standby", two::isLive);

            organizerPrepares(receiver);
            awaitEvent(receiver, "contest.opened");
            fansPing();
            awaitEvent(receiver, "contest.closing");
            one.kill();
            Trial.until("taking over", two::isReady);
            leader = two;
            fansPing();
            assertCalendar();
            awaitEvent(receiver, "contest.certified");
            assertHeldBack();

            awaitEvent(receiver, "contest.announced");
            assertAnnounced();
            assertToldOnceEach(receiver);
        }
    }

    /** First for some hour, and for now when all is there: an instance just started may take seconds for that. */
    private void organizerPrepares(Receiver receiver) throws IOException {
        var someHour = times(Instant.now().plus(Duration.ofHours(1)));
        create("/api/contests", """
                {"slug":"%s","name":"The night","zone":"UTC","duration":"%s",%s,
                 "publishes":"announced","blackout":"PT5S","rules":{"preset":"fair-48h","network":null,"cap":null,
                 "repeat":{"mode":"first_touch","within":"PT1S"},"freeze":null}}""".formatted(CONTEST, WINDOW, someHour));
        for (var campaign : List.of("a", "b")) {
            create("/api/contests/" + CONTEST + "/campaigns", """
                    {"slug":"%s","title":"%s","pageUrl":"https://%s.example/"}""".formatted(campaign, campaign, campaign));
        }
        var webhook = create("/api/contests/" + CONTEST + "/webhooks", "{\"url\":\"" + receiver.url() + "\"}");
        secret = webhook.path("secret").asText();

        var moved = leader.patch(
                "/api/contests/" + CONTEST, "{" + times(Instant.now().plus(OPENS_IN)) + "}");
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    }

    /** From now on, those of the night; as members of a JSON object. */
    private String times(Instant start) {
        var opensAt = start.truncatedTo(ChronoUnit.SECONDS);
        closesAt = opensAt.plus(WINDOW);
        announcesAt = closesAt.plus(UNTIL_ANNOUNCED);
        return """
                "opensAt":"%s","announcesAt":"%s\"""".formatted(local(opensAt), local(announcesAt));
    }

    private static String local(Instant instant) {
        return instant.toString().replace("Z", "");
    }

    private JsonNode create(String path, String body) throws IOException {
        var answer = leader.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private void fansPing() throws Exception {
        try (var load = new PingLoad(leader, CONTEST, "a", "b").start(4)) {
            Trial.until("pings", () -> load.told().size() > 100);
            load.close();
            receipts.addAll(load.receipts());
        }
    }

    private void awaitEvent(Receiver receiver, String type) {
        Trial.until(type, () -> receiver.received.stream()
                .anyMatch(event -> type(event).equals(type)));
    }

    private static String type(Received event) {
        try {
            return JSON.readTree(event.body()).path("type").asText();
        } catch (IOException malformed) {
            throw new AssertionError(event.body(), malformed);
        }
    }

    private void assertCalendar() throws Exception {
        var calendar = new CalendarBuilder()
                .build(new StringReader(
                        leader.get("/contests/" + CONTEST + ".ics").body()));
        var starts = calendar.<VEvent>getComponents("VEVENT").stream()
                .map(event -> event.<DtStart<OffsetDateTime>>getRequiredProperty("DTSTART")
                        .getDate()
                        .toInstant())
                .toList();
        assertThat(starts).containsExactlyInAnyOrder(closesAt.minus(WINDOW), announcesAt);
    }

    /** Certified, and yet nobody can see it. */
    private void assertHeldBack() throws IOException {
        var missing = leader.get("/api/contests/" + CONTEST + "/result");
        var leaderboard = leader.json("/api/contests/" + CONTEST + "/leaderboard");
        assertThat(Instant.now()).as("this was seen in time").isBefore(announcesAt);
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains(announcesAt.toString().replace("Z", ".000Z"));
        assertThat(leaderboard.path("final").asBoolean(true)).isFalse();
        assertThat(Instant.parse(leaderboard.path("hiddenSince").asText())).isEqualTo(closesAt.minusSeconds(5));
    }

    private void assertAnnounced() throws IOException {
        var result = leader.json("/api/contests/" + CONTEST + "/result");
        assertThat(Instant.parse(result.path("certifiedAt").asText())).isBetween(closesAt, announcesAt);
        var last = result.at("/partitions/0/lastSequence").asLong();
        assertThat(receipts)
                .map(receipt -> Long.parseLong(receipt.split("\\.")[1]))
                .doesNotHaveDuplicates()
                .allMatch(sequence -> sequence <= last);
        var recount = JSON.readTree(
                leader.post("/api/contests/" + CONTEST + "/recount", "").body());
        assertThat(recount.path("agrees").asBoolean()).isTrue();
        assertThat(recount.path("pings").asLong()).isEqualTo(last).isGreaterThanOrEqualTo(receipts.size());
        assertThat(leader.json("/api/contests/" + CONTEST + "/leaderboard")
                        .path("final")
                        .asBoolean())
                .isTrue();
        assertThat(leader.get("/contests/" + CONTEST + ".atom").body()).contains("announced");
    }

    /** Deliveries may come twice when a sender dies; what they tell has happened once. */
    private void assertToldOnceEach(Receiver receiver) throws Exception {
        var types = new LinkedHashMap<String, String>();
        for (var event : receiver.received) {
            new Webhook(secret).verify(event.body(), HttpHeaders.of(event.headers(), (name, value) -> true));
            types.put(event.header("webhook-id"), type(event));
        }
        assertThat(types.values())
                .containsExactlyInAnyOrder(
                        "contest.opened",
                        "contest.closing",
                        "contest.closed",
                        "contest.certified",
                        "contest.announced");
    }
}
