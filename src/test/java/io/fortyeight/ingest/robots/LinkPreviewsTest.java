package io.fortyeight.ingest.robots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Lists are no use untried: user agents as networks' fetchers and people's browsers sent them. */
class LinkPreviewsTest {

    private static final LinkPreviews PREVIEWS = new LinkPreviews();
    private static final RobotsList ROBOTS = new RobotsList(PREVIEWS);

    @Test
    void fetchers_areKnown_andAreRobotsToTheCount() throws IOException {
        var softly = new SoftAssertions();
        for (var userAgent : lines("link-preview-user-agents.txt")) {
            softly.assertThat(PREVIEWS.isFetcher(userAgent)).as(userAgent).isTrue();
            softly.assertThat(ROBOTS.isRobot(userAgent)).as(userAgent).isTrue();
        }
        softly.assertAll();
    }

    @Test
    void people_areNeither_inTheBrowsersOfTheseNetworksToo() throws IOException {
        var browsers = lines("browser-user-agents.txt");
        assertThat(browsers).hasSizeGreaterThan(40);
        var softly = new SoftAssertions();
        for (var userAgent : browsers) {
            softly.assertThat(PREVIEWS.isFetcher(userAgent)).as(userAgent).isFalse();
            softly.assertThat(ROBOTS.isRobot(userAgent)).as(userAgent).isFalse();
        }
        softly.assertAll();
    }

    @Test
    void searchEnginesAndScripts_areRobots_butDontGetPreviews() {
        for (var userAgent : List.of(
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
                "curl/8.5.0",
                "python-requests/2.31.0")) {
            assertThat(PREVIEWS.isFetcher(userAgent)).as(userAgent).isFalse();
            assertThat(ROBOTS.isRobot(userAgent)).as(userAgent).isTrue();
        }
        assertThat(PREVIEWS.isFetcher("")).isFalse();
    }

    @Test
    void everyEntry_isTried_andNamesItsSource() throws IOException {
        var samples = lines("link-preview-user-agents.txt");
        for (var fetcher : list("fetchers")) {
            var pattern = Pattern.compile(fetcher.path("pattern").textValue());
            assertThat(samples).as(pattern.pattern()).anyMatch(sample -> pattern.matcher(sample)
                    .find());
            assertNamesItsSource(fetcher);
        }
        list("browsers").forEach(LinkPreviewsTest::assertNamesItsSource);
    }

    @Test
    void everyCorrection_correctsSomething() {
        var robots = new ArrayList<String>();
        RobotsList.read("crawler-user-agents/crawler-user-agents.json")
                .forEach(robot -> robots.add(robot.path("pattern").textValue()));
        assertThat(PREVIEWS.mistaken()).isNotEmpty().isSubsetOf(robots);
    }

    private static void assertNamesItsSource(JsonNode entry) {
        assertThat(entry.path("network").textValue()).isNotBlank();
        assertThat(URI.create(entry.path("source").textValue()).getHost()).isNotBlank();
    }

    private static JsonNode list(String name) {
        var list = RobotsList.read("link-previews.json").path(name);
        assertThat(list).isNotEmpty();
        return list;
    }

    private static List<String> lines(String file) throws IOException {
        try (var resource = LinkPreviewsTest.class.getResourceAsStream(file)) {
            return new String(resource.readAllBytes(), UTF_8).lines().toList();
        }
    }
}
