package io.fortyeight.site.campaign;

import static io.fortyeight.TestContests.ROBOT;
import static io.fortyeight.TestContests.certified;
import static io.fortyeight.TestContests.enter;
import static io.fortyeight.TestContests.imported;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestText.ENGLISH;
import static io.fortyeight.TestText.KOREAN;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.TestText;
import io.fortyeight.core.counting.Reason;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class CampaignPageTest {

    /** Of b: two counted views, a repeat, one over the allowance, one robot, one too early, and a share. */
    private static final String PINGS = """
            {"at":"2013-12-17T04:59:59.000Z","kind":"view","campaign":"b","visitor":"v"}
            {"at":"2013-12-17T05:00:00.000Z","kind":"view","campaign":"b","visitor":"v"}
            {"at":"2013-12-17T05:00:10.000Z","kind":"view","campaign":"b","visitor":"v"}
            {"at":"2013-12-17T05:10:00.000Z","kind":"view","campaign":"b","visitor":"v"}
            {"at":"2013-12-17T07:20:00.000Z","kind":"view","campaign":"b","visitor":"v"}
            {"at":"2013-12-17T07:20:00.000Z","kind":"view","campaign":"b","visitor":"w","userAgent":"%s"}
            {"at":"2013-12-17T07:30:00.000Z","kind":"share","campaign":"b","visitor":"v","platform":"kakaotalk"}
            {"at":"2013-12-17T07:30:00.000Z","kind":"view","campaign":"a","visitor":"v"}
            """.formatted(ROBOT);

    private static final Pattern TAGS = Pattern.compile("<[^>]*>");
    private static final Pattern ROOM = Pattern.compile("\\s+");

    @Test
    void page_tellsThePlaceTheScoreAndEveryReason() {
        var contest = past("null");
        imported(contest, "ndjson", PINGS.getBytes(UTF_8));
        assertThat(words(page(contest, "b", "en")))
                .contains("#1 of 2 2 counted views 1 ahead of Campaign a")
                .contains("Counted 3 Discounted 4")
                .contains(reason(Reason.EARLY) + " 1 0 1")
                .contains(reason(Reason.REPEAT) + " 1 0 1")
                .contains(reason(Reason.CAPPED), reason(Reason.ROBOT), "KakaoTalk 1 0")
                .contains("Not final. Places can change")
                .doesNotContain(
                        ENGLISH.common().reason(Reason.CROWDED),
                        ENGLISH.common().reason(Reason.FROZEN));
        assertThat(words(page(contest, "a", "en"))).contains("#2 of 2 1 counted view 1 behind Campaign b");
        certified(contest);
        assertThat(words(page(contest, "b", "en")))
                .contains("Certified. " + ENGLISH.campaign().standExplained(ResultStatus.FINAL));
    }

    @Test
    void table_hasWhatTheChartShows() {
        var contest = past("null");
        imported(contest, "ndjson", PINGS.getBytes(UTF_8));
        var page = page(contest, "b", "en");
        var table = page.substring(page.indexOf("<details class=\"figures\">"));
        assertThat(words(table.substring(0, table.indexOf("</table>"))))
                .isEqualTo("The same in figures Times in UTC"
                        + " From Counted too early robot or preview repeat over the visitor’s limit"
                        + " Before the opening 0 1 0 0 0"
                        + " Tue 17 Dec, 05:00 1 0 0 1 1"
                        + " Tue 17 Dec, 07:00 2 0 1 0 0");
        assertThat(page)
                .contains(
                        "data-timeline=\"/api/contests/" + contest + "/campaigns/b/timeline?step=PT1H\"",
                        "data-capped=\"over the visitor’s limit\"");
    }

    @Test
    void page_inKorean_saysNothingInEnglish() {
        var contest = past("null");
        imported(contest, "ndjson", PINGS.getBytes(UTF_8));
        var page = page(contest, "b", "ko-KR,ko;q=0.9,en;q=0.5");
        var own = page.substring(page.indexOf("id=\"campaign\""), page.indexOf("</main>"));
        assertThat(words(own))
                .contains("1위 전체 2개 중 인정 조회 2회 Campaign a보다 1 앞섬")
                .contains("카카오톡 1 0", KOREAN.common().reason(Reason.CAPPED), "12월 17일(화) 07:00")
                .doesNotContain("counted", "over the", "Views", "Not final");
    }

    @Test
    void page_escapesWhatOrganizersWrite_alsoInTheCodesToBePasted() {
        var contest = past("null");
        enter(contest, """
                {"slug":"x","title":"\\"><script>alert(1)</script> {inject:x} & co","pageUrl":"https://x.example/?a='b'"}""");
        assertThat(page(contest, "x", "en"))
                .doesNotContain("<script>alert", "\"><script")
                .contains("<h1>&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; {inject:x} &amp; co</h1>")
                .contains("alt=&quot;&amp;quot;&amp;gt;&amp;lt;script&amp;gt;")
                .contains("property=\"og:title\" content=\"&quot;&gt;&lt;script");
    }

    @Test
    void page_tellsOtherSitesWhatItIs() {
        var contest = past("null");
        imported(contest, "ndjson", PINGS.getBytes(UTF_8));
        assertThat(page(contest, "b", "en"))
                .containsPattern(
                        "property=\"og:url\" content=\"http://localhost:\\d+/contests/" + contest + "/campaigns/b\"")
                .contains("property=\"og:description\" content=\"Place 1 of 2 · 2 counted views · Not final\"")
                .containsPattern("property=\"og:image\" content=\"http://localhost:\\d+/og/" + contest
                        + "/b\\.png\\?language=en\"")
                .contains("type=\"application/json+oembed\"");
        assertThat(given().get("/contests/" + contest).asString())
                .containsPattern("property=\"og:image\" content=\"http://localhost:\\d+/og/" + contest + "\\.png")
                .contains("type=\"application/json+oembed\"");
    }

    @Test
    void hostHeader_thatIsNoHost_getsNowhere() {
        var contest = past("null");
        var page = given().header("Host", "evil.example/\"><script>").get("/contests/" + contest + "/campaigns/b");
        assertThat(page.asString()).doesNotContain("evil.example");
    }

    @Test
    void whatIsNotThere_isSaidInWords() {
        var contest = past("null");
        given().header("Accept-Language", "ko")
                .get("/contests/" + contest + "/campaigns/none")
                .then()
                .statusCode(404)
                .contentType("text/html");
        assertThat(words(given().get("/contests/" + contest + "/campaigns/none").asString()))
                .contains(TestText.ENGLISH.campaign().missing() + " "
                        + TestText.ENGLISH.campaign().missingExplained("A contest"));
        var missing = given().get("/contests/no-such/campaigns/none");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(words(missing.asString()))
                .contains(TestText.ENGLISH.campaign().missingContest());
    }

    private static String page(String contest, String campaign, String language) {
        var answer = given().header("Accept-Language", language).get("/contests/" + contest + "/campaigns/" + campaign);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        return answer.asString();
    }

    /** What people read, with single spaces between. */
    private static String words(String html) {
        return ROOM.matcher(TAGS.matcher(html).replaceAll(" ")).replaceAll(" ").strip();
    }

    private static String reason(Reason reason) {
        return ENGLISH.common().reason(reason) + " " + ENGLISH.common().reasonExplained(reason);
    }
}
