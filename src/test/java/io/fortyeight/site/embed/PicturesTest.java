package io.fortyeight.site.embed;

import static io.fortyeight.TestContests.enter;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PicturesTest {

    private static final int GROUND = 0xf6f4ee;

    @Test
    void pictureOfAContest_showsItsNameAndItsStandings() throws IOException {
        var contest = live("null");
        verdict(view(contest, "b", "one"));
        var answer = given().get("/og/" + contest + ".png");
        var picture = picture(answer);
        assertThat(ink(picture, 176, 60, 900, 60)).as("its name").isPositive();
        assertThat(ink(picture, 64, 220, 60, 34)).as("the first place").isPositive();
        assertThat(ink(picture, 64, 292, 60, 34)).as("the second place").isPositive();
        assertThat(ink(picture, 64, 370, 1072, 200)).as("no third row").isZero();
        assertThat(picture.getRGB(1100, 271) & 0xffffff).as("the leader's bar").isEqualTo(0x0c6b5f);
        assertThat(picture.getRGB(1100, 343) & 0xffffff).as("the other's").isEqualTo(0xe8e6dc);
        assertThat(new String(answer.asByteArray(), UTF_8))
                .contains("A contest · Not final · #1 Campaign b: 1 counted view · #2 Campaign a: 0 counted views");
        assertThat(answer.header("Cache-Control")).contains("max-age=60");
        given().header("If-None-Match", answer.header("ETag"))
                .get("/og/" + contest + ".png")
                .then()
                .statusCode(304);
    }

    @Test
    void pictureOfACampaign_showsHangul() throws IOException {
        var contest = live("null");
        enter(contest, """
                {"slug":"k","title":"밤에도 여는 학교 🎉","pageUrl":"https://k.example/"}""");
        var answer = given().get("/og/" + contest + "/k.png?language=ko");
        var picture = picture(answer);
        assertThat(ink(picture, 64, 130, 560, 80)).as("its title").isGreaterThan(2_000);
        assertThat(ink(picture, 64, 390, 300, 140)).as("its place").isGreaterThan(5_000);
        assertThat(new String(answer.asByteArray(), UTF_8)).contains("밤에도 여는 학교 🎉 · 캠페인 3개 중 1위");
    }

    @Test
    void titles_thatAreLongOrCantBeDrawn_breakNothing() throws IOException {
        var contest = live("null");
        enter(contest, "{\"slug\":\"long\",\"title\":\"" + "가".repeat(200) + "\",\"pageUrl\":\"https://l.example/\"}");
        enter(contest, "{\"slug\":\"emoji\",\"title\":\"🎉🎉\",\"pageUrl\":\"https://e.example/\"}");
        var picture = picture(given().get("/og/" + contest + "/long.png"));
        assertThat(ink(picture, 1140, 0, 60, 630))
                .as("nothing runs over the margin")
                .isZero();
        assertThat(ink(picture(given().get("/og/" + contest + "/emoji.png")), 64, 130, 400, 80))
                .as("its slug")
                .isPositive();
        assertThat(ink(picture(given().get("/og/" + contest + ".png")), 1140, 0, 60, 630))
                .isZero();
    }

    @Test
    void hyphen_isDrawnAsOne() {
        var lettering = new Lettering();
        var bounds = lettering.outline("-", 100, 0, 0).getBounds2D();
        assertThat(bounds.getHeight()).isBetween(5.0, 15.0);
        assertThat(bounds.getMaxX()).isLessThanOrEqualTo(lettering.width("-", 100));
    }

    @Test
    void pictureOfNobody_isNotFound() {
        given().get("/og/no-such.png").then().statusCode(404).contentType("application/problem+json");
        given().get("/og/" + live("null") + "/none.png").then().statusCode(404);
    }

    private static BufferedImage picture(Response answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("image/png");
        var picture = ImageIO.read(new ByteArrayInputStream(answer.asByteArray()));
        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(picture.getHeight()).isEqualTo(630);
        return picture;
    }

    /** How many points of this part have another colour than the ground. */
    private static long ink(BufferedImage picture, int left, int top, int width, int height) {
        return IntStream.range(0, width * height)
                .filter(point -> (picture.getRGB(left + point % width, top + point / width) & 0xffffff) != GROUND)
                .count();
    }
}
