package io.fortyeight.contest.trust;

import static io.fortyeight.TestContests.browser;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.imported;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestContests.ping;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestContests.withCampaigns;
import static io.fortyeight.TestContests.without;
import static io.fortyeight.TestJob.LINK_CHECK;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.fortyeight.TestContests;
import io.fortyeight.notify.webhook.Receiver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
public class TrustTest {

    public static final String COMPLETE = """
            {"organization":"Paws e.V.","registeredNumber":"VR 1234",
             "registry":{"name":"Amtsgericht Beispielstadt","url":"https://127.0.0.1:9/vr/1234"},
             "contact":"hello@paws.example","donationUrl":"https://127.0.0.1:9/give#now",
             "costs":[{"label":"Rescue","share":70},{"label":"Shelter","share":22.5},{"label":"Office","share":7.5}],
             "impact":{"amount":2500,"currency":"USD","one":"brings one person to safety","many":"people brought to safety"}}""";

    @Inject
    MovableClock clock;

    @Test
    void card_isShownToEveryone_asItWasStated() {
        var contest = live("null");
        var missing = given().get(trust(contest));
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(json(missing).path("detail").asText()).isEqualTo("This campaign has not said who is behind it");

        assertThat(put(contest, COMPLETE).statusCode()).isEqualTo(200);
        var shown = get(trust(contest));
        assertThat(without(shown, "editedAt", "links")).isEqualTo(json("""
                {"organization":"Paws e.V.","registeredNumber":"VR 1234",
                 "registry":{"name":"Amtsgericht Beispielstadt","url":"https://127.0.0.1:9/vr/1234"},
                 "contact":"hello@paws.example","donationUrl":"https://127.0.0.1:9/give#now",
                 "costs":[{"label":"Rescue","share":70},{"label":"Shelter","share":22.5},{"label":"Office","share":7.5}],
                 "impact":{"amount":2500.00,"currency":"USD","one":"brings one person to safety",
                           "many":"people brought to safety"},
                 "missing":[],"competes":true,"version":1}"""));
        assertThat(shown.path("links"))
                .extracting(link -> link.path("url").asText())
                .containsExactly("https://127.0.0.1:9/give#now", "https://127.0.0.1:9/vr/1234");
    }

    @Test
    void smallCard_isTaken_andSaysWhatItLacks() {
        var contest = live("null");
        assertThat(put(contest, "{\"organization\":\"Ann\"}").statusCode()).isEqualTo(200);
        assertThat(without(get(trust(contest)), "editedAt")).isEqualTo(json("""
                {"organization":"Ann","costs":[],"links":[],"competes":true,"version":1,
                 "missing":["registeredNumber","registry","contact","donationUrl","costs"]}"""));
    }

    @Test
    void editions_areKept_whileTheWindowIsOpen() {
        var contest = live("null");
        put(contest, COMPLETE).then().statusCode(200);
        put(contest, with(COMPLETE, "organization", "\"Paws & Claws\"")).then().statusCode(200);
        assertThat(get(trust(contest)).path("organization").asText()).isEqualTo("Paws & Claws");
        assertThat(given().get(trust(contest) + "/history").statusCode()).isEqualTo(401);
        var history = json(organizer().get(trust(contest) + "/history"));
        assertThat(history)
                .extracting(edition -> edition.path("version").asInt() + " "
                        + edition.at("/card/organization").asText() + " "
                        + edition.path("editedBy").asText().isEmpty())
                .containsExactly("2 Paws & Claws false", "1 Paws e.V. false");
    }

