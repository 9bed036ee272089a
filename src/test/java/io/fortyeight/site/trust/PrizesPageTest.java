package io.fortyeight.site.trust;

import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestText.ENGLISH;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class PrizesPageTest {

    @Test
    void savedPrizes_areThoseOfTheApi_andAreShownAgain() {
        var contest = upcoming();
        var saved = save(contest, form("USD", "2", "2500.5", "1", "10000", "3", ""));
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(saved.header("Location")).isEqualTo("/desk/contests/" + contest + "/prizes?saved=1");
        var stated = get("/api/contests/" + contest + "/prizes");
        assertThat(stated.path("currency").asText()).isEqualTo("USD");
        assertThat(stated.path("prizes"))
                .map(prize -> prize.path("place").asInt() + ": "
                        + prize.path("amount").asDouble())
                .containsExactly("1: 10000.0", "2: 2500.5");
        var html = organizer().get(saved.header("Location")).htmlPath();
        assertThat(html.getList("**.findAll { it.@name == 'amount' }.@value")).startsWith("10000", "2500.5", "");
        assertThat(html.getString("**.find { it.@role == 'status' && it.@class.toString().contains('good') }"))
                .contains("Saved.");
    }

    @Test
    void wrongPrizes_areSaidBesideTheirFields_andNothingIsLost() {
        var contest = upcoming();
        var refused = save(contest, form("USD", "1", "much", "1", "5", "x", "7"));
        assertThat(refused.statusCode()).isEqualTo(400);
        var html = refused.htmlPath();
        assertThat(html.getList("**.findAll { it.@name == 'place' }.@value")).startsWith("1", "1", "x");
        assertThat(html.getList("**.findAll { it.@name == 'amount' }.@value")).startsWith("much", "5", "7");
        assertThat(error(html, "prizes.0.amount")).startsWith(ENGLISH.trust().prizeAmount(1) + ": must be a number");
        assertThat(error(html, "prizes.1.place"))
                .startsWith(ENGLISH.trust().prizePlace(2) + ": must be a place from 1");
        assertThat(error(html, "prizes.2.place"))
                .startsWith(ENGLISH.trust().prizePlace(3) + ": must be a place from 1");
        assertThat(get("/api/contests/" + contest + "/prizes").path("prizes")).isEmpty();
        assertThat(save(contest, form("dollars", "1", "5")).statusCode()).isEqualTo(400);
    }

    @Test
    void prizes_cannotBeChanged_onceTheWindowIsOpen() {
        var contest = live("null");
        assertThat(organizer().get(page(contest)).asString())
                .contains(ENGLISH.trust().prizesFixed())
                .doesNotContain("action=\"" + page(contest) + "\"");
        assertThat(save(contest, form("USD", "1", "5")).statusCode()).isEqualTo(409);
    }

    @Test
    void prizesOfThePast_areStatedOnce() {
        var contest = past("null");
        assertThat(save(contest, form("KRW", "1", "5000")).statusCode()).isEqualTo(303);
        assertThat(organizer().get(page(contest)).asString())
                .contains("₩5,000", ENGLISH.trust().prizesFixed());
        assertThat(save(contest, form("KRW", "1", "6000")).statusCode()).isEqualTo(409);
    }

    @Test
    void page_ofNoContest_saysSo_inKorean() {
        var answer = organizer().header("Accept-Language", "ko").get(page("none"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.asString()).contains("대회를 찾을 수 없습니다");
    }

    private static String error(XmlPath html, String field) {
        return html.getString("**.find { it.@id == '" + field + "-error' }");
    }

    private static String upcoming() {
        return contest(now().plus(Duration.ofDays(2)), Duration.ofHours(48), "null");
    }

    private static String page(String contest) {
        return "/desk/contests/" + contest + "/prizes";
    }

    private static RequestSpecification form(String currency, String... placesAndAmounts) {
        var form = given().auth()
                .oauth2("test-admin-token")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false)
                .formParam("currency", currency);
        for (var i = 0; i < placesAndAmounts.length; i += 2) {
            form.formParam("place", placesAndAmounts[i]).formParam("amount", placesAndAmounts[i + 1]);
        }
        return form;
    }

    private static Response save(String contest, RequestSpecification form) {
        return form.post(page(contest));
    }
}
