package io.fortyeight.standings;

import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestJob.LIVE_EVENTS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.fortyeight.DatabaseResource;
import io.fortyeight.TestContests;
import io.fortyeight.TestEvents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PagesTest {

    /** The test client's own name is on the robots list. */
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    @TestHTTPResource
    URI server;

    @BeforeEach
    void ready() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void readiness_tellsOfTheWriter() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'writer' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'writer' }.data.queueDepth", equalTo(0))
                .body("checks.find { it.name == 'writer' }.data.unsafe", equalTo(false));
    }

    @Test
    void page_ofAContest_escapesWhatOrganizersWrite() {
        var slug = contest("Tom & <script>alert(1)</script>");
        campaign(slug, "one", "<img src=x onerror=alert(2)>");
        var page = given().get("/contests/" + slug)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", not(containsString("unsafe-inline")))
                .extract()
                .asString();
        assertThat(page)
                .contains("Tom &amp; &lt;script&gt;alert(1)&lt;/script&gt;", "&lt;img src=x onerror=alert(2)&gt;")
                .contains("Not final.", "Closes in", "href=\"https://example.org/one\"")
                .doesNotContain("<script>", "<img src=x", "Counts may be lost", "style=");
        given().get("/").then().statusCode(200).body(containsString("href=\"/contests/" + slug + "\""));
    }

    @Test
    void page_saysWhatItIs_toWhoQuotesIt() {
        var slug = contest("A \"quoted\" name");
        var page = given().get("/contests/" + slug + "?utm=x").asString();
        assertThat(page)
                .contains("<title>A &quot;quoted&quot; name – Open – Fortyeight</title>")
                .contains("<meta name=\"description\" content=\"A &quot;quoted&quot; name: live standings,")
                .contains("<link rel=\"canonical\" href=\"" + server.resolve("/contests/" + slug) + "\">");
    }

    @Test
    void page_tellsTimesInTheContestsZoneAndInUtc_withoutScripts() {
        var slug = TestContests.past("null");
        assertThat(given().get("/contests/" + slug).asString()).contains("Tuesday 17 December 2013, 05:00 UTC");
        var zoned = "pages-" + UUID.randomUUID();
        organizer(Map.of(
                        "slug",
                        zoned,
                        "name",
                        "Zoned",
                        "zone",
                        "America/New_York",
                        "opensAt",
                        "2013-12-17T00:00",
                        "duration",
                        "PT48H"))
                .post("/api/contests")
                .then()
                .statusCode(201);
        assertThat(given().get("/contests/" + zoned).asString())
                .contains("Tuesday 17 December 2013, 00:00 (as Tuesday begins) (UTC−05:00)", "America/New_York")
                .contains("Tuesday 17 December 2013, 05:00 UTC");
    }

    @Test
    void pages_ofEachState_areKoreanThroughout() {
        var scheduled =
                TestContests.contest(TestContests.now().plus(Duration.ofDays(1)), TestContests.TWO_DAYS, "null");
        assertThat(korean("/contests/" + scheduled)).contains("시작 전", "아직 시작하지 않았습니다.", "시작까지", "아직 참가한 캠페인이 없습니다.");
        assertThat(korean("/contests/" + scheduled + "/result")).contains("대회가 아직 시작되지 않았습니다.");
        assertThat(korean("/contests/" + TestContests.live("null"))).contains("진행 중", "마감까지", "동점", "규칙 카드");
        var past = TestContests.past("null");
        assertThat(korean("/contests/" + past)).contains("지난 대회", "이 대회는 가져온 기록으로 집계합니다.");
        TestContests.certified(past);
        assertThat(korean("/contests/" + past)).contains("최종 결과입니다.", "확정서", "확정 순위");
        assertThat(korean("/contests/no-such")).contains("그런 대회가 없습니다");
        assertThat(korean("/")).contains("진행 중인 대회", "예정된 대회", "지난 대회", "캠페인 2개");
    }

    private static String korean(String path) {
        var page = given().header("Accept-Language", "ko").get(path).asString();
        assertThat(page).contains("<html lang=\"ko\">").doesNotContain("Not final", "Closes in", "All contests");
        return page;
    }

    @Test
    void list_hasWhatIsOpenFirst_withItsCountAndTheTimeLeft() {
        var open = TestContests.live("null");
        TestContests.ping(TestContests.view(open, "a", "ann"));
        var past = TestContests.past("null");
        var page = given().get("/").asString();
        assertThat(page.indexOf("/contests/" + open)).isLessThan(page.indexOf("/contests/" + past));
        var entry = page.substring(page.indexOf("/contests/" + open));
        assertThat(entry.substring(0, entry.indexOf("</li>")))
                .contains("2 campaigns · 1 counted so far", "Closes in", ">1 day</span>");
    }

    @Test
    void page_ofAContestThatIsNone_isNotFoundInWords() {
        given().header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .get("/contests/no-such-<b>contest")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("There is no such contest"))
                .body(containsString("no-such-&lt;b&gt;contest"));
    }

    @Test
    void assets_thatPagesName_areServed() {
        var page = given().get("/").asString();
        assertThat(page).contains("href=\"/fortyeight.css?v=", "src=\"/pages.js?v=", "href=\"/mark.svg?v=");
        Map.of("fortyeight.css", "text/css", "pages.js", "text/javascript", "mark.svg", "image/svg+xml")
                .forEach((name, type) ->
                        given().get("/" + name).then().statusCode(200).header("Content-Type", containsString(type)));
    }

    @Test
    void events_comeAtOnce_andAfterAPing() throws Exception {
        var slug = contest("Live");
        campaign(slug, "one", "One");
        try (var events = TestEvents.open(server.resolve("/api/contests/" + slug + "/events"))) {
            assertThat(events.header("Content-Type")).isEqualTo("text/event-stream;charset=UTF-8");
            assertThat(events.header("Cache-Control")).isEqualTo("no-store");
            assertThat(events.header("X-Accel-Buffering")).isEqualTo("no");
            var lines = events.lines();
            LIVE_EVENTS.untilAsserted(() -> assertThat(lines).contains("event: state", "event: standings"));
            LIVE_EVENTS.untilAsserted(() -> assertThat(lines)
                    .anyMatch(line -> line.startsWith("data: {\"state\":\"open\",\"opensAt\":\""))
                    .anyMatch(line -> line.contains("\"final\":false") && line.contains("\"score\":0")));
            given().header("User-Agent", BROWSER)
                    .contentType("application/json")
                    .body("""
                            {"contest":"%s","campaign":"one","kind":"view","visitor":"a"}""".formatted(slug))
                    .post("/api/pings")
                    .then()
                    .statusCode(202)
                    .body("verdict", equalTo("counted"));
            LIVE_EVENTS.untilAsserted(
                    () -> assertThat(lines).anyMatch(line -> line.contains("\"score\":1,\"counted\":1")));
        }
    }

    @Test
    void events_ofAContestThatIsNone_areAProblem() {
        given().header("Accept", "text/event-stream")
                .get("/api/contests/no-such-contest/events")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("There is no such contest"));
    }

    @Test
    void headOfEvents_ends() {
        given().head("/api/contests/" + contest("Head") + "/events").then().statusCode(200);
    }

    private static String contest(String name) {
        var slug = "pages-" + UUID.randomUUID();
        organizer(Map.of(
                        "slug",
                        slug,
                        "name",
                        name,
                        "zone",
                        "UTC",
                        "opensAt",
                        LocalDateTime.ofInstant(now(), ZoneOffset.UTC)
                                .minusMinutes(5)
                                .toString(),
                        "duration",
                        "PT48H"))
                .post("/api/contests")
                .then()
                .statusCode(201);
        return slug;
    }

    private static void campaign(String contest, String slug, String title) {
        organizer(Map.of("slug", slug, "title", title, "pageUrl", "https://example.org/" + slug))
                .post("/api/contests/" + contest + "/campaigns")
                .then()
                .statusCode(201);
    }

    private static RequestSpecification organizer(Map<String, String> body) {
        return given().header("Authorization", "Bearer test-admin-token")
                .contentType("application/json")
                .body(body);
    }
}
