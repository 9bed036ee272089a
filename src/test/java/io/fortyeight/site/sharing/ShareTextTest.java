package io.fortyeight.site.sharing;

import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestPeople.PASSWORD;
import static io.fortyeight.TestPeople.session;
import static io.fortyeight.TestPeople.user;
import static io.fortyeight.TestPeople.withSession;
import static io.fortyeight.TestText.KOREAN;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortyeight.DatabaseResource;
import io.fortyeight.TestText;
import io.fortyeight.web.page.Language;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ShareTextTest {

    /** What is refused, and for which field; lengths are in characters as people count them. */
    private static final String WRONG = """
            {"en":{"title":" "}}                              | en.title
            {"en":{"title":"%1$s"}}                           | en.title
            {"ko":{"text":"%2$s"}}                            | ko.text
            {"ko":{"text":"one\\ntwo"}}                       | ko.text
            {"en":{"text":"\\ud83d"}}                         | en.text
            {"en":{"hashtags":["a","b","c","d","e","f"]}}     | en.hashtags
            {"en":{"hashtags":["fine","#hash"]}}              | en.hashtags[1]
            {"en":{"hashtags":["two words"]}}                 | en.hashtags[0]
            {"en":{"hashtags":["2026"]}}                      | en.hashtags[0]
            {"en":{"hashtags":["a-b"]}}                       | en.hashtags[0]
            {"en":{"hashtags":["a,b"]}}                       | en.hashtags[0]
            {"en":{"hashtags":[""]}}                          | en.hashtags[0]
            {"en":{"hashtags":[null]}}                        | en.hashtags[0]
            {"en":{"hashtags":["%3$s"]}}                      | en.hashtags[0]
            {"en":{"title":""},"ko":{"hashtags":["<b>"]}}     | en.title ko.hashtags[0]
            {"xx":{"title":"No such language"}}               | xx
            """.formatted("t".repeat(101), "가".repeat(201), "h".repeat(51));

    @Test
    void campaignWithoutTexts_isSpokenOfLikeAnyOther() {
        assertThat(shown(live("null"))).isEqualTo(usual());
    }

    @Test
    void texts_areSaid_andWhatIsLeftOutIsSaidAsOfAnyOther() {
        var contest = live("null");
        var put = put(contest, """
                {"en":{"title":"Dogs & \\"cats\\" <3","text":"👍 Every view counts","hashtags":["dogs","희망_2026","dogs"]},
                 "ko":{"hashtags":["강아지"]}}""");
        assertThat(put.statusCode()).as(put.asString()).isEqualTo(200);
        var expected = usual();
        expected.set("en", json("""
                {"title":"Dogs & \\"cats\\" <3","text":"👍 Every view counts","hashtags":["dogs","희망_2026"]}"""));
        expected.withObject("ko").set("hashtags", json("[\"강아지\"]"));
        assertThat(json(put)).isEqualTo(expected);
        assertThat(shown(contest)).isEqualTo(json(put));
        assertThat(shown(contest, "b").at("/en/title").asText())
                .as("another campaign's")
                .isEqualTo("Campaign b");
        assertThat(json(put(contest, "{}"))).isEqualTo(usual());
        assertThat(shown(contest)).isEqualTo(usual());
    }

    @Test
    void longestTexts_areTaken() {
        var contest = live("null");
        var put = put(contest, """
                {"en":{"title":"%s","text":"%s","hashtags":["a","b","c","d","%s"]}}""".formatted("👍".repeat(100), "가".repeat(200), "é".repeat(50)));
        assertThat(put.statusCode()).as(put.asString()).isEqualTo(200);
        assertThat(shown(contest)).isEqualTo(json(put));
    }

    @Test
    void wrongTexts_areRefused_eachFieldByName() {
        var contest = live("null");
        var softly = new SoftAssertions();
        WRONG.lines().map(line -> line.split(" +\\| ")).forEach(row -> {
            var refused = put(contest, row[0]);
            softly.assertThat(refused.statusCode()).as(row[0]).isEqualTo(400);
            var fields = new ArrayList<String>();
            json(refused)
                    .path("violations")
                    .forEach(each -> fields.add(each.path("field").asText()));
            softly.assertThat(fields).as(row[0]).containsExactlyInAnyOrder(row[1].split(" "));
        });
        for (var body : new String[] {"", "null", "[]", "{\"de\":{}}", "{\"en\":{\"body\":\"x\"}}"}) {
            softly.assertThat(put(contest, body).statusCode()).as(body).isEqualTo(400);
        }
        softly.assertAll();
        assertThat(shown(contest)).isEqualTo(usual());
    }

    @Test
    void texts_areForPagesOfTheCampaign_andKeptForAMinute() {
        var contest = live("null");
        var answer = given().header("Origin", "https://a.example").get(path(contest, "a"));
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://a.example");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(given().get(path(contest, "none")).statusCode()).isEqualTo(404);
        assertThat(given().get(path("none", "a")).statusCode()).isEqualTo(404);
    }

    @Test
    void form_saves_saysWhatIsWrong_andShowsWhatWasTyped() {
        var contest = live("null");
        var form = "/desk" + path(contest, "a").substring("/api".length());
        var session = session(user("organizer"), PASSWORD);
        var wrong = withSession(session)
                .header("Accept-Language", "ko")
                .formParam("en.title", "<b>Dogs</b>")
                .formParam("en.hashtags", "#dogs two-parts")
                .post(form);
        assertThat(wrong.statusCode()).isEqualTo(400);
        var page = Jsoup.parse(wrong.asString());
        assertThat(page.select("[id=en.title]").val()).isEqualTo("<b>Dogs</b>");
        assertThat(page.select("[id=en.hashtags]").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("[id=en.hashtags-error]").text())
                .isEqualTo(KOREAN.violation()
                        .sentence(
                                KOREAN.violation()
                                        .within(
                                                KOREAN.violation()
                                                        .item(KOREAN.share().hashtags(), 2),
                                                "영어"),
                                KOREAN.share().faultHashtag()));
        assertThat(page.select("[role=alert]").text())
                .startsWith(KOREAN.violation().notSaved());
        assertThat(page.select("[role=alert] a").eachAttr("href")).containsExactly("#en.hashtags");
        assertThat(shown(contest)).isEqualTo(usual());

        var saved = withSession(session)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("en.title", " <b>Dogs</b> ")
                .formParam("en.text", "")
                .formParam("en.hashtags", "#dogs, cats")
                .formParam("ko.title", "강아지")
                .post(form);
        assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(303);
        assertThat(saved.header("Location")).isEqualTo(form + "?saved=1");
        assertThat(shown(contest).at("/en/title").asText()).isEqualTo("<b>Dogs</b>");
        assertThat(shown(contest).at("/en/text").asText()).startsWith("Take a look at");
        assertThat(shown(contest).at("/en/hashtags")).isEqualTo(json("[\"dogs\",\"cats\"]"));
        assertThat(shown(contest).at("/ko/title").asText()).isEqualTo("강아지");
        var again = Jsoup.parse(withSession(session).get(form + "?saved=1").asString());
        assertThat(again.select("[role=status]").text()).contains("Saved.");
        assertThat(again.select("[id=en.hashtags]").val()).isEqualTo("#dogs #cats");
        assertThat(again.select("[id=en.text]").val()).isEmpty();
        assertThat(again.select("[id=ko.text]").attr("placeholder")).startsWith("“Campaign a” 캠페인을");
    }

    @Test
    void change_isInTheAuditLog() {
        var contest = live("null");
        put(contest, "{\"en\":{\"title\":\"Dogs\"}}");
        assertThat(organizer().get("/api/audit?contest=" + contest).asString()).contains("PUT", "share-text");
    }

    private static Response put(String contest, String body) {
        return organizer().body(body).put(path(contest, "a"));
    }

    private static JsonNode shown(String contest) {
        return shown(contest, "a");
    }

    private static JsonNode shown(String contest, String campaign) {
        return json(given().get(path(contest, campaign)));
    }

    private static String path(String contest, String campaign) {
        return "/api/contests/" + contest + "/campaigns/" + campaign + "/share-text";
    }

    /** In every language there is. */
    private static ObjectNode usual() {
        var texts = JsonNodeFactory.instance.objectNode();
        for (var language : Language.values()) {
            var text = TestText.in(language).share().usual("Campaign a", "A contest");
            texts.putObject(language.tag())
                    .put("title", "Campaign a")
                    .put("text", text)
                    .putArray("hashtags");
        }
        return texts;
    }
}