    @Test
    void wrongFields_areNamed_andNothingIsKept() {
        var contest = live("null");
        for (var row : List.of(
                "organization; null; organization",
                "organization; \"  \"; organization",
                "organization; \"%s\"; organization".formatted("x".repeat(201)),
                "organization; \"a\\u0000b\"; organization",
                "organization; \"a\\nb\"; organization",
                "organization; \"moc.swap\\u202e\"; organization",
                "organization; \"\\ud800\"; organization",
                "unheardOf; 1; unheardOf",
                "registeredNumber; \"\"; registeredNumber",
                "registry; {\"url\":\"https://a.example\"}; registry.name",
                "registry; {\"name\":\"R\",\"url\":\"http://a.example\"}; registry.url",
                "registry; {\"name\":\"R\",\"uri\":\"https://a.example\"}; registry.uri",
                "donationUrl; \"http://paws.example/\"; donationUrl",
                "donationUrl; \"javascript:alert(1)\"; donationUrl",
                "donationUrl; \"https://user@paws.example/\"; donationUrl",
                "donationUrl; \"//paws.example/\"; donationUrl",
                "donationUrl; \"https://paws.example/a b\"; donationUrl",
                "donationUrl; \"https://a.example/%s\"; donationUrl".formatted("x".repeat(2000)),
                "costs; [{\"label\":\"A\",\"share\":99}]; costs",
                "costs; [{\"label\":\"A\",\"share\":99.99},{\"label\":\"B\",\"share\":0.02}]; costs",
                "costs; [{\"label\":\"A\",\"share\":33.333}]; costs[0].share",
                "costs; [{\"label\":\"A\",\"share\":0}]; costs[0].share",
                "costs; [{\"label\":\"A\",\"share\":1e1000000}]; costs[0].share",
                "costs; [{\"label\":\"A\"}]; costs[0].share",
                "costs; [null]; costs[0]",
                "costs; [{\"share\":100}]; costs[0].label",
                "costs; [{\"label\":\"A\",\"amount\":5}]; currency",
                "costs; [{\"label\":\"A\",\"share\":50},{\"label\":\"B\",\"share\":50,\"amount\":50}]; costs[1].amount",
                "costs; \"much\"; costs",
                "currency; \"USD\"; currency",
                "impact; {\"amount\":2500,\"currency\":\"USD\",\"one\":\"a\"}; impact.many",
                "impact; {\"amount\":0.001,\"currency\":\"USD\",\"one\":\"a\",\"many\":\"b\"}; impact.amount",
                "impact; {\"amount\":\"lots\",\"currency\":\"USD\",\"one\":\"a\",\"many\":\"b\"}; impact.amount",
                "impact; {\"amount\":1,\"currency\":\"dollar\",\"one\":\"a\",\"many\":\"b\"}; impact.currency")) {
            var part = row.split("; ");
            var answer = put(contest, with(COMPLETE, part[0], part[1]));
            assertThat(answer.statusCode()).as(row).isEqualTo(400);
            assertThat(answer.contentType()).as(row).startsWith("application/problem+json");
            assertThat(json(answer).path("violations"))
                    .as(row)
                    .extracting(violation -> violation.path("field").asText())
                    .containsExactly(part[2]);
        }
        assertThat(put(contest, "").statusCode()).isEqualTo(400);
        assertThat(put(contest, "[]").statusCode()).isEqualTo(400);
        assertThat(put(contest, "{\"organization\":\"" + "x".repeat(70_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(given().get(trust(contest)).statusCode()).isEqualTo(404);
    }

    @Test
    void amounts_areShownWithTheirCurrency() {
        var contest = live("null");
        put(contest, """
                {"organization":"Paws","currency":"USD",
                 "costs":[{"label":"Rescue","amount":2000},{"label":"Office","amount":999.99}]}""").then().statusCode(200);
        var shown = get(trust(contest));
        assertThat(shown.path("currency").asText()).isEqualTo("USD");
        assertThat(shown.at("/costs/1/amount").decimalValue()).isEqualTo("999.99");
    }

    @Test
    void cards_areTheOrganizersToWrite() {
        var contest = live("null");
        assertThat(given().contentType("application/json")
                        .body(COMPLETE)
                        .put(trust(contest))
                        .statusCode())
                .isEqualTo(401);
        assertThat(organizer()
                        .body(COMPLETE)
                        .put("/api/contests/" + contest + "/campaigns/c/trust")
                        .statusCode())
                .isEqualTo(404);
        assertThat(organizer()
                        .body(COMPLETE)
                        .put("/api/contests/none-such/campaigns/a/trust")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void links_areCheckedByThemselves_andBrokenByTheSecondFailure() throws Exception {
        var contest = live("null");
        try (var site = new Receiver()) {
            put(contest, "{\"organization\":\"Paws\",\"donationUrl\":\"" + site.url() + "\"}")
                    .then()
                    .statusCode(200);
            awaitLink(contest, "works");
            var found = get(trust(contest)).at("/links/0");
            assertThat(found.path("status").asInt()).isEqualTo(200);
            assertThat(site.received.get(0).header("User-Agent")).startsWith("Fortyeight");

            site.status = 404;
            clock.advance(Duration.ofHours(7));
            LINK_CHECK.untilAsserted(() -> assertThat(site.received).hasSize(2));
            assertThat(get(trust(contest)).at("/links/0"))
                    .as("one failure may be a bad minute")
                    .isEqualTo(found);
            LINK_CHECK.untilAsserted(() -> {
                clock.advance(Duration.ofMinutes(11));
                assertThat(site.received).hasSizeGreaterThanOrEqualTo(3);
            });
            awaitLink(contest, "broken");
            assertThat(get(trust(contest)).at("/links/0/status").asInt()).isEqualTo(404);
        }

        put(contest, "{\"organization\":\"Paws\"}").then().statusCode(200);
        assertThat(get(trust(contest)).path("links")).isEmpty();
    }

    @Test
    void prizes_areStatedUntilTheWindowOpens() {
        var contest = contest(now().plus(Duration.ofHours(1)), TestContests.TWO_DAYS, "null");
        assertThat(get(prizes(contest))).isEqualTo(json("{\"prizes\":[]}"));
        putPrizes(contest, """
                {"currency":"USD","prizes":[{"place":2,"amount":20000},{"place":1,"amount":50000.50}]}""").then().statusCode(200);
        assertThat(get(prizes(contest))).isEqualTo(json("""
                {"currency":"USD","prizes":[{"place":1,"amount":50000.50},{"place":2,"amount":20000.00}]}"""));
        putPrizes(contest, "{\"prizes\":[]}").then().statusCode(200);
        assertThat(get(prizes(contest))).isEqualTo(json("{\"prizes\":[]}"));

        clock.advance(Duration.ofHours(1));
        var late = putPrizes(contest, "{\"prizes\":[]}");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late).path("detail").asText()).contains("The window has opened");
    }

    @Test
    void prizes_ofAPastContest_areStatedOnce() {
        var contest = past("null");
        putPrizes(contest, "{\"currency\":\"KRW\",\"prizes\":[{\"place\":1,\"amount\":1000000}]}")
                .then()
                .statusCode(200);
        assertThat(putPrizes(contest, "{\"prizes\":[]}").statusCode()).isEqualTo(409);
        assertThat(get(prizes(contest)).at("/prizes/0/amount").asInt()).isEqualTo(1_000_000);
    }

    @Test
    void wrongPrizes_areNamed() {
        var contest = contest(now().plus(Duration.ofHours(1)), TestContests.TWO_DAYS, "null");
        for (var row : List.of(
                "{}; prizes",
                "{\"prizes\":[{\"place\":1,\"amount\":5}]}; currency",
                "{\"currency\":\"KRW\",\"prizes\":[{\"place\":1,\"amount\":5.5}]}; prizes[0].amount",
                "{\"currency\":\"USD\",\"prizes\":[{\"place\":0,\"amount\":5}]}; prizes[0].place",
                "{\"currency\":\"USD\",\"prizes\":[{\"place\":1,\"amount\":5},{\"place\":1,\"amount\":4}]}; prizes[1].place",
                "{\"currency\":\"USD\",\"prizes\":[{\"place\":1,\"amount\":5,\"for\":\"x\"}]}; prizes[0].for")) {
            var part = row.split("; ");
            var answer = putPrizes(contest, part[0]);
            assertThat(answer.statusCode()).as(row).isEqualTo(400);
            assertThat(json(answer).at("/violations/0/field").asText()).as(row).isEqualTo(part[1]);
        }
    }

    @Test
    void campaignWithoutACompleteCard_doesNotCompete_whereThatIsRequired() {
        var contest = requiring();
        clock.advance(Duration.ofMinutes(2));
        assertThat(get("/api/contests/" + contest).path("requiresTrust").asBoolean())
                .isTrue();

        var refused = ping(view(contest, "a", "ann"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("detail").asText())
                .isEqualTo("This campaign does not compete yet: its contest requires a complete trust card");
        assertThat(browser().get("/p/" + contest + "/a.gif").statusCode()).isEqualTo(409);

        put(contest, "{\"organization\":\"Paws\"}").then().statusCode(200);
        assertThat(get(trust(contest)).path("competes").asBoolean(true)).isFalse();
        assertThat(ping(view(contest, "a", "ann")).statusCode()).isEqualTo(409);

        put(contest, COMPLETE).then().statusCode(200);
        assertThat(get(trust(contest)).path("competes").asBoolean()).isTrue();
        assertThat(verdict(view(contest, "a", "ann"))).isEqualTo("counted");
        assertThat(ping(view(contest, "b", "ann")).statusCode()).isEqualTo(409);
        assertThat(TestContests.ledger(contest)).hasSize(1);
    }

    @Test
    void campaignThatCompetes_staysComplete_onceTheWindowIsOpen() {
        var contest = requiring();
        put(contest, COMPLETE).then().statusCode(200);
        put(contest, "{\"organization\":\"Paws\"}").then().statusCode(200);
        put(contest, COMPLETE).then().statusCode(200);
        clock.advance(Duration.ofMinutes(2));
        var refused = put(contest, "{\"organization\":\"Paws\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(get(trust(contest)).path("version").asInt()).isEqualTo(3);
        put(contest, with(COMPLETE, "contact", "\"+49 30 1234\"")).then().statusCode(200);
        assertThat(verdict(view(contest, "a", "ann"))).isEqualTo("counted");
    }

    @Test
    void requirement_isSetAndLiftedUntilTheWindowOpens() {
        var contest = requiring();
        organizer()
                .body("{\"requiresTrust\":false}")
                .patch("/api/contests/" + contest)
                .then()
                .statusCode(200);
        assertThat(get("/api/contests/" + contest).has("requiresTrust")).isFalse();
        organizer()
                .body("{\"requiresTrust\":true}")
                .patch("/api/contests/" + contest)
                .then()
                .statusCode(200);
        organizer()
                .body("{\"name\":\"Other\"}")
                .patch("/api/contests/" + contest)
                .then()
                .statusCode(200);
        assertThat(get("/api/contests/" + contest).path("requiresTrust").asBoolean())
                .isTrue();
        clock.advance(Duration.ofMinutes(2));
        assertThat(organizer()
                        .body("{\"requiresTrust\":false}")
                        .patch("/api/contests/" + contest)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void imports_takeNothingForACampaignThatDoesNotCompete() {
        var contest = requiring("2013-12-17T05:00");
        put(contest, COMPLETE).then().statusCode(200);
        var report = imported(contest, "ndjson", """
                {"at":"2013-12-17T05:00:01Z","kind":"view","campaign":"a","visitor":"ann"}
                {"at":"2013-12-17T05:00:02Z","kind":"view","campaign":"b","visitor":"ann"}
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(report.path("accepted").asInt()).isEqualTo(1);
        assertThat(report.at("/malformedLines/0/reason").asText())
                .isEqualTo("campaign does not compete: its trust card is not complete");
    }

    /** Opens in a minute; with the campaigns {@code a} and {@code b}. */
    private static String requiring() {
        return requiring(now().plus(Duration.ofMinutes(1))
                .atOffset(ZoneOffset.UTC)
                .toLocalDateTime()
                .toString());
    }

    private static String requiring(String opensAt) {
        var slug = "t-" + UUID.randomUUID();
        organizer()
                .body("""
                {"slug":"%s","name":"A contest","zone":"UTC","opensAt":"%s","requiresTrust":true}""".formatted(slug, opensAt))
                .post("/api/contests")
                .then()
                .statusCode(201);
        return withCampaigns(slug, "a", "b");
    }

    private static void awaitLink(String contest, String state) {
        LINK_CHECK.until(() -> get(trust(contest)).at("/links/0/state").asText(), state::equals);
    }

    private static String with(String card, String field, String value) {
        var changed = (ObjectNode) json(card);
        // By text, for a lone surrogate or an exponent must reach the server as it is written.
        changed.put(field, "<value>");
        return changed.toString().replace("\"<value>\"", value);
    }

    private static Response put(String contest, String card) {
        return organizer().body(card.getBytes(StandardCharsets.UTF_8)).put(trust(contest));
    }

    private static Response putPrizes(String contest, String prizes) {
        return organizer().body(prizes).put(prizes(contest));
    }

    private static String trust(String contest) {
        return "/api/contests/" + contest + "/campaigns/a/trust";
    }

    private static String prizes(String contest) {
        return "/api/contests/" + contest + "/prizes";
    }
}
