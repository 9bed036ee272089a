package io.fortyeight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@InBrowser
class EmbeddedElsewhereTest {

    @Test
    void badge_isShownOnAPageThatAsksForCrossOriginIsolation() throws Exception {
        var contest = live("null");
        try (var site = new OtherSite();
                var person = Person.atDesk()) {
            var address = site.put(
                    "/post",
                    "<img alt=\"Our place\" src=\"" + Person.server() + "/badge/" + contest + "/b.svg\">",
                    Map.of("Cross-Origin-Embedder-Policy", "require-corp"));
            var image = person.open(address).getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Our place"));
            assertThat(image).isVisible();
            assertThat((int) image.evaluate("image => image.naturalWidth")).isGreaterThan(100);
        }
    }

    @Test
    void box_thatOembedGives_worksInItsSandbox() throws Exception {
        var contest = live("null");
        verdict(view(contest, "b", "ann"));
        var answer = json(given().queryParam("url", Person.server() + "/contests/" + contest)
                .get("/oembed"));
        try (var site = new OtherSite();
                var person = Person.atDesk()) {
            var page = person.open(
                    site.put("/post", "<h1>Post</h1>" + answer.path("html").asText()));
            var box = page.frameLocator("iframe");
            assertThat(box.getByRole(AriaRole.ROW).nth(1)).containsText("Campaign b");
            assertThat(box.getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName("A contest")))
                    .hasAttribute("target", "_blank");
            assertThat(page.frames().get(1).evaluate("fetch(location.href).then(answer => answer.status)"))
                    .as("it may fetch itself again")
                    .isEqualTo(200);
            assertThat(person.context().cookies()).isEmpty();
        }
    }

    @Test
    void pagesThemselves_cantBeFramed() throws Exception {
        var contest = live("null");
        // No person: they fail on violations of policies, and here one is wanted.
        try (var site = new OtherSite();
                var context = Chromium.browser().newContext()) {
            for (var path : List.of("/contests/" + contest, "/contests/" + contest + "/campaigns/b")) {
                var page = context.newPage();
                var refusals = new ArrayList<String>();
                page.onConsoleMessage(message -> refusals.add(message.text()));
                page.navigate(site.put("/frame", "<iframe src=\"" + Person.server() + path + "\"></iframe>"));
                page.waitForCondition(() -> refusals.stream().anyMatch(text -> text.contains("frame-ancestors")));
                assertThat(page.frameLocator("iframe").getByRole(AriaRole.HEADING))
                        .hasCount(0);
                assertThat(given().get(path).header("X-Frame-Options")).isEqualTo("DENY");
            }
        }
    }

    @Test
    void box_hasNoRoomForMore() {
        var contest = live("null");
        var box = given().get("/embed/" + contest + "/b");
        assertThat(box.header("Content-Security-Policy"))
                .contains("frame-ancestors *")
                .doesNotContain("unsafe");
        assertThat(box.header("X-Frame-Options")).isNull();
        assertThat(box.header("Set-Cookie")).isNull();
        assertThat(given().get("/embed/no-such").statusCode()).isEqualTo(404);
        assertThat(given().get("/embed/" + contest + "/none").asString()).contains("There is no such campaign");
    }
}
