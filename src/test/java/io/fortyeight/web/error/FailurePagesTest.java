package io.fortyeight.web.error;

import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestPeople.COOKIE;
import static io.fortyeight.TestPeople.PASSWORD;
import static io.fortyeight.TestPeople.fromOwnPage;
import static io.fortyeight.TestPeople.session;
import static io.fortyeight.TestPeople.user;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.web.page.Language;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class FailurePagesTest {

    private static final String BROWSERS = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    /** What is sent, with LIVE for a contest; the status, and how the page's heading begins. */
    private static final String TABLE = """
            GET /nonsense | 404 | Nothing at this address
            GET /contests/none/campaigns/none/snippet | 404 | Nothing at this address
            GET /contests/LIVE/campaigns/none/snippet | 404 | Nothing at this address
            GET /desk/contests/LIVE/imports/none | 404 | Nothing at this address
            GET /desk/contests/LIVE/recounts/none | 404 | Nothing at this address
            GET /q/nonsense | 404 | Nothing at this address
            GET /%3Cscript%3Ealert(1)%3C/script%3E | 404 | Nothing at this address
            DELETE /contests/LIVE | 405 | This can’t be done here
            POST /login | 403 | This was refused
            GET /test/failure | 500 | Something went wrong here
            GET /test/route-failure | 500 | Something went wrong here
            """;

    @Test
    void failure_isAPageForBrowsers_andAProblemForOthers() {
        var contest = live("null");
        var session = session(user("organizer"), PASSWORD);
        var softly = new SoftAssertions();
        TABLE.lines().forEach(line -> {
            var row = line.split(" \\| ");
            var method = row[0].split(" ")[0];
            var path = row[0].split(" ")[1].replace("LIVE", contest);
            var page = send(session, BROWSERS, method, path);
            softly.assertThat(page.statusCode()).as(line).isEqualTo(Integer.parseInt(row[1]));
            softly.assertThat(page.contentType()).as(line).isEqualTo("text/html;charset=UTF-8");
            softly.assertThat(page.header("Content-Security-Policy")).as(line).startsWith("default-src 'self'");
            softly.assertThat(page.asString())
                    .as(line)
                    .contains("<h1>" + row[2], "<html lang=\"en\">")
                    .doesNotContain("<script>", "secret detail");
            var problem = send(session, "*/*", method, path);
            softly.assertThat(problem.statusCode()).as(line).isEqualTo(page.statusCode());
            softly.assertThat(problem.contentType()).as(line).startsWith("application/problem+json");
        });
        softly.assertAll();
    }

    @Test
    void failure_isToldInTheReadersLanguage_insideOfTheResourcesAndOutside() {
        for (var path : List.of("/nonsense", "/contests/none/campaigns/none/snippet", "/test/route-failure")) {
            var accepted = given().accept(BROWSERS)
                    .header("Accept-Language", "ko-KR,ko;q=0.9")
                    .get(path);
            assertThat(accepted.asString())
                    .contains("<html lang=\"ko\">")
                    .doesNotContain("Nothing at", "Something", "All contests", "Status");
            assertThat(accepted.header("Content-Language")).isEqualTo("ko");
            var chosen = given().accept(BROWSERS).cookie(Language.COOKIE, "ko").get(path);
            assertThat(chosen.asString()).contains("<html lang=\"ko\">");
        }
    }

    @Test
    void detail_isTold_whereItSaysWhatIsWrong() {
        var refused = given().accept(BROWSERS)
                .header("Origin", "https://evil.example")
                .post("/logout");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.asString()).contains("<p lang=\"en\">This must be sent by a page of this server");
    }

    @Test
    void formThatIsTooLarge_isAnsweredByAPage() {
        var refused = fromOwnPage().formParam("name", "x".repeat(70_000)).post("/login");
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.asString())
                .contains("<h1>This is too large</h1>", "<p lang=\"en\">The body is over 65536 bytes</p>");
    }

    @Test
    void interfaceAndPixel_haveNoPages() {
        for (var path : List.of("/api/nonsense", "/api/contests/none/leaderboard")) {
            assertThat(given().accept(BROWSERS).get(path).contentType())
                    .as(path)
                    .startsWith("application/problem+json");
        }
        assertThat(given().accept(BROWSERS).get("/p/none/none.gif").contentType())
                .isEqualTo("image/gif");
    }

    private static Response send(String session, String accept, String method, String path) {
        var request = given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .cookie(COOKIE, session)
                .accept(accept);
        return request.request(method, "http://localhost:" + RestAssured.port + path);
    }
}
