package io.fortyeight.sharing;

import static io.fortyeight.TestContests.BROWSER;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.enter;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.shareLink;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.TestContests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class LinkPageTest {

    @Test
    void link_leadsToTheCampaignsPage_andTellsItTheCode() {
        var contest = contest(now().minus(Duration.ofMinutes(10)), TestContests.TWO_DAYS, "null");
        enter(contest, """
                {"slug":"a","title":"A","pageUrl":"https://a.example/video?v=x%20y&via=old#top"}""");
        var code = shareLink(contest, "a", "reddit", "ann");
        for (var answer : List.of(
                browser().get("/s/" + code),
                browser().head("/s/" + code),
                browser().get("/s/" + code.toUpperCase(Locale.ROOT)),
                browser().get("/s/" + code + "?via=other&next=https://evil.example"),
                browser().header("Sec-Purpose", "prefetch").get("/s/" + code),
                browser().header("Host", "evil.example").get("/s/" + code))) {
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.header("Location")).isEqualTo("https://a.example/video?v=x%20y&via=" + code + "#top");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("X-Robots-Tag")).isEqualTo("noindex");
            assertThat(answer.header("Set-Cookie")).isNull();
        }
    }

    @Test
    void openedLink_leavesNoTraceInTheCount() {
        var contest = live("null");
        var before = get("/api/contests/" + contest + "/leaderboard").path("standings");
        var code = shareLink(contest, "b", "copy", "ann");
        for (var i = 0; i < 5; i++) {
            browser().get("/s/" + code).then().statusCode(302);
        }
        assertThat(ledger(contest)).isEmpty();
        assertThat(get("/api/contests/" + contest + "/leaderboard").path("standings"))
                .isEqualTo(before);
    }

    @Test
    void codeThatNobodyWasGiven_isAPageInWords() {
        var made = shareLink(live("null"), "a", "copy", "ann");
        for (var code : List.of(
                "2222222222",
                made.substring(1),
                made + "2",
                made.substring(1) + "%00",
                "none",
                "..%2F",
                "%FF%FE",
                "%3Cscript%3E",
                "é",
                "x".repeat(2_000))) {
            assertMissing(browser().get("/s/" + code), "This share link leads nowhere");
            assertMissing(browser().header("Accept-Language", "ko").get("/s/" + code), "이 공유 링크로 갈 수 있는 곳이 없습니다");
        }
        browser().get("/s/" + made).then().statusCode(302);
    }

    private static void assertMissing(Response answer, String words) {
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Location")).isNull();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.asString()).contains(words).doesNotContain("<script>");
    }

    @Test
    void otherMethods_are405() {
        var code = shareLink(live("null"), "a", "copy", "ann");
        for (var method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            browser().request(method, "/s/" + code).then().statusCode(405);
        }
    }

    private static RequestSpecification browser() {
        return given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .header("User-Agent", BROWSER)
                .header("Accept", "text/html");
    }
}
