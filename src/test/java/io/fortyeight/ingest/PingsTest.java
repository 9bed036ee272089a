package io.fortyeight.ingest;

import static io.fortyeight.TestContests.TWO_DAYS;
import static io.fortyeight.TestContests.browser;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestContests.ping;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestContests.withCampaigns;
import static io.fortyeight.TestContests.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.DatabaseResource;
import io.fortyeight.TestContests;
import io.fortyeight.web.http.Instants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PingsTest {

    private static final String FAIR = "{\"preset\":\"fair-48h\"}";
    private static final String RAW = "{\"preset\":\"raw\"}";
    private static final String CHAIN = "{\"preset\":\"counter-5.1\"}";
    private static final String DISCOUNTED = "{\"verdict\":\"discounted\",\"reason\":\"%s\"}";

    @Test
    void firstView_counts_andIsInTheLedger() {
        var contest = live(FAIR);
        var before = now();
        var answer = ping(view(contest, "a", "alice"));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.contentType()).startsWith("application/json");
        assertAnswer(answer, "{\"verdict\":\"counted\"}", 1);
        var entry = ledger(contest).get(0);
        assertThat(without(entry, "receivedAt", "visitor", "network")).isEqualTo(json("""
                {"partition":0,"sequence":1,"campaign":"a","kind":"view","verdict":"counted"}"""));
        assertThat(entry.path("visitor").textValue()).matches("[0-9a-f]{32}");
        assertThat(entry.path("network").textValue()).matches("[0-9a-f]{16}");
        assertThat(entry.path("receivedAt").textValue()).matches("[-0-9]{10}T[:0-9]{8}\\.\\d{3}Z");
        assertThat(receivedAt(entry)).isBetween(before, now());
    }

    @Test
    void secondViewAtOnce_isARepeat_andSaysWhenTheNextCounts() {
        var contest = live(CHAIN);
        ping(view(contest, "a", "alice"));
        var answer = ping(view(contest, "a", "alice"));
        var lastTouch = receivedAt(ledger(contest).get(1));
        assertAnswer(answer, """
                {"verdict":"discounted","reason":"repeat","countsAgainAt":"%s"}""".formatted(Instants.text(lastTouch.plusMillis(30_001))), 2);
    }

    @Test
    void repeat_underTheCap_countsAgainInTheNextSlot() {
        var opensAt = now().minus(Duration.ofMinutes(10));
        var contest = withCampaigns(contest(opensAt, TWO_DAYS, FAIR), "a");
        ping(view(contest, "a", "alice"));
        assertAnswer(
                ping(view(contest, "a", "alice")), """
                {"verdict":"discounted","reason":"repeat","countsAgainAt":"%s"}""".formatted(Instants.text(opensAt.plus(Duration.ofHours(1)))), 2);
    }

    @Test
    void viewBeyondTheCap_isCapped() {
        var opensAt = now().minus(Duration.ofMinutes(10));
        var rules = "{\"preset\":\"raw\",\"cap\":{\"slot\":\"PT2H\",\"max\":2}}";
        var contest = withCampaigns(contest(opensAt, TWO_DAYS, rules), "a");
        assertThat(List.of(verdict(view(contest, "a", "alice")), verdict(view(contest, "a", "alice"))))
                .containsExactly("counted", "counted");
        assertAnswer(
                ping(view(contest, "a", "alice")), """
                {"verdict":"discounted","reason":"capped","countsAgainAt":"%s"}""".formatted(Instants.text(opensAt.plus(Duration.ofHours(2)))), 3);
    }

    @Test
    void countsAgainAt_thatIsNotBeforeTheClose_isLeftOut() {
        var rules = "{\"preset\":\"raw\",\"cap\":{\"slot\":\"PT1H\",\"max\":1}}";
        var contest = withCampaigns(contest(now().minusSeconds(60), Duration.ofHours(1), rules), "a");
        ping(view(contest, "a", "alice"));
        assertAnswer(ping(view(contest, "a", "alice")), DISCOUNTED.formatted("capped"), 2);
    }

    @Test
    void visitorBeyondTheFreeze_isFrozenInTheWholeContest() {
        var contest = live("{\"preset\":\"raw\",\"freeze\":{\"pings\":3,\"within\":\"PT10M\",\"lasts\":\"PT2H\"}}");
        for (var i = 0; i < 3; i++) {
            assertThat(verdict(view(contest, "a", "alice"))).isEqualTo("counted");
        }
        var fourth = ping(view(contest, "a", "alice"));
        var frozenUntil = receivedAt(ledger(contest).get(3)).plus(Duration.ofHours(2));
        var frozen = """
                {"verdict":"discounted","reason":"frozen","countsAgainAt":"%s"}""".formatted(Instants.text(frozenUntil));
        assertAnswer(fourth, frozen, 4);
        assertAnswer(ping(view(contest, "b", "alice")), frozen, 5);
        assertThat(verdict(view(contest, "b", "bob"))).isEqualTo("counted");
    }

    @Test
    void networkBeyondItsAllowance_isCrowded() {
        var opensAt = now().minus(Duration.ofMinutes(10));
        var rules = "{\"preset\":\"raw\",\"network\":{\"slot\":\"PT3H\",\"max\":2}}";
        var contest = withCampaigns(contest(opensAt, TWO_DAYS, rules), "a", "b");
        ping(view(contest, "a", "v1"));
        ping(view(contest, "a", "v2"));
        assertAnswer(
                ping(view(contest, "a", "v3")), """
                {"verdict":"discounted","reason":"crowded","countsAgainAt":"%s"}""".formatted(Instants.text(opensAt.plus(Duration.ofHours(3)))), 3);
        assertThat(verdict(view(contest, "b", "v3"))).isEqualTo("counted");
    }

    @Test
    void viewBeforeTheWindow_isEarly() {
        var opensAt = now().plus(Duration.ofHours(3));
        var contest = withCampaigns(contest(opensAt, TWO_DAYS, FAIR), "a");
        assertAnswer(ping(view(contest, "a", "alice")), """
                {"verdict":"discounted","reason":"early","countsAgainAt":"%s"}""".formatted(Instants.text(opensAt)), 1);
    }

    @Test
    void viewAfterTheWindow_isLate() {
        var contest = past(FAIR);
        assertAnswer(ping(view(contest, "a", "alice")), DISCOUNTED.formatted("late"), 1);
        assertThat(ledger(contest)).hasSize(1);
    }

    @Test
    void robot_isDiscounted_andDoesNotStandInItsVisitorsWay() {
        var contest = live(FAIR);
        var robot = browser(TestContests.ROBOT)
                .contentType("application/json")
                .body(view(contest, "a", "alice"))
                .post("/api/pings");
        assertAnswer(robot, DISCOUNTED.formatted("robot"), 1);
        assertThat(verdict(view(contest, "a", "alice"))).isEqualTo("counted");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Purpose, prefetch",
        "Sec-Purpose, prefetch;prerender",
        "Purpose, prefetch",
        "Purpose, preview",
        "X-Purpose, preview",
        "X-Moz, prefetch"
    })
    void prefetch_isARobot(String header, String value) {
        var contest = live(FAIR);
        var answer = browser()
                .header(header, value)
                .contentType("application/json")
                .body(view(contest, "a", "alice"))
                .post("/api/pings");
        assertAnswer(answer, DISCOUNTED.formatted("robot"), 1);
    }

    @Test
    void share_isCountedByPlatform() {
        var contest = live(FAIR);
        var share = """
                {"contest":"%s","campaign":"a","kind":"share","platform":"%s","visitor":"alice"}""";
        assertThat(List.of(
                        verdict(share.formatted(contest, "kakaotalk")),
                        verdict(share.formatted(contest, "kakaotalk")),
                        verdict(share.formatted(contest, "twitter")),
                        verdict(view(contest, "a", "alice"))))
                .containsExactly("counted", "repeat", "counted", "counted");
        assertThat(ledger(contest))
                .map(entry -> entry.path("kind").asText() + " "
                        + entry.path("platform").asText("-"))
                .containsExactly("share kakaotalk", "share kakaotalk", "share twitter", "view -");
    }

    @Test
    void platformOfAView_isIgnored() {
        var contest = live(FAIR);
        var body = """
                {"contest":"%s","campaign":"a","kind":"view","platform":"%s","visitor":"alice"}""";
        assertThat(List.of(
                        verdict(body.formatted(contest, "twitter")), verdict(body.formatted(contest, "no-such-place"))))
                .containsExactly("counted", "repeat");
        assertThat(ledger(contest))
                .allSatisfy(entry -> assertThat(entry.has("platform")).isFalse());
    }

    @Test
    void visitor_isItsIdOrElseNetworkAndUserAgent() {
        var contest = live(FAIR);
        var absent = "{\"contest\":\"%s\",\"campaign\":\"a\",\"kind\":\"view\"}".formatted(contest);
        var other = browser(TestContests.BROWSER + " Other/1");
        assertThat(List.of(
                        verdict(view(contest, "a", "alice")),
                        verdict(view(contest, "a", "bob")),
                        verdict(absent),
                        verdict(absent),
                        verdict(view(contest, "a", "")),
                        verdict(absent.replace("}", ",\"visitor\":null}"))))
                .containsExactly("counted", "counted", "counted", "repeat", "repeat", "repeat");
        assertAnswer(
                other.contentType("application/json").body(absent).post("/api/pings"), "{\"verdict\":\"counted\"}", 7);
        assertThat(ledger(contest))
                .map(entry -> entry.path("network").asText())
                .as("all from one address")
                .containsOnly(ledger(contest).get(0).path("network").asText());
    }

    @Test
    void forwardedAddresses_withoutATrustedProxy_areNotBelieved() {
        var contest = live(RAW);
        var body = "{\"contest\":\"%s\",\"campaign\":\"a\",\"kind\":\"view\"}".formatted(contest);
        ping(body).then().statusCode(202);
        for (var header : List.of("X-Forwarded-For", "Forwarded", "X-Real-IP")) {
            browser()
                    .header(header, header.equals("Forwarded") ? "for=203.0.113.7" : "203.0.113.7")
                    .contentType("application/json")
                    .body(body)
                    .post("/api/pings")
                    .then()
                    .statusCode(202);
        }
        var first = ledger(contest).get(0);
        assertThat(ledger(contest)).hasSize(4).allSatisfy(entry -> {
            assertThat(entry.path("visitor")).isEqualTo(first.path("visitor"));
            assertThat(entry.path("network")).isEqualTo(first.path("network"));
        });
    }

    @Test
    void visitorsOfTwoContests_haveNothingInCommon() {
        var one = live(RAW);
        var two = live(RAW);
        ping(view(one, "a", "alice"));
        ping(view(two, "a", "alice"));
        var first = ledger(one).get(0);
        var second = ledger(two).get(0);
        assertThat(first.path("visitor")).isNotEqualTo(second.path("visitor"));
        assertThat(first.path("network")).isNotEqualTo(second.path("network"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/plain;charset=UTF-8", "application/json; charset=utf-8"})
    void beacons_areTaken(String type) {
        var contest = live(FAIR);
        var answer = browser()
                .header("Content-Type", type)
                .body(view(contest, "a", "alice").getBytes(StandardCharsets.UTF_8))
                .post("/api/pings");
        assertAnswer(answer, "{\"verdict\":\"counted\"}", 1);
    }

    @Test
    void unknownFields_areIgnored() {
        var contest = live(FAIR);
        var body = view(contest, "a", "alice")
                .replace("}", ",\"at\":\"2013-12-17T05:00:00Z\",\"ip\":\"203.0.113.7\",\"new\":{\"a\":[1,{}]}}");
        assertAnswer(ping(body), "{\"verdict\":\"counted\"}", 1);
    }

    @Test
    void via_isInTheLedger() {
        var contest = live(FAIR);
        ping(view(contest, "a", "alice").replace("}", ",\"via\":\"Share_Link-1\"}"));
        ping(view(contest, "b", "alice").replace("}", ",\"via\":\"\"}"));
        assertThat(ledger(contest)).map(entry -> entry.path("via").asText("-")).containsExactly("Share_Link-1", "-");
    }

    @Test
    void retry_getsTheFirstAnswer_andIsNotCountedTwice() {
        var contest = live(RAW);
        var body = view(contest, "a", "alice").replace("}", ",\"id\":\"" + UUID.randomUUID() + "\"}");
        var first = ping(body);
        var second = ping(body);
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(ping(body.toUpperCase(Locale.ROOT)).statusCode()).isEqualTo(400);
        assertThat(ledger(contest)).hasSize(1);
    }

    @Test
    void sameId_inAnotherContest_isAnotherPing() {
        var id = ",\"id\":\"" + UUID.randomUUID() + "\"}";
        for (var contest : List.of(live(RAW), live(RAW))) {
            assertAnswer(ping(view(contest, "a", "alice").replace("}", id)), "{\"verdict\":\"counted\"}", 1);
        }
    }

    @Test
    void concurrentSends_ofOneId_getOneAnswer() {
        var contest = live(RAW);
        var client = HttpClient.newHttpClient();
        for (var round = 1; round <= 10; round++) {
            var body = view(contest, "a", "alice").replace("}", ",\"id\":\"" + UUID.randomUUID() + "\"}");
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/pings"))
                    .header("Content-Type", "application/json")
                    .header("User-Agent", TestContests.BROWSER)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            var answers =
                    IntStream.range(0, 8)
                            .mapToObj(i -> client.sendAsync(request, BodyHandlers.ofString()))
                            .toList()
                            .stream()
                            .map(CompletableFuture::join)
                            .toList();
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(202));
            assertThat(answers)
                    .map(HttpResponse::body)
                    .containsOnly(answers.get(0).body());
            assertThat(ledger(contest)).hasSize(round);
        }
    }

    @Test
    void receipts_differByEntry() {
        var contest = live(RAW);
        var receipts = IntStream.range(0, 5)
                .mapToObj(i ->
                        json(ping(view(contest, "a", "alice"))).path("receipt").textValue())
                .toList();
        assertThat(receipts)
                .map(receipt -> receipt.substring(receipt.lastIndexOf('.')))
                .doesNotHaveDuplicates();
        assertThat(receipts)
                .map(receipt -> receipt.substring(0, receipt.lastIndexOf('.')))
                .containsExactly("0.1", "0.2", "0.3", "0.4", "0.5");
    }

    /** Compares the whole answer; the receipt by its shape, since nobody else can make its mac. */
    static void assertAnswer(Response answer, String expected, long sequence) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        var json = json(answer);
        assertThat(without(json, "receipt")).isEqualTo(json(expected));
        assertThat(json.path("receipt").asText()).matches("0\\." + sequence + "\\.[A-Za-z0-9_-]{16}");
    }

    private static Instant receivedAt(JsonNode entry) {
        return Instant.parse(entry.path("receivedAt").textValue());
    }
}
