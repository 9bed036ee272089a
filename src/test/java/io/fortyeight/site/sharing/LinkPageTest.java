package io.fortyeight.site.sharing;

import static io.fortyeight.TestContests.BROWSER;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.enter;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.shareLink;
import static io.fortyeight.TestContests.withCampaigns;
import static io.fortyeight.TestText.ENGLISH;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.fortyeight.TestContests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class LinkPageTest {

    private static final List<String> FETCHERS = List.of(
            "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
            "Twitterbot/1.0",
            "WhatsApp/2.23.20.0 A",
            "Bluesky Cardyb/1.1");

    @Inject
    MovableClock clock;

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
            assertMissing(browser().get("/s/" + code), ENGLISH.link().missing());
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
    void codesTriedOut_areHeldOff_andThoseThatPeopleHaveLeadOn() {
        var made = shareLink(live("null"), "a", "copy", "ann");
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < UnknownCodeLimit.MAX + 5; i++) {
            statuses.add(browser()
                    .get("/s/zzzz%06d".formatted(i).replace('0', 'b').replace('1', 'c'))
                    .statusCode());
        }
        assertThat(statuses).contains(404).endsWith(429, 429, 429, 429, 429);
        browser().get("/s/" + made).then().statusCode(302);
        browser().get("/s/none").then().statusCode(404);
        var held = browser().header("Accept-Language", "ko").get("/s/ffffffffff");
        assertThat(held.header("Retry-After")).isEqualTo("60");
        assertThat(held.asString()).contains("요청이 너무 많습니다");
        clock.advance(Duration.ofMinutes(1));
        browser().get("/s/ffffffffff").then().statusCode(404);
    }

    @Test
    void fetcher_getsWhatIsToBeShown_andPeopleAWayOn() {
        var contest = contest(now().minus(Duration.ofMinutes(10)), TestContests.TWO_DAYS, "null");
        enter(contest, """
                {"slug":"a","title":"Wells & <b>\\"water\\"</b>","pageUrl":"https://a.example/video?a=1&b=2"}""");
        var code = shareLink(contest, "a", "kakaotalk", "ann");
        var link = "http://localhost:" + RestAssured.port + "/s/" + code;
        var picture = "http://localhost:" + RestAssured.port + "/og/" + contest + "/a.png";
        for (var userAgent : FETCHERS) {
            var answer = fetcher(userAgent).get("/s/" + code);
            assertThat(answer.statusCode()).as(userAgent).isEqualTo(200);
            assertThat(answer.header("Location")).isNull();
            assertThat(answer.header("X-Robots-Tag")).isEqualTo("noindex");
            var page = Jsoup.parse(answer.asString());
            assertThat(property(page, "og:title")).isEqualTo("Wells & <b>\"water\"</b>");
            assertThat(property(page, "og:description"))
                    .isEqualTo(ENGLISH.link().about("A contest"));
            assertThat(property(page, "og:url")).isEqualTo(link);
            assertThat(property(page, "og:locale")).isEqualTo("en_US");
            assertThat(property(page, "og:image")).isEqualTo(picture + "?language=en");
            assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(link);
            assertThat(page.select("meta[name=twitter:card]").attr("content")).isEqualTo("summary_large_image");
            assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
            assertThat(page.select("main a").attr("href")).isEqualTo("https://a.example/video?a=1&b=2&via=" + code);
            assertThat(page.select("script, b")).isEmpty();
        }
        var head = fetcher("Twitterbot/1.0").head("/s/" + code);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.contentType()).isEqualTo("text/html;charset=UTF-8");
        given().get(picture + "?language=en").then().statusCode(200).contentType("image/png");
        assertThat(property(
                        Jsoup.parse(fetcher(FETCHERS.get(0))
                                .header("Accept-Language", "ko-KR,ko;q=0.9")
                                .get("/s/" + code)
                                .asString()),
                        "og:locale"))
                .isEqualTo("ko_KR");
        assertThat(fetcher("Twitterbot/1.0").get("/s/2222222222").statusCode()).isEqualTo(404);
        assertThat(ledger(contest)).isEmpty();
    }

    @Test
    void fetcherThatNamesNoLanguage_getsThatOfTheContestsZone() {
        var contest = "t-" + UUID.randomUUID();
        organizer().body("""
                {"slug":"%s","name":"겨울 대회","zone":"Asia/Seoul","opensAt":"2013-12-17T00:00","duration":"PT48H"}""".formatted(contest)).post("/api/contests").then().statusCode(201);
        withCampaigns(contest, "a");
        var code = shareLink(contest, "a", "kakaotalk", "ann");
        var page = Jsoup.parse(
                fetcher("facebookexternalhit/1.1; kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap/33984")
                        .get("/s/" + code)
                        .asString());
        assertThat(property(page, "og:description")).startsWith("‘겨울 대회’ 대회에 참가한 캠페인입니다.");
        assertThat(property(page, "og:image")).endsWith("?language=ko");
    }

    @Test
    void personInANetworksOwnBrowser_isLedOn() {
        var code = shareLink(live("null"), "a", "facebook", "ann");
        for (var userAgent : List.of(
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22G100 Safari/604.1 MetaIAB Facebook",
                "Mozilla/5.0 (Linux; Android 14; SM-S921N; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/129.0 Mobile Safari/537.36 KAKAOTALK 10.8.0")) {
            fetcher(userAgent).get("/s/" + code).then().statusCode(302);
        }
    }

    private static String property(Document page, String name) {
        return page.select("meta[property=" + name + "]").attr("content");
    }

    private static RequestSpecification fetcher(String userAgent) {
        return given().redirects().follow(false).header("User-Agent", userAgent);
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
