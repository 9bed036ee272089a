package io.fortyeight.site.script;

import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.verdict;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestContests.without;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class LiveNumbersTest {

    @Test
    void numbers_followTheCount() {
        var contest = live("null");
        var path = "/api/contests/" + contest + "/campaigns/b/live";
        assertThat(without(get(path), "opensAt", "closesAt", "serverTime", "place"))
                .isEqualTo(json("""
                        {"title":"Campaign b","count":0,"of":2,"final":false,"state":"open"}"""));
        assertThat(verdict(view(contest, "b", "ann"))).isEqualTo("counted");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(without(get(path), "opensAt", "closesAt", "serverTime"))
                        .isEqualTo(json("""
                                {"title":"Campaign b","count":1,"place":1,"of":2,"final":false,"state":"open"}""")));
        assertThat(given().get(path).header("Cache-Control")).isEqualTo("public, max-age=2");
    }

    @Test
    void numbers_ofWhatIsNot_areNotFound() {
        var contest = live("null");
        assertThat(given().get("/api/contests/none/campaigns/a/live").statusCode())
                .isEqualTo(404);
        assertThat(json(given().get("/api/contests/" + contest + "/campaigns/none/live"))
                        .path("detail")
                        .asText())
                .isEqualTo("There is no such campaign in this contest");
    }
}
