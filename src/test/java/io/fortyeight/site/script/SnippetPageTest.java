package io.fortyeight.site.script;

import static io.fortyeight.TestContests.enter;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestText.ENGLISH;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class SnippetPageTest {

    @Test
    void page_hasTheLinesToCopy_andWherePingsMayComeFrom() {
        var contest = live("null");
        enter(contest, """
                {"slug":"paws","title":"Paws & <b>Claws</b>","pageUrl":"https://paws.example/video?id=7#top",
                 "origins":["https://shop.paws.example"]}""");
        var page = page(contest, "en");
        assertThat(page)
                .contains(
                        "&lt;script async src=&quot;http://localhost:" + RestAssured.port
                                + "/fortyeight.js&quot; data-contest=&quot;" + contest
                                + "&quot; data-campaign=&quot;paws&quot;&gt;&lt;/script&gt;",
                        "&lt;noscript&gt;&lt;img src=&quot;http://localhost:" + RestAssured.port + "/p/" + contest
                                + "/paws.gif&quot;",
                        "href=\"https://paws.example/video?id=7&amp;fortyeight-test#top\"",
                        "<code>https://paws.example</code>",
                        "<code>https://shop.paws.example</code>",
                        "Paws &amp; &lt;b&gt;Claws&lt;/b&gt;",
                        ENGLISH.snippet().noPing())
                .doesNotContain("<b>Claws</b>");
        assertThat(verdict(view(contest, "paws", "ann"))).isEqualTo("counted");
        assertThat(page(contest, "en")).containsPattern("<dd>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC</dd>");
    }

    @Test
    void page_isInKorean_forWhoReadsIt() {
        var contest = live("null");
        enter(contest, "{\"slug\":\"paws\",\"title\":\"Paws\",\"pageUrl\":\"https://paws.example/\"}");
        assertThat(page(contest, "ko-KR,ko;q=0.9")).contains("복사하여 붙여 넣기", "Paws의 조회를 집계하기", "lang=\"ko\"");
    }

    @Test
    void page_ofWhatIsNot_isNotFound() {
        assertThat(given().get("/contests/none/campaigns/a/snippet").statusCode())
                .isEqualTo(404);
        assertThat(given().get("/contests/" + live("null") + "/campaigns/none/snippet")
                        .statusCode())
                .isEqualTo(404);
    }

    private static String page(String contest, String language) {
        var answer =
                given().header("Accept-Language", language).get("/contests/" + contest + "/campaigns/paws/snippet");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.asString();
    }
}
