package io.fortyeight.standings;

import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestText.ENGLISH;
import static io.fortyeight.TestText.KOREAN;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class RulesPageTest {

    private static final Pattern ROW = Pattern.compile(
            "<tr><th scope=\"row\">([^<]+)</th><td><span class=\"state [a-z]*\">([^<]+)</span></td></tr>");

    @Test
    void examples_areThoseOfTheCard() {
        var contest = past("null");
        var page = page(contest, "en");
        assertThat(rows(page))
                .containsExactly(
                        "at the opening: counted",
                        "29 seconds later: repeat",
                        "31 seconds later: over the visitor’s limit",
                        "59 minutes and 59 seconds later: over the visitor’s limit",
                        "1 hour and 1 second later: counted",
                        "2013-12-17 04:59:59.999 UTC: too early",
                        "2013-12-17 05:00:00.000 UTC: counted",
                        "2013-12-19 04:59:59.999 UTC: counted",
                        "2013-12-19 05:00:00.000 UTC: too late");
        assertThat(page)
                .contains(ENGLISH.page().storyOnRepeat("48 hours", "960", "48") + " "
                        + ENGLISH.page().storyNeverFrozen())
                .contains(
                        "Refreshing every 10 seconds: of 31 views, 1 count. View 31, 5 minutes after the first, freezes")
                .contains(ENGLISH.page().storySchool("300", "301", "second"))
                .contains(get("/api/contests/" + contest).at("/rules/hash").asText())
                .doesNotContain(
                        ENGLISH.page().freezeRuleOff(),
                        ENGLISH.page().capRuleOff(),
                        ENGLISH.page().networkRuleOff());
    }

    @Test
    void examples_inKorean_areTheSame() {
        assertThat(page(past("null"), "ko"))
                .contains(KOREAN.page().storyOnRepeat("48시간", "960", "48") + " "
                        + KOREAN.page().storyNeverFrozen())
                .contains("29초 뒤", "방문자 한도 초과", "한 방문자의 기준")
                .doesNotContain("counted", ENGLISH.page().storyNeverFrozen());
    }

    @Test
    void cardThatSwitchesRulesOff_saysSo_andItsExamplesFollow() {
        var page = page(past("{\"preset\":\"raw\"}"), "en");
        assertThat(page)
                .contains(ENGLISH.page().freezeRuleOff())
                .contains(ENGLISH.page().storyOnRepeat("48 hours", "960", "960"))
                .contains("Refreshing every 10 seconds: of 360 views, 360 count. The visitor is never frozen.")
                .doesNotContain("People behind one address, one every");
        assertThat(rows(page)).startsWith("at the opening: counted", "1 second later: counted");
    }

    @Test
    void cardThatFreezesARepeatedVideo_doesNotHideIt() {
        assertThat(page(
                        past(
                                "{\"preset\":\"fair-48h\",\"freeze\":{\"pings\":2,\"within\":\"PT10M\",\"lasts\":\"PT1H\"}}"),
                        "en"))
                .contains(ENGLISH.page().storyFrozen("3", "6 minutes"));
    }

    private static List<String> rows(String page) {
        return ROW.matcher(page)
                .results()
                .map(row -> row.group(1) + ": " + row.group(2))
                .toList();
    }

    private static String page(String contest, String language) {
        return given().header("Accept-Language", language)
                .get("/contests/" + contest + "/rules")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
