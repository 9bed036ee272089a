package io.fortyeight.standings.shares;

import static io.fortyeight.TestContests.browser;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestJob.CREDIT;
import static io.fortyeight.TestText.ENGLISH;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shares by real links and pings: what supporters learn of them, and what they are called. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class SharerResultsTest {

    @Test
    void supporter_learnsWhatTheirLinksBrought() {
        var contest = live("null");
        var whatsapp = link(contest, "ann", "whatsapp");
        link(contest, "ann", "twitter");
        view(contest, "bob", whatsapp);
        view(contest, "bob", whatsapp);
        view(contest, "carl", whatsapp);
        view(contest, "ann", whatsapp);
        awaitBrought(contest, "ann", 2);

        var told = brought(contest, "ann");
        assertThat(told.at("/links/0/url").asText()).endsWith("/s/" + whatsapp);
        assertThat(told.at("/links/1/platform").asText()).isEqualTo("twitter");
        assertThat(told.path("shares").asInt()).as("followed ones").isEqualTo(1);
        assertThat(told.path("visits").asInt()).as("without their own").isEqualTo(3);
        assertThat(told.path("discounted").asInt()).isEqualTo(1);
        assertThat(brought(contest, "bob").path("links")).isEmpty();
        assertThat(yours(contest, "visitor=ann").asString())
                .contains("Your share brought 2 counted views", "/s/" + whatsapp, "value=\"ann\"");
        assertThat(given().get("/contests/" + contest + "/campaigns/a/yours").asString())
                .contains(ENGLISH.supporters().yoursNone(), "a.example")
                .doesNotContain("counted views");
    }

    @Test
    void visitor_withoutAnId_isKnownByNetworkAndBrowser() {
        var contest = live("null");
        var code = browser("Nameless/1.0")
                .contentType("application/json")
                .body("{\"contest\":\"%s\",\"campaign\":\"a\",\"platform\":\"email\"}".formatted(contest))
                .post("/api/links")
                .<String>path("code");
        var asked = json(browser("Nameless/1.0")
                .contentType("text/plain")
                .body("{}")
                .post("/api/contests/" + contest + "/campaigns/a/brought"));
        assertThat(asked.at("/links/0/url").asText()).endsWith(code);
        assertThat(browser("Nameless/1.0")
                        .get("/contests/" + contest + "/campaigns/a/yours")
                        .asString())
                .contains("Nobody has followed your share links yet", code);
    }

    @Test
    void nickname_isShownOnTheBoard_once_untilTheOrganizerDecides() {
        var contest = live("null");
        view(contest, "bob", link(contest, "ann", "whatsapp"));
        view(contest, "carl", link(contest, "dave", "qr"));
        awaitBrought(contest, "ann", 1);
        awaitBrought(contest, "dave", 1);
        assertThat(name(contest, "bob", "Bob").statusCode())
                .as("has shared nothing")
                .isEqualTo(409);
        assertThat(name(contest, "ann", "a\u202Eb").statusCode()).isEqualTo(400);
        assertThat(json(name(contest, "ann", " Mina  K ")).path("nickname").asText())
                .isEqualTo("Mina K");
        assertThat(name(contest, "dave", "MINA k").statusCode()).as("taken").isEqualTo(409);
        assertThat(names(contest)).containsExactly("Mina K", "-");
        assertThat(given().get("/contests/" + contest + "/campaigns/a").asString())
                .contains("<bdi>Mina K</bdi>");

        var supporters = json(organizer().get("/api/contests/" + contest + "/supporters"));
        var id = supporters.at("/0/id").asLong();
        assertThat(supporters.at("/0/nickname").asText()).isEqualTo("Mina K");
        assertThat(moderate(contest, id, "{\"hidden\":true}").statusCode()).isEqualTo(200);
        assertThat(names(contest)).containsExactly("-");
        assertThat(brought(contest, "ann").path("counted").asInt())
                .as("their own")
                .isEqualTo(1);
        assertThat(name(contest, "ann", "Other").statusCode()).as("decided").isEqualTo(409);

        assertThat(moderate(contest, id, "{\"hidden\":false,\"nickname\":\"\"}").statusCode())
                .isEqualTo(200);
        assertThat(names(contest)).containsExactly("-", "-");
        assertThat(name(contest, "ann", "Other").statusCode()).as("decided").isEqualTo(409);
        assertThat(name(contest, "dave", "mina k").statusCode())
                .as("free again")
                .isEqualTo(200);
        assertThat(moderate(contest, id, "{\"nickname\":\"Mina K\"}").statusCode())
                .isEqualTo(409);
        assertThat(moderate(contest, 0, "{\"hidden\":true}").statusCode()).isEqualTo(404);
        assertThat(organizer().get("/desk/contests/" + contest + "/audit").asString())
                .contains("/supporters/" + id);
    }

    @Test
    void desk_hidesAndRenamesByForms() {
        var contest = live("null");
        view(contest, "bob", link(contest, "ann", "whatsapp"));
        awaitBrought(contest, "ann", 1);
        name(contest, "ann", "Rude");
        var id = json(organizer().get("/api/contests/" + contest + "/supporters"))
                .at("/0/id")
                .asLong();
        assertThat(act(contest, id, "act=rename&nickname=Kind").statusCode()).isEqualTo(303);
        assertThat(act(contest, id, "act=rename&nickname=%3Cb%3E").statusCode()).isEqualTo(400);
        assertThat(organizer().get("/desk/contests/" + contest + "/supporters").asString())
                .contains("value=\"Kind\"", "Renamed")
                .doesNotContain("Rude");
        assertThat(act(contest, id, "act=hide").statusCode()).isEqualTo(303);
        assertThat(names(contest)).isEmpty();
    }

    @Test
    void page_savesANickname_andSaysWhatIsWrong() {
        var contest = live("null");
        link(contest, "ann", "whatsapp");
        assertThat(yours(contest, "visitor=ann&nickname=Mina").asString())
                .contains(ENGLISH.supporters().nicknameSaved(), "value=\"Mina\"");
        var wrong = yours(contest, "visitor=ann&nickname=%3Cscript%3E");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.asString())
                .contains(ENGLISH.nickname().characters().replace("'", "&#39;"), "value=\"&lt;script&gt;\"");
    }

    @Test
    void badQuestions_areRefusedInWords() {
        var contest = live("null");
        assertThat(ask(contest, "[]").statusCode()).isEqualTo(400);
        assertThat(ask(contest, "{\"visitor\":7}").asString()).contains("must be a string");
        assertThat(ask(contest, "{").statusCode()).isEqualTo(400);
        assertThat(ask(contest, "{\"visitor\":\"" + "x".repeat(65) + "\"}").statusCode())
                .isEqualTo(400);
        assertThat(ask(contest, "{\"visitor\":\"" + "x".repeat(9_000) + "\"}").statusCode())
                .isEqualTo(413);
        assertThat(name(contest, "ann", null).statusCode()).isEqualTo(400);
        assertThat(browser()
                        .header("Origin", "https://evil.example")
                        .contentType("text/plain")
                        .body("{}")
                        .post("/api/contests/" + contest + "/campaigns/a/brought")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser()
                        .header("Origin", "https://a.example")
                        .contentType("text/plain")
                        .body("{}")
                        .post("/api/contests/" + contest + "/campaigns/a/brought")
                        .header("Access-Control-Allow-Origin"))
                .isEqualTo("https://a.example");
        assertThat(ask("none", "{}").statusCode()).isEqualTo(404);
    }

    private static String link(String contest, String visitor, String platform) {
        return browser()
                .contentType("application/json")
                .body("""
                        {"contest":"%s","campaign":"a","platform":"%s","visitor":"%s"}""".formatted(contest, platform, visitor))
                .post("/api/links")
                .path("code");
    }

    private static void view(String contest, String visitor, String via) {
        verdict("""
                {"contest":"%s","campaign":"a","kind":"view","visitor":"%s","via":"%s"}""".formatted(contest, visitor, via));
    }

    private static void awaitBrought(String contest, String visitor, int counted) {
        CREDIT.untilAsserted(() ->
                assertThat(brought(contest, visitor).path("counted").asInt()).isEqualTo(counted));
    }

    private static JsonNode brought(String contest, String visitor) {
        return json(ask(contest, "{\"visitor\":\"" + visitor + "\"}"));
    }

    private static Response ask(String contest, String body) {
        return browser()
                .contentType("application/json")
                .body(body)
                .post("/api/contests/" + contest + "/campaigns/a/brought");
    }

    private static Response name(String contest, String visitor, String nickname) {
        var quoted = nickname == null ? "null" : "\"" + nickname + "\"";
        return browser()
                .contentType("application/json")
                .body("{\"visitor\":\"" + visitor + "\",\"nickname\":" + quoted + "}")
                .post("/api/contests/" + contest + "/campaigns/a/nickname");
    }

    private static List<String> names(String contest) {
        return get("/api/contests/" + contest + "/campaigns/a/supporters")
                .path("supporters")
                .findParents("place")
                .stream()
                .map(line -> line.path("nickname").asText("-"))
                .toList();
    }

    private static Response moderate(String contest, long id, String change) {
        return organizer().body(change).patch("/api/contests/" + contest + "/supporters/" + id);
    }

    private static Response act(String contest, long id, String form) {
        return organizer()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .body(form)
                .post("/desk/contests/" + contest + "/supporters/" + id);
    }

    private static Response yours(String contest, String form) {
        return browser()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .body(form)
                .post("/contests/" + contest + "/campaigns/a/yours");
    }
}
