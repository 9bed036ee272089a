package io.fortyeight.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsListTest {

    private static final RobotsList ROBOTS = new RobotsList(new LinkPreviews());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "true  | Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
                "true  | curl/7.88.1",
                "true  | Wget/1.21.3",
                "true  | python-requests/2.31.0",
                "true  | facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
                "true  | Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0.0.0 Safari/537.36",
                "true  | Chirp",
                "true  | gotosocial/0.17",
                "false | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
                "false | Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
                "false | Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
                "false | Mozilla/5.0 (Linux; Android 14; SM-S918N) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
                "false | Mozilla/5.0 (compatible; gOOGLEbOT; case matters)",
                "false | ''",
                "false | -",
            })
    void userAgent_isOnTheListOrNot(boolean robot, String userAgent) {
        assertThat(ROBOTS.isRobot(userAgent)).isEqualTo(robot);
        assertThat(ROBOTS.isRobot(userAgent)).as("asked again").isEqualTo(robot);
    }

    @Test
    void version_isThePublishedOne() {
        assertThat(ROBOTS.robots()).isEqualTo("crawler-user-agents 1.60.0, link-previews 1");
    }

    @Test
    void verdicts_areThoseOfThePlainExpressions() throws Exception {
        List<Pattern> expressions = new ArrayList<>();
        List<String> samples = new ArrayList<>();
        try (InputStream list = RobotsList.class.getResourceAsStream("crawler-user-agents/crawler-user-agents.json")) {
            for (JsonNode robot : new ObjectMapper().readTree(list)) {
                expressions.add(Pattern.compile(robot.get("pattern").textValue()));
                // As published, in another case, and cut: robots, people, and what lies between.
                for (JsonNode instance : robot.path("instances")) {
                    String userAgent = instance.textValue();
                    samples.add(userAgent);
                    samples.add(userAgent.toLowerCase(Locale.ROOT));
                    samples.add(userAgent.substring(userAgent.length() / 3));
                }
            }
        }
        assertThat(expressions).hasSize(1500);
        UserAgentPatterns patterns =
                new UserAgentPatterns(expressions.stream().map(Pattern::pattern).toList());
        int robots = 0;
        for (String sample : samples) {
            boolean expected = expressions.stream()
                    .anyMatch(expression -> expression.matcher(sample).find());
            robots += expected ? 1 : 0;
            assertThat(patterns.matches(sample)).as(sample).isEqualTo(expected);
        }
        assertThat(robots).isBetween(samples.size() / 3, samples.size() - 1);
    }

    @Test
    void longUserAgent_isExaminedUpToALimit() {
        String robot = "Googlebot/";
        int room = UserAgentVerdicts.EXAMINED - robot.length();

        assertThat(ROBOTS.isRobot("x".repeat(room) + robot + "y".repeat(10_000)))
                .isTrue();
        assertThat(ROBOTS.isRobot("x".repeat(room + 1) + robot)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "abc,       abc",
        "a\\/b\\.c, a/b.c",
        "\\(x\\),   (x)",
        "a.c,",
        "[wW]get,",
        "\\d,",
        "^abc,",
        "a|b,",
        "ab?,",
        "a\\,",
    })
    void plainText_isOnlyWhatMeansItself(String expression, String text) {
        assertThat(UserAgentPatterns.plainText(expression)).isEqualTo(text);
    }
}
