package io.fortyeight.site.embed;

import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.enter;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.withCampaigns;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.TestContests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class BadgeTest {

    private static final int MAX_BYTES = 2_000;

    @Test
    void badge_tellsPlaceAndScore_alsoToWhoCantSeeIt() throws Exception {
        var contest = live("null");
        TestContests.verdict(TestContests.view(contest, "b", "one"));
        var badge = given().get("/badge/" + contest + "/b.svg");
        assertThat(badge.statusCode()).isEqualTo(200);
        assertThat(badge.contentType()).isEqualTo("image/svg+xml;charset=UTF-8");
        assertThat(badge.body().asByteArray()).hasSizeLessThan(MAX_BYTES);
        assertThat(badge.header("Cache-Control")).contains("max-age=30");
        assertThat(badge.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(badge.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(badge.header("X-Frame-Options")).isNull();
        assertThat(badge.header("Set-Cookie")).isNull();
        var svg = svg(badge);
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Campaign b · Place 1 of 2 · 1 counted view · Not final");
        assertThat(texts(svg)).isEqualTo("Campaign b|#1 · 1 counted view · Not final");
        given().header("If-None-Match", badge.header("ETag"))
                .get("/badge/" + contest + "/b.svg")
                .then()
                .statusCode(304);
    }

    @Test
    void badge_escapesTitles_andCutsLongOnes() throws Exception {
        var contest = live("null");
        enter(contest, """
                {"slug":"x","title":"]]><script>alert('1')</script>&\\"\\uffff","pageUrl":"https://x.example/"}""");
        enter(
                contest,
                "{\"slug\":\"long\",\"title\":\""
                        + "서울에서 가장 긴 캠페인 이름 ".repeat(10).strip() + "\",\"pageUrl\":\"https://l.example/\"}");
        var hostile = svg(given().get("/badge/" + contest + "/x.svg"));
        assertThat(texts(hostile)).startsWith("]]><script>alert('1')</script>&\"|");
        assertThat(hostile.getElementsByTagName("script").getLength()).isZero();
        var cut = svg(given().get("/badge/" + contest + "/long.svg?language=ko"));
        assertThat(texts(cut)).startsWith("서울에서 가장 긴").contains("…|", "1위 · 인정 조회 0회 · 확정 전");
        assertThat(Double.parseDouble(cut.getAttribute("width"))).isLessThan(660);
    }

    @Test
    void badge_beforeTheOpening_promisesNoPlace() throws Exception {
        var contest = withCampaigns(contest(now().plus(Duration.ofDays(2)), Duration.ofDays(1), "null"), "a");
        assertThat(texts(svg(given().get("/badge/" + contest + "/a.svg")))).isEqualTo("Campaign a|Not open yet");
    }

    @Test
    void badge_ofNobody_saysSo() throws Exception {
        for (var path : new String[] {"/badge/no-such/b.svg", "/badge/" + live("null") + "/none.svg"}) {
            var badge = given().get(path);
            assertThat(badge.statusCode()).isEqualTo(404);
            assertThat(texts(svg(badge))).isEqualTo("Fortyeight|no such campaign");
        }
    }

    private static Element svg(Response badge) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(badge.body().asByteArray()))
                .getDocumentElement();
    }

    private static String texts(Element svg) {
        var texts = svg.getElementsByTagName("text");
        return texts.item(0).getTextContent() + "|" + texts.item(1).getTextContent();
    }
}
