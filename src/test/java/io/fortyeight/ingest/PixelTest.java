package io.fortyeight.ingest;

import static io.fortyeight.TestContests.browser;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestContests.withCampaigns;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.TestContests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PixelTest {

    private static final String RAW = "{\"preset\":\"raw\"}";
    private static final String FAIR = "{\"preset\":\"fair-48h\"}";

    @Test
    void pixel_countsAView_andIsNeverCached() throws IOException {
        var contest = live(FAIR);
        var first = browser().get("/p/" + contest + "/a.gif?visitor=alice");
        assertPixel(first, 200, "counted");
        assertThat(first.header("Cache-Control")).isEqualTo("no-store, no-cache, must-revalidate, private");
        assertThat(first.header("Expires")).isEqualTo("0");
        assertThat(first.header("ETag")).isNull();
        assertThat(first.header("Last-Modified")).isNull();
        assertThat(first.header("Set-Cookie")).isNull();
        var picture = ImageIO.read(new ByteArrayInputStream(first.asByteArray()));
        assertThat(picture.getWidth()).isEqualTo(1);
        assertThat(picture.getHeight()).isEqualTo(1);
        assertThat(picture.getRGB(0, 0) >>> 24).as("opacity").isZero();
        assertPixel(browser().get("/p/" + contest + "/a.gif?visitor=alice"), 200, "repeat");
        assertThat(ledger(contest)).hasSize(2);
    }

    @Test
    void pixelAndScript_knowTheSameVisitor() {
        var contest = live(FAIR);
        assertPixel(browser().get("/p/" + contest + "/a.gif?visitor=alice"), 200, "counted");
        assertThat(verdict(view(contest, "a", "alice"))).isEqualTo("repeat");
        assertPixel(browser().get("/p/" + contest + "/b.gif"), 200, "counted");
        assertThat(verdict(view(contest, "b", ""))).isEqualTo("repeat");
    }

    @Test
    void pixel_tellsEachVerdict() {
        assertPixel(browser().get("/p/" + past(FAIR) + "/a.gif"), 200, "late");
        var early = withCampaigns(contest(now().plus(Duration.ofHours(2)), Duration.ofHours(1), FAIR), "a");
        assertPixel(browser().get("/p/" + early + "/a.gif"), 200, "early");
        var contest = live(FAIR);
        assertPixel(browser(TestContests.ROBOT).get("/p/" + contest + "/a.gif"), 200, "robot");
        assertPixel(browser().header("Purpose", "prefetch").get("/p/" + contest + "/a.gif"), 200, "robot");
    }

    @Test
    void head_doesNotCount() {
        var contest = live(RAW);
        var answer = browser().head("/p/" + contest + "/a.gif");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("image/gif");
        assertThat(answer.asByteArray()).isEmpty();
        assertThat(ledger(contest)).isEmpty();
    }

    @Test
    void queryParameters_areThoseOfAPing() {
        var contest = live(RAW);
        var id = UUID.randomUUID();
        for (var i = 0; i < 2; i++) {
            assertPixel(
                    browser()
                            .urlEncodingEnabled(false)
                            .get("/p/" + contest + "/a.gif?visitor=%F0%9F%8E%AC&via=link-1&unknown=x&id=" + id),
                    200,
                    "counted");
        }
        assertThat(verdict(view(contest, "a", "\uD83C\uDFAC"))).isEqualTo("counted");
        assertThat(ledger(contest)).hasSize(2);
        assertThat(ledger(contest).get(0).path("via").asText()).isEqualTo("link-1");
        assertThat(ledger(contest).get(1).path("visitor"))
                .isEqualTo(ledger(contest).get(0).path("visitor"));
    }

    @Test
    void pixel_thatIsNotCounted_isStillAPicture() {
        var contest = live(RAW);
        var table = """
                /p/none/a.gif | 404
                /p/CONTEST/none.gif | 404
                /p/CONTEST/A.gif | 404
                /p/CONTEST/a%00.gif | 404
                /p/CONTEST/%c3%a9.gif | 404
                /p/CONTEST/a.gif?visitor=LONG | 400
                /p/CONTEST/a.gif?via=a%20b | 400
                /p/CONTEST/a.gif?id=1 | 400
                """;
        var softly = new SoftAssertions();
        table.lines().forEach(line -> {
            var row = line.split(" \\| ");
            var answer = browser()
                    .urlEncodingEnabled(false)
                    .get(row[0].replace("CONTEST", contest).replace("LONG", "x".repeat(65)));
            softly.assertThat(answer.statusCode()).as(line).isEqualTo(Integer.parseInt(row[1]));
            softly.assertThat(answer.contentType()).as(line).isEqualTo("image/gif");
            softly.assertThat(answer.asByteArray()).as(line).hasSize(43);
            softly.assertThat(answer.header("X-Fortyeight-Verdict")).as(line).isEqualTo("refused");
            softly.assertThat(answer.header("Cache-Control")).as(line).contains("no-store");
        });
        softly.assertAll();
        assertThat(ledger(contest)).isEmpty();
    }

    @Test
    void path_thatIsOdd_isNoFailure() {
        var contest = live(RAW);
        var softly = new SoftAssertions();
        for (var path : new String[] {
            "/p//a.gif",
            "/p/" + contest + "//a.gif",
            "//p/" + contest + "/a.gif",
            "/p/" + contest + "/.gif",
            "/p/" + contest + "/a.gif/",
            "/p/" + contest + "/a%2Egif",
            "/p/" + contest + "/a%2Fb.gif",
            "/p/" + contest + "/x/../a.gif",
            "/p/" + contest + "/./a.gif",
            "/p/" + contest + ";x=y/a.gif",
            "/p/" + contest + "/a.gif;x=y",
            "/p/a.gif",
            "/p/.gif",
        }) {
            var answer = browser().urlEncodingEnabled(false).get(path);
            softly.assertThat(answer.statusCode()).as(path).isIn(200, 400, 404);
            softly.assertThat(answer.asString()).as(path).doesNotContain("Exception", "io.fortyeight");
        }
        softly.assertAll();
    }

    @Test
    void foreignPage_getsAPictureButNoCount() {
        var contest = live(RAW);
        var answer = browser().header("Referer", "https://evil.example/").get("/p/" + contest + "/a.gif");
        assertPixel(answer, 403, "refused");
        assertThat(ledger(contest)).isEmpty();
        assertPixel(
                browser().header("Referer", "https://a.example/video").get("/p/" + contest + "/a.gif"), 200, "counted");
    }

    @Test
    void acceptOfAnyKind_getsThePicture() {
        var contest = live(RAW);
        for (var accept : new String[] {"image/avif,image/webp,*/*", "image/*", "text/html", "application/json"}) {
            assertPixel(browser().accept(accept).get("/p/" + contest + "/a.gif"), 200, "counted");
        }
    }

    private static void assertPixel(Response answer, int status, String verdict) {
        assertThat(answer.statusCode())
                .as(new String(answer.asByteArray(), StandardCharsets.ISO_8859_1))
                .isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("image/gif");
        assertThat(answer.asByteArray()).hasSize(43);
        assertThat(answer.header("X-Fortyeight-Verdict")).isEqualTo(verdict);
    }
}
