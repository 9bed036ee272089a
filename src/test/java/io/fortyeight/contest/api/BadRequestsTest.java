package io.fortyeight.contest.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class BadRequestsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Members of a contest that replace those of a good one, then the fields that must be named. */
    private static final String CONTESTS = """
            "slug":null | slug
            "slug":"" | slug
            "slug":"Upper" | slug
            "slug":"-a" | slug
            "slug":"a-" | slug
            "slug":"a--b" | slug
            "slug":"a/b" | slug
            "slug":5 | slug
            "slug":true | slug
            "slug":["a"] | slug
            "name":null | name
            "name":"  " | name
            "name":"a\\u0000b" | name
            "name":"a\\nb" | name
            "name":"\\ud800" | name
            "name":{} | name
            "zone":null | zone
            "zone":"Mars/Olympus" | zone
            "zone":"+09:00" | zone
            "zone":"america/new_york" | zone
            "opensAt":null | opensAt
            "opensAt":"2013-02-30T00:00" | opensAt
            "opensAt":"2013-12-17" | opensAt
            "opensAt":"2013-12-17T24:00" | opensAt
            "opensAt":"2013-12-17T00:00Z" | opensAt
            "opensAt":"2013-12-17T00:00+01:00" | opensAt
            "opensAt":1387238400000 | opensAt
            "opensAt":"+999999999-01-01T00:00" | opensAt
            "opensAt":"1900-01-01T00:00" | opensAt
            "opensAt":"" | opensAt
            "duration":"PT0S" | duration
            "duration":"-PT48H" | duration
            "duration":"PT0.9999S" | duration
            "duration":"P367D" | duration
            "duration":"PT9999999999999999999H" | duration
            "duration":"PT2562047788015215H" | duration
            "duration":"48h" | duration
            "duration":48 | duration
            "duration":"PT1H","closesAt":"2093-12-19T00:00" | duration
            "closesAt":"2093-12-16T00:00" | closesAt
            "closesAt":"2093-12-17T00:00" | closesAt
            "closesAt":"2093-12-17T00:00:00.5" | closesAt
            "closesAt":"2095-12-17T00:00" | closesAt
            "announcesAt":"2093-12-18T00:00" | announcesAt
            "announcesAt":"soon" | announcesAt
            "publishes":"soon" | publishes
            "publishes":"" | publishes
            "publishes":"Announced" | publishes
            "publishes":5 | publishes
            "publishes":"announced" | announcesAt
            "publishes":"announced","announcesAt":"2093-12-18T23:59:59.999" | announcesAt
            "publishes":"announced","announcesAt":"2093-12-19T00:00" | announcesAt
            "blackout":"6 hours" | blackout
            "blackout":"" | blackout
            "blackout":6 | blackout
            "blackout":"PT0.999S" | blackout
            "blackout":"PT0S" | blackout
            "blackout":"-PT6H" | blackout
            "blackout":"PT48H0.001S" | blackout
            "duration":"PT6H","blackout":"PT7H" | blackout
            "colour":"red" | colour
            "rules":5 | rules
            "rules":[] | rules
            "rules":{"preset":"unfair"} | rules.preset
            "rules":{"preset":5} | rules.preset
            "rules":{"preset":null} | rules.preset
            "rules":{"robots":"none"} | rules.robots
            "rules":{"cap":{"slot":"PT1H"}} | rules.cap.max
            "rules":{"cap":{}} | rules.cap.slot rules.cap.max
            "rules":{"cap":5} | rules.cap
            "rules":{"cap":{"slot":"PT1H","max":1,"min":0}} | rules.cap.min
            "rules":{"cap":{"slot":"PT1H","max":0}} | rules.cap.max
            "rules":{"cap":{"slot":"PT1H","max":1000001}} | rules.cap.max
            "rules":{"cap":{"slot":"PT1H","max":1.0}} | rules.cap.max
            "rules":{"cap":{"slot":"PT1H","max":"1"}} | rules.cap.max
            "rules":{"cap":{"slot":"PT1H","max":99999999999999999999}} | rules.cap.max
            "rules":{"cap":{"slot":"PT0.0005S","max":1}} | rules.cap.slot
            "rules":{"cap":{"slot":"PT48H0.001S","max":1}} | rules.cap.slot
            "rules":{"cap":{"slot":"-PT1H","max":1}} | rules.cap.slot
            "rules":{"cap":{"slot":3600,"max":1}} | rules.cap.slot
            "rules":{"repeat":{"mode":"last","within":"PT30S"}} | rules.repeat.mode
            "rules":{"repeat":{"mode":"FIRST_TOUCH","within":"PT30S"}} | rules.repeat.mode
            "rules":{"repeat":{"mode":"chain"}} | rules.repeat.within
            "rules":{"freeze":{"pings":1001,"within":"PT1M","lasts":"PT1M"}} | rules.freeze.pings
            "rules":{"freeze":{"pings":1}} | rules.freeze.within rules.freeze.lasts
            "rules":{"network":{"slot":"PT1H","max":null}} | rules.network.max
            "rules":{"score":null} | rules.score
            "rules":{"score":{"view":1}} | rules.score.share
            "rules":{"score":{"view":-1,"share":0}} | rules.score.view
            "rules":{"score":{"view":0,"share":1001}} | rules.score.share
            "duration":"PT1S","rules":{"cap":{"slot":"PT1H","max":1}} | rules.cap.slot
            "slug":"UP","name":"","zone":"x" | slug name zone
            """;

    private static final String CAMPAIGNS = """
            "slug":null | slug
            "slug":"a_b" | slug
            "title":null | title
            "title":"a\\u0007" | title
            "pageUrl":null | pageUrl
            "pageUrl":"example.org" | pageUrl
            "pageUrl":"/video" | pageUrl
            "pageUrl":"ftp://example.org" | pageUrl
            "pageUrl":"javascript:alert(1)" | pageUrl
            "pageUrl":"https://" | pageUrl
            "pageUrl":"https:///video" | pageUrl
            "pageUrl":"https://user:secret@example.org/" | pageUrl
            "pageUrl":"https://example.org:99999/" | pageUrl
            "pageUrl":"https://exa mple.org/" | pageUrl
            "pageUrl":"https://example.org/a\\u0000b" | pageUrl
            "pageUrl":5 | pageUrl
            "origins":"https://example.org" | origins
            "origins":["https://example.org/path"] | origins[0]
            "origins":["https://example.org","*"] | origins[1]
            "origins":[null] | origins[0]
            "origins":["null"] | origins[0]
            "origins":[5] | origins[0]
            "number":3 | number
            """;

    @Test
    void contest_badFields_areNamed() {
        SoftAssertions.assertSoftly(softly -> CONTESTS.lines().forEach(line -> {
            var row = line.split(" \\| ");
            var good = "\"slug\":\"t-" + UUID.randomUUID()
                    + "\",\"name\":\"n\",\"zone\":\"America/New_York\",\"opensAt\":\"2093-12-17T00:00\"";
            check(softly, row, post("/api/contests", overlaid(good, row[0])));
        }));
    }

    @Test
    void campaign_badFields_areNamed() {
        var contest = "t-" + UUID.randomUUID();
        post("/api/contests", """
                {"slug":"%s","name":"n","zone":"UTC","opensAt":"2093-12-17T00:00"}""".formatted(contest)).then().statusCode(201);
        SoftAssertions.assertSoftly(softly -> CAMPAIGNS.lines().forEach(line -> {
            var row = line.split(" \\| ");
            var good = "\"slug\":\"a\",\"title\":\"t\",\"pageUrl\":\"https://example.org/\"";
            check(softly, row, post("/api/contests/" + contest + "/campaigns", overlaid(good, row[0])));
        }));
    }

    @Test
    void campaign_tooManyOrTooLong_isNamed() {
        var name = "x".repeat(201);
        post(
                        "/api/contests",
                        "{\"slug\":\"" + "a".repeat(65) + "\",\"name\":\"" + name
                                + "\",\"zone\":\"UTC\",\"opensAt\":\"2093-12-17T00:00\"}")
                .then()
                .statusCode(400);
        var origins = Stream.iterate(0, i -> i + 1)
                .limit(21)
                .map(i -> "\"https://o" + i + ".example.org\"")
                .toList();
        var answer = post(
                "/api/contests/none/campaigns",
                "{\"slug\":\"a\",\"title\":\"" + name + "\",\"pageUrl\":\"https://example.org/" + "x".repeat(2000)
                        + "\",\"origins\":" + origins + "}");
        answer.then().statusCode(400);
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("title", "pageUrl", "origins");
    }

    @Test
    void name_of200Emoji_isTaken() {
        post("/api/contests", """
                {"slug":"t-%s","name":"%s","zone":"UTC","opensAt":"2093-12-17T00:00"}""".formatted(UUID.randomUUID(), "🎬".repeat(200)))
                .then()
                .statusCode(201);
    }

    @Test
    void opening_skippedByAClockChange_namesBothReadings() {
        assertThat(message("2027-03-14T02:30"))
                .contains("is skipped")
                .contains("2027-03-14T07:30:00.000Z", "2027-03-14T03:30-04:00")
                .contains("2027-03-14T06:30:00.000Z", "2027-03-14T01:30-05:00");
    }

    @Test
    void opening_repeatedByAClockChange_namesBothReadings() {
        assertThat(message("2027-11-07T01:30"))
                .contains("comes twice")
                .contains("2027-11-07T05:30:00.000Z", "2027-11-07T01:30-04:00")
                .contains("2027-11-07T06:30:00.000Z", "2027-11-07T01:30-05:00");
    }

    @Test
    void unknownContest_isNotFound() {
        given().get("/api/contests/none").then().statusCode(404);
        post("/api/contests/none/campaigns", "{\"slug\":\"a\",\"title\":\"t\",\"pageUrl\":\"https://example.org/\"}")
                .then()
                .statusCode(404);
    }

    private static String message(String opensAt) {
        var answer = post("/api/contests", """
                {"slug":"dst","name":"n","zone":"America/New_York","opensAt":"%s"}""".formatted(opensAt));
        answer.then().statusCode(400);
        assertThat(answer.jsonPath().getList("violations.field")).containsExactly("opensAt");
        return answer.jsonPath().getString("violations[0].message");
    }

    private static void check(SoftAssertions softly, String[] row, Response answer) {
        softly.assertThat(answer.statusCode()).as(row[0]).isEqualTo(400);
        softly.assertThat(answer.contentType()).as(row[0]).startsWith("application/problem+json");
        softly.assertThat(answer.asString()).as(row[0]).doesNotContain("java", "fortyeight");
        var fields = new ArrayList<String>();
        read(answer)
                .path("violations")
                .forEach(violation -> fields.add(violation.path("field").asText()));
        softly.assertThat(fields).as(row[0]).containsExactlyInAnyOrder(row[1].split(" "));
    }

    private static JsonNode read(Response answer) {
        try {
            return JSON.readTree(answer.asString());
        } catch (IOException notJson) {
            return JSON.createObjectNode();
        }
    }

    /** The good members that {@code bad} doesn't name, and {@code bad}. */
    private static String overlaid(String good, String bad) {
        var kept = new ArrayList<String>();
        for (var member : good.split(",(?=\")")) {
            if (!bad.contains(member.substring(0, member.indexOf(':') + 1))) {
                kept.add(member);
            }
        }
        kept.add(bad);
        return "{" + String.join(",", kept) + "}";
    }

    private static Response post(String path, String body) {
        return given().auth()
                .oauth2("test-admin-token")
                .contentType("application/json")
                .body(body)
                .post(path);
    }
}
