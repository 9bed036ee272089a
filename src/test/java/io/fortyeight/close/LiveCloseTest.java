package io.fortyeight.close;

import static io.fortyeight.TestContests.awaitState;
import static io.fortyeight.TestContests.close;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.ping;
import static io.fortyeight.TestContests.recount;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestContests.withCampaigns;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.DatabaseResource;
import io.fortyeight.TestContests;
import io.fortyeight.TestJob;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A whole contest of five seconds under load: it opens, counts, closes and certifies by itself. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class LiveCloseTest {

    private static final int CONNECTIONS = 32;
    private static final int VISITORS = 4_000;
    private static final Duration WINDOW = Duration.ofSeconds(5);

    /** How long pings go on after the window has closed. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(1);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<JsonNode> answers = new ConcurrentLinkedQueue<>();

    @Test
    void contestOfFiveSeconds_underLoad_closesOnce_andLosesNothing() throws Exception {
        var opensAt = now().plusSeconds(1);
        var closesAt = opensAt.plus(WINDOW);
        var contest = withCampaigns(contest(opensAt, WINDOW, """
                {"preset":"fair-48h","network":null,"cap":{"slot":"PT2S","max":1},
                 "repeat":{"mode":"first_touch","within":"PT1S"}}"""), "a", "b", "c");
        var pinging = CompletableFuture.allOf(IntStream.range(0, CONNECTIONS)
                .mapToObj(connection -> pingUntil(closesAt.plus(AFTERWARDS), contest, new SplittableRandom(connection)))
                .toArray(CompletableFuture[]::new));
        try (var sweeping = TestJob.repeat(TestJob.CLOSE_SWEEP)) {
            pinging.get(60, TimeUnit.SECONDS);
        }
        awaitState(contest, "announced");

        var entries = ledger(contest);
        assertJudgedByTheirTime(entries, opensAt, closesAt);
        assertAcknowledgedAreThere(entries);
        assertResultHolds(contest, entries, closesAt);
        assertOver(contest, entries);
    }

    /** The next ping is sent when the last was answered. */
    private CompletableFuture<Void> pingUntil(Instant end, String contest, SplittableRandom random) {
        if (!now().isBefore(end)) {
            return CompletableFuture.completedFuture(null);
        }
        var body = view(contest, String.valueOf((char) ('a' + random.nextInt(3))), "v" + random.nextInt(VISITORS))
                .replace("}", ",\"id\":\"" + UUID.randomUUID() + "\"}");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/pings"))
                .header("Content-Type", "application/json")
                .header("User-Agent", TestContests.BROWSER)
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString())
                .thenAccept(this::keep)
                .thenComposeAsync(kept -> pingUntil(end, contest, random));
    }

    private void keep(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        answers.add(json(answer.body()));
    }

    private static void assertJudgedByTheirTime(List<JsonNode> entries, Instant opensAt, Instant closesAt) {
        assertThat(entries)
                .map(entry -> entry.path("sequence").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, entries.size()).boxed().toList());
        assertThat(entries).map(entry -> entry.path("receivedAt").asText()).isSorted();
        var byVerdict = new TreeMap<String, Integer>();
        for (var entry : entries) {
            var receivedAt = Instant.parse(entry.path("receivedAt").asText());
            var verdict = entry.path("verdict").asText();
            byVerdict.merge(verdict, 1, Integer::sum);
            if (receivedAt.isBefore(opensAt)) {
                assertThat(verdict).as(entry.toString()).isEqualTo("early");
            } else if (receivedAt.isBefore(closesAt)) {
                assertThat(verdict).as(entry.toString()).isIn("counted", "repeat", "capped");
            } else {
                assertThat(verdict).as(entry.toString()).isEqualTo("late");
            }
        }
        assertThat(byVerdict).containsKeys("counted", "repeat", "capped", "late");
        assertThat(byVerdict.get("counted")).isGreaterThan(100);
    }

    private void assertAcknowledgedAreThere(List<JsonNode> entries) {
        var withReceipt =
                answers.stream().filter(answer -> answer.has("receipt")).toList();
        assertThat(withReceipt).as("one entry for each, and none for nobody").hasSameSizeAs(entries);
        for (var answer : withReceipt) {
            var receipt = answer.path("receipt").asText().split("\\.");
            assertThat(receipt[0]).isEqualTo("0");
            var entry = entries.get(Integer.parseInt(receipt[1]) - 1);
            assertThat(answer.path("reason").asText("counted"))
                    .isEqualTo(entry.path("verdict").asText());
        }
        assertThat(answers.stream().filter(answer -> !answer.has("receipt"))).allSatisfy(answer -> assertThat(answer)
                .isEqualTo(json("{\"verdict\":\"discounted\",\"reason\":\"late\"}")));
    }

    private static void assertResultHolds(String contest, List<JsonNode> entries, Instant closesAt) {
        var result = get("/api/contests/" + contest + "/result");
        assertThat(Instant.parse(result.path("certifiedAt").asText())).isAfterOrEqualTo(closesAt);
        assertThat(result.path("shed").asLong(-1)).isZero();
        assertThat(result.path("refused").asLong(-1)).isZero();
        var last = result.at("/partitions/0/lastSequence").asInt();
        assertThat(entries.subList(last, entries.size()))
                .allSatisfy(entry -> assertThat(entry.path("verdict").asText()).isEqualTo("late"));
        assertThat(sums(result.path("tally"))).isEqualTo(naiveSums(entries.subList(0, last)));
        var leaderboard = get("/api/contests/" + contest + "/leaderboard");
        assertThat(leaderboard.path("final").asBoolean()).isTrue();
        assertThat(leaderboard.path("standings")).isEqualTo(result.path("standings"));
        var recount = recount(contest);
        assertThat(recount.path("agrees").asBoolean()).as(recount.toString()).isTrue();
        assertThat(recount.path("pings").asInt()).isEqualTo(entries.size());
    }

    private static void assertOver(String contest, List<JsonNode> entries) {
        var result = given().get("/api/contests/" + contest + "/result").asByteArray();
        close(contest).then().statusCode(202);
        assertThat(json(ping(view(contest, "a", "v1"))))
                .isEqualTo(json("{\"verdict\":\"discounted\",\"reason\":\"late\"}"));
        assertThat(ledger(contest)).hasSameSizeAs(entries);
        assertThat(given().get("/api/contests/" + contest + "/result").asByteArray())
                .isEqualTo(result);
    }

    private static Map<String, Long> sums(JsonNode tally) {
        var sums = new TreeMap<String, Long>();
        tally.forEach(line -> sums.put(
                line.path("campaign").asText() + " " + line.path("verdict").asText(),
                line.path("count").asLong()));
        return sums;
    }

    private static Map<String, Long> naiveSums(List<JsonNode> entries) {
        var sums = new TreeMap<String, Long>();
        entries.forEach(entry -> sums.merge(
                entry.path("campaign").asText() + " " + entry.path("verdict").asText(), 1L, Long::sum));
        return sums;
    }
}
