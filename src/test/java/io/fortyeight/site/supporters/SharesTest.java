package io.fortyeight.site.supporters;

import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.imported;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestContests.without;
import static io.fortyeight.TestText.ENGLISH;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.core.counting.Platform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class SharesTest {

    /** The hour in which the story's window opens. */
    private static final int OPENING = 385_349;

    private static final Pattern MARK = Pattern.compile("class=\"mark ");
    private static final Pattern TAGS = Pattern.compile("<[^>]*>");
    private static final Pattern ROOM = Pattern.compile("\\s+");

    @Test
    void figures_areThoseOfTheTreeAndTheTally() throws Exception {
        var contest = past("null");
        imported(contest, "ndjson", """
                {"at":"2013-12-17T06:00:00.000Z","kind":"view","campaign":"a","visitor":"v"}
                {"at":"2013-12-17T06:00:00.000Z","kind":"view","campaign":"a","visitor":"w"}
                {"at":"2013-12-17T06:00:00.000Z","kind":"view","campaign":"a","visitor":"x"}
                {"at":"2013-12-17T06:00:00.000Z","kind":"view","campaign":"a","visitor":"y"}
                {"at":"2013-12-17T06:00:05.000Z","kind":"share","campaign":"a","visitor":"v","platform":"whatsapp"}
                {"at":"2013-12-17T06:00:06.000Z","kind":"share","campaign":"a","visitor":"v","platform":"whatsapp"}
                {"at":"2013-12-17T06:00:06.000Z","kind":"share","campaign":"b","visitor":"v","platform":"twitter"}
                """.getBytes(UTF_8));
        var rows = new ShareRows(contest);
        var sharer = UUID.randomUUID();
        rows.link(sharer, Platform.WHATSAPP, "W" + code());
        rows.link(sharer, Platform.QR, "Q" + code());
        rows.tree(OPENING, 0, "v", 2, 0, 0, 0);
        rows.tree(OPENING, 1, "whatsapp", 3, 5, 3, 2);
        rows.tree(OPENING + 1, 2, "whatsapp", 1, 1, 1, 0);
        rows.ages(Platform.WHATSAPP, Map.of(0, 2, 7, 1, 90, 3));

        var shares = get("/api/contests/" + contest + "/campaigns/a/shares");
        assertThat(without(shares, "asOf")).isEqualTo(json("""
                {"shares":1,"visits":6,"counted":4,"discounted":2,"visitors":6,"shareRate":0.25,"viewsPerShare":4.0,
                 "halfLife":"PT7M",
                 "generations":[
                  {"generation":0,"visitors":2,"k":1.5,"visits":0,"counted":0,"discounted":0},
                  {"generation":1,"visitors":3,"k":0.3333333333333333,"visits":5,"counted":3,"discounted":2},
                  {"generation":2,"visitors":1,"k":0.0,"visits":1,"counted":1,"discounted":0}],
                 "platforms":[
                  {"platform":"whatsapp","shares":1,"links":1,"visits":6,"counted":4,"discounted":2,"visitors":4,
                   "viewsPerShare":4.0,"halfLife":"PT7M"},
                  {"platform":"qr","shares":0,"links":1,"visits":0,"counted":0,"discounted":0,"visitors":0}],
                 "hours":[
                  {"at":"2013-12-17T05:00:00.000Z","generation":0,"visitors":2,"visits":0,"counted":0,"discounted":0},
                  {"at":"2013-12-17T05:00:00.000Z","generation":1,"platform":"whatsapp","visitors":3,"visits":5,
                   "counted":3,"discounted":2},
                  {"at":"2013-12-17T06:00:00.000Z","generation":2,"platform":"whatsapp","visitors":1,"visits":1,
                   "counted":1,"discounted":0}]}"""));
        assertThat(without(get("/api/contests/" + contest + "/campaigns/b/shares"), "asOf"))
                .as("nothing to be divided by")
                .isEqualTo(json("""
                {"shares":1,"visits":0,"counted":0,"discounted":0,"visitors":0,"viewsPerShare":0.0,
                 "generations":[],"platforms":[
                  {"platform":"twitter","shares":1,"links":0,"visits":0,"counted":0,"discounted":0,"visitors":0,
                   "viewsPerShare":0.0}],"hours":[]}"""));
    }

    @Test
    void supporters_areByCountedViewsOfAllTheirLinks_tiesShareAPlace() throws Exception {
        var contest = past("null");
        var rows = new ShareRows(contest);
        var one = UUID.randomUUID();
        rows.credit(rows.link(one, Platform.WHATSAPP, "A" + code()), 0, 0, 2, 9, 5, 4);
        rows.credit(rows.link(one, Platform.TWITTER, "B" + code()), 0, 0, 1, 2, 2, 0);
        rows.credit(rows.link(UUID.randomUUID(), Platform.EMAIL, "C" + code()), 0, 0, 1, 8, 7, 1);
        rows.credit(rows.link(UUID.randomUUID(), Platform.SMS, "D" + code()), 0, 0, 1, 1, 1, 0);
        rows.credit(rows.link(UUID.randomUUID(), Platform.QR, "E" + code()), 0, 0, 0, 3, 0, 3);
        assertThat(get("/api/contests/" + contest + "/campaigns/a/supporters")).isEqualTo(json("""
                {"supporters":[
                 {"place":1,"platforms":["twitter","whatsapp"],"visits":11,"counted":7},
                 {"place":1,"platforms":["email"],"visits":8,"counted":7},
                 {"place":3,"platforms":["sms"],"visits":1,"counted":1}]}"""));
        assertThat(words(page(contest, "en")))
                .contains("Supporter Counted 1 Supporter 1 X (Twitter), WhatsApp 7 1 Supporter 2 Email 7 3");
    }

    @Test
    void tree_ofAFew_isDrawnPersonByPerson() throws Exception {
        var contest = past("null");
        var rows = new ShareRows(contest);
        var first = rows.link(UUID.randomUUID(), Platform.WHATSAPP, "A" + code());
        var second = rows.link(UUID.randomUUID(), Platform.KAKAOTALK, "B" + code());
        rows.credit(first, 0, 0, 3, 3, 3, 0);
        rows.credit(second, first, 1, 2, 2, 2, 0);
        rows.tree(OPENING, 0, "v", 1, 0, 0, 0);
        rows.tree(OPENING, 1, "whatsapp", 3, 3, 3, 0);
        rows.tree(OPENING, 2, "kakaotalk", 2, 2, 2, 0);
        var page = page(contest, "en");
        assertThat(marks(page))
                .as("the campaign, two who brought somebody, and four who did not")
                .isEqualTo(7);
        assertThat(page)
                .contains(
                        "<title>" + ENGLISH.supporters().personByThemselves("3") + "</title>",
                        "<title>" + ENGLISH.supporters().personBy("WhatsApp", "2") + "</title>",
                        "<title>" + ENGLISH.supporters().cameBy("KakaoTalk", "1") + "</title>")
                .containsPattern("<svg [^>]*role=\"img\" aria-labelledby=\"tree-title tree-explained\"");
        assertThat(words(page)).contains("Gen. 0 Gen. 1 Gen. 2", "0 1 3.00", "2 KakaoTalk 2");
        assertThat(words(page(contest, "ko"))).contains("0세대 1세대 2세대").doesNotContain("Gen.", "brought");
    }

    @Test
    void tree_of100000Links_isDrawnByGenerations_withAtMost200Marks() throws Exception {
        var contest = past("null");
        new ShareRows(contest).manyLinks(100_000, 15);
        var page = page(contest, "en");
        assertThat(page).contains("class=\"circles\"");
        assertThat(marks(page)).isBetween(50L, (long) PeoplePicture.MAX_MARKS);
        assertThat(words(page)).contains("Gen. 11 on", "All others");
    }

    private static String page(String contest, String language) {
        return given().header("Accept-Language", language)
                .get("/contests/" + contest + "/campaigns/a")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static long marks(String page) {
        return MARK.matcher(page).results().count();
    }

    private static String code() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private static String words(String html) {
        return ROOM.matcher(TAGS.matcher(html).replaceAll(" ")).replaceAll(" ").strip();
    }
}
