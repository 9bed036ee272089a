package io.fortyeight.site.sharing;

import static io.fortyeight.TestContests.BROWSER;
import static io.fortyeight.TestContests.ROBOT;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.enter;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.shareLink;
import static io.fortyeight.TestText.ENGLISH;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.fortyeight.DatabaseResource;
import io.fortyeight.TestContests;
import io.fortyeight.TestText;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.site.script.ShareIntents;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class SharePageTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/s/([a-z0-9]{10})");

    private final ShareIntents intents = new ShareIntents();

    @Test
    void button_leadsToThePlatformsOwnPage_withALinkOfTheReadersOwn() {
        var contest = live("null");
        organizer()
                .body("{\"en\":{\"title\":\"Dogs\",\"text\":\"Look & see\",\"hashtags\":[\"dogs\"]}}")
                .put("/api/contests/" + contest + "/campaigns/a/share-text")
                .then()
                .statusCode(200);
        var answer = share(contest, "a", "twitter", BROWSER);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location"))
                .startsWith("https://twitter.com/intent/tweet?url=http%3A%2F%2Flocalhost%3A")
                .endsWith("&text=Look%20%26%20see&hashtags=dogs");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var code = code(answer);
        assertThat(code(share(contest, "a", "twitter", BROWSER)))
                .as("the same reader's")
                .isEqualTo(code);
        assertThat(code(share(contest, "a", "reddit", BROWSER))).isNotEqualTo(code);
        assertThat(code(share(contest, "b", "twitter", BROWSER))).isNotEqualTo(code);
        assertThat(code(share(contest, "a", "twitter", BROWSER + " Other/1"))).isNotEqualTo(code);
        given().redirects()
                .follow(false)
                .header("User-Agent", BROWSER)
                .get("/s/" + code)
                .then()
                .statusCode(302)
                .header("Location", "https://a.example/video?via=" + code);
    }

    @Test
    void everyPlatform_leadsToItsOwnAddress_orShowsTheLink() {
        var contest = live("null");
        for (var platform : Platform.values()) {
            var answer = share(contest, "a", platform.jsonName(), BROWSER);
            var address = intents.to(platform).address();
            if (address == null) {
                assertThat(answer.statusCode()).as(platform.jsonName()).isEqualTo(200);
                var page = Jsoup.parse(answer.asString());
                var link = page.select("#link").text();
                assertThat(link).matches(LINK);
                assertThat(page.select("img.qr").attr("src")).isEqualTo("/s/" + code(link) + "/qr.svg");
            } else {
                assertThat(answer.statusCode()).as(platform.jsonName()).isEqualTo(303);
                assertThat(answer.header("Location"))
                        .as(platform.jsonName())
                        .startsWith(address.substring(0, address.indexOf('{')));
            }
        }
    }

    @Test
    void appWithoutAnAddress_isNamed_inTheReadersLanguage() {
        var contest = live("null");
        assertThat(share(contest, "a", "kakaotalk", BROWSER).asString())
                .contains(TestText.ENGLISH.share().pasteThere("KakaoTalk"));
        var korean = given().header("User-Agent", BROWSER)
                .header("Accept-Language", "ko")
                .get("/share/" + contest + "/a/kakaotalk")
                .asString();
        assertThat(korean).contains("카카오톡에는 앱에서만 링크를 올릴 수 있습니다", "lang=\"ko\"");
    }

    @Test
    void hostileRequests_leadNowhereElse() {
        var contest = live("null");
        for (var request : List.of(
                given().queryParam("url", "https://evil.example/"),
                given().queryParam("next", "//evil.example").header("Referer", "https://evil.example/"),
                given().header("Host", "evil.example\\@evil.example"))) {
            var answer = request.redirects()
                    .follow(false)
                    .header("User-Agent", BROWSER)
                    .get("/share/" + contest + "/a/facebook");
            if (answer.statusCode() == 303) {
                assertThat(answer.header("Location"))
                        .startsWith("https://www.facebook.com/sharer/sharer.php?u=http%3A%2F%2Flocalhost")
                        .doesNotContain("evil");
            }
        }
    }

    @Test
    void whatIsNot_isAPageInWords() {
        var contest = live("null");
        for (var path :
                List.of("none/a/facebook", contest + "/none/facebook", contest + "/a/none", contest + "/a/FACEBOOK")) {
            var answer = given().header("User-Agent", BROWSER).get("/share/" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.asString()).contains(ENGLISH.share().missing());
        }
    }

    @Test
    void robots_getNoLinks_andThePageIsSharedAsItIs() {
        var contest = live("null");
        assertThat(share(contest, "a", "facebook", ROBOT).header("Location"))
                .isEqualTo("https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fa.example%2Fvideo");
        var page = Jsoup.parse(share(contest, "a", "copy", ROBOT).asString());
        assertThat(page.select("#link").text()).isEqualTo("https://a.example/video");
        assertThat(page.select("img.qr")).isEmpty();
        var prefetched = given().redirects()
                .follow(false)
                .header("User-Agent", BROWSER)
                .header("Sec-Purpose", "prefetch")
                .get("/share/" + contest + "/a/facebook");
        assertThat(prefetched.header("Location")).endsWith("u=https%3A%2F%2Fa.example%2Fvideo");
    }

    @Test
    void campaignsPage_hasAButtonForEachOfThem() {
        var contest = live("null");
        var page =
                Jsoup.parse(given().get("/contests/" + contest + "/campaigns/a").asString());
        assertThat(page.select(".share-buttons a").eachAttr("href"))
                .isEqualTo(intents.getButtons().stream()
                        .map(platform -> "/share/" + contest + "/a/" + platform.jsonName())
                        .toList())
                .hasSize(17);
        assertThat(page.select(".share-buttons a").eachAttr("rel")).containsOnly("nofollow");
    }

    @Test
    void qrCode_isReadBackAsTheLink() throws Exception {
        var code = shareLink(live("null"), "a", "qr", "ann");
        var png = given().get("/s/" + code + "/qr.png");
        assertThat(png.statusCode()).isEqualTo(200);
        assertThat(png.contentType()).isEqualTo("image/png");
        assertThat(png.header("Cache-Control")).isEqualTo("public, max-age=86400, immutable");
        var picture = ImageIO.read(new ByteArrayInputStream(png.asByteArray()));
        var size = picture.getWidth();
        assertThat(size).isBetween(1_000, 2_000);
        var pixels = picture.getRGB(0, 0, size, size, null, 0, size);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels)));
        assertThat(new QRCodeReader().decode(bitmap).getText())
                .isEqualTo("http://localhost:" + RestAssured.port + "/s/" + code);
        var svg = given().get("/s/" + code + "/qr.svg");
        assertThat(svg.contentType()).isEqualTo("image/svg+xml;charset=UTF-8");
        assertThat(svg.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(svg.asString()).contains("/s/" + code + "</title>");
    }

    @Test
    void qrCodeOfNoLink_isNotFound() {
        var code = shareLink(live("null"), "a", "qr", "ann");
        for (var path : List.of("2222222222/qr.svg", "none/qr.png", code + "/qr.gif", code + "/qr.", code + "/qr")) {
            assertThat(given().get("/s/" + path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void pageInLettersOfItsOwn_isSharedAsItIsWritten() {
        var contest = contest(now().minus(Duration.ofMinutes(10)), TestContests.TWO_DAYS, "null");
        enter(contest, "{\"slug\":\"a\",\"title\":\"A\",\"pageUrl\":\"https://bücher.example/é?q=한\"}");
        assertThat(URLDecoder.decode(share(contest, "a", "facebook", ROBOT).header("Location"), StandardCharsets.UTF_8))
                .endsWith("?u=https://bücher.example/é?q=한");
    }

    private static Response share(String contest, String campaign, String platform, String userAgent) {
        return given().redirects()
                .follow(false)
                .header("User-Agent", userAgent)
                .get("/share/" + contest + "/" + campaign + "/" + platform);
    }

    private static String code(Response answer) {
        return code(URLDecoder.decode(answer.header("Location"), StandardCharsets.UTF_8));
    }

    private static String code(String text) {
        var found = LINK.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }
}
