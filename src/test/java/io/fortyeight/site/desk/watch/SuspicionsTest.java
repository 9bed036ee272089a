package io.fortyeight.site.desk.watch;

import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.now;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.past;
import static io.fortyeight.TestContests.withCampaigns;
import static io.fortyeight.TestContests.without;
import static io.fortyeight.TestText.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.credit.WrittenCredit;
import io.fortyeight.spread.ProxiedClient;
import io.fortyeight.spread.Supporter;
import io.fortyeight.web.http.Instants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Share links that stand out, by real visits. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class SuspicionsTest {

    @Inject
    MovableClock clock;

    @Inject
    DataSource database;

    private ProxiedClient client;
    private int networks;

    @BeforeEach
    void open() {
        client = new ProxiedClient(RestAssured.port);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void linksThatStandOut_areTold_withNumbersAndRules_andNothingFollows() {
        var contest = live("{\"preset\":\"fair-48h\"}");
        var star = link(contest, "star", Platform.TWITTER);
        var school = link(contest, "school", Platform.KAKAOTALK);
        var flash = link(contest, "flash", Platform.TELEGRAM);
        for (var i = 0; i < 6; i++) {
            visit(contest, link(contest, "sharer-" + i, Platform.FACEBOOK), fresh());
        }
        var home = fresh();
        for (var minute = 0; minute < 3; minute++) {
            toTheNextMinute();
            for (var i = 0; i < 20; i++) {
                visit(contest, star, fresh());
            }
            for (var i = 0; i < 8; i++) {
                visit(contest, school, i < 5 ? home : fresh());
            }
        }
        var begins = toTheNextMinute();
        for (var i = 0; i < 24; i++) {
            visit(contest, flash, fresh());
        }
        new WrittenCredit(database, contest).given();
        var report = suspicions(contest);
        assertThat(network(report)).hasSize(16).matches("[0-9a-f]+");
        assertThat(without(report, "asOf"))
                .isEqualTo(json("""
                {"links":9,"median":1.0,
                 "rules":{"leastVisits":50,"timesMedian":10.0,"score":3.5,"leastForPart":20,"part":0.5},
                 "suspicions":[
                  {"kind":"far_above","link":"%s","campaign":"a","platform":"twitter","visits":60,"score":4.0},
                  {"kind":"one_network","link":"%s","campaign":"a","platform":"kakaotalk","visits":24,"part":15,"of":24,
                   "network":"%s"},
                  {"kind":"one_minute","link":"%s","campaign":"a","platform":"telegram","visits":24,"part":24,"of":24,
                   "minute":"%s"}]}""".formatted(star, school, network(report), flash, Instants.text(begins))));
        var page = page(contest, "en");
        assertThat(page)
                .contains("not proof", "9 links have brought visits; half of them 1 or fewer.")
                .contains("Far above the rest: 60 visits, where the median is 1 (modified z-score 4)")
                .contains("One network: 15 of 24 visits are from "
                        + network(report).substring(0, 8) + "…")
                .contains("One minute: 24 of 24 visits came within one minute, at ")
                .contains("<code>" + star + "</code>");
        assertThat(page(contest, "ko")).contains("눈에 띄는 공유 링크", "방문 24회 가운데 15회", "방문 60회(중앙값 1회, 수정 z 점수 4)");
    }

    @Test
    void contestWithoutLinks_hasNoneThatStandOut() {
        var contest = past("null");
        assertThat(without(suspicions(contest), "asOf", "rules"))
                .isEqualTo(json("{\"links\":0,\"median\":0.0,\"suspicions\":[]}"));
        assertThat(page(contest, "en")).contains("No link stands out.");
    }

    @Test
    void hiddenTime_tellsNothing() {
        var slug = "t-" + UUID.randomUUID();
        var opensAt = now().minusSeconds(60);
        organizer()
                .body("""
                {"slug":"%s","name":"n","zone":"UTC","opensAt":"%s","duration":"PT48H","blackout":"PT48H"}""".formatted(slug, opensAt.toString().replace("Z", "")))
                .post("/api/contests")
                .then()
                .statusCode(201);
        withCampaigns(slug, "a");
        var link = link(slug, "sharer", Platform.TWITTER);
        var home = fresh();
        for (var i = 0; i < 20; i++) {
            visit(slug, link, home);
        }
        new WrittenCredit(database, slug).given();
        assertThat(without(suspicions(slug), "asOf", "rules"))
                .isEqualTo(json("{\"hiddenSince\":\"" + Instants.text(opensAt) + "\",\"suspicions\":[]}"));
        assertThat(page(slug, "en")).contains(ENGLISH.desk().suspicionsHidden()).doesNotContain(link);
    }

    private String link(String contest, String visitor, Platform platform) {
        return new Supporter(client, contest, fresh(), visitor).link("a", platform);
    }

    /** By somebody new; always counted. */
    private void visit(String contest, String code, String address) {
        assertThat(new Supporter(client, contest, address, UUID.randomUUID().toString()).view("a", code))
                .isEqualTo("counted");
    }

    private String fresh() {
        networks++;
        return "203.0." + networks / 256 + "." + networks % 256;
    }

    /** So that what follows comes within one minute; when that begins. */
    private Instant toTheNextMinute() {
        var next = now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
        clock.advance(Duration.between(now(), next).plusMillis(1));
        return next;
    }

    private static String network(JsonNode report) {
        return report.at("/suspicions/1/network").asText();
    }

    private static JsonNode suspicions(String contest) {
        var answer = organizer().get("/api/contests/" + contest + "/suspicions");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return json(answer);
    }

    private static String page(String contest, String language) {
        var answer = organizer().header("Accept-Language", language).get("/desk/contests/" + contest + "/watch");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.asString();
    }
}
