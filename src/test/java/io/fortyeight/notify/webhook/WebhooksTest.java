package io.fortyeight.notify.webhook;

import static io.fortyeight.TestContests.TWO_DAYS;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.without;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The organizer's API of webhooks; what is delivered is seen in {@link WebhookDeliveryTest}. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class WebhooksTest {

    private static final Instant FAR = Instant.parse("2093-12-17T00:00:00Z");
    private static final String ALL = "[\"contest.opened\",\"contest.closing\",\"contest.closed\",\"contest.held\","
            + "\"contest.certified\",\"contest.announced\"]";

    /** Bodies, then the fields that must be named; a dash for none. */
    private static final String BAD_BODIES = """
            {} | url
            {"url":null} | url
            {"url":""} | url
            {"url":5} | url
            {"url":["https://example.org"]} | url
            {"url":"example.org"} | url
            {"url":"ftp://example.org/"} | url
            {"url":"https://user:secret@example.org/"} | url
            {"url":"https://example.org/#part"} | url
            {"url":"https://example.org/","events":[]} | events
            {"url":"https://example.org/","events":"contest.opened"} | events
            {"url":"https://example.org/","events":["contest.exploded"]} | events[0]
            {"url":"https://example.org/","events":["contest.opened",null]} | events[1]
            {"url":"https://example.org/","events":["webhook.test"]} | events[0]
            {"url":"https://example.org/","events":[5]} | events[0]
            {"url":"https://example.org/","events":["a","a","a","a","a","a","a"]} | events
            {"url":"x","events":["y"]} | url events[0]
            {"url":"https://example.org/","secret":"whsec_mine"} | secret
            [] | -
            "https://example.org" | -
            null | -
            {"url" | -
            """;

    @Inject
    DataSource database;

    private String webhooks;

    @BeforeEach
    void createContest() {
        webhooks = "/api/contests/" + contest(FAR, TWO_DAYS, "null") + "/webhooks";
    }

    @Test
    void endpoint_isRegistered_shown_andDeleted_andItsSecretShownOnce() throws SQLException {
        var answer =
                register("{\"url\":\"https://example.org/hook?a=b\",\"events\":[\"contest.closed\",\"contest.held\"]}");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        var made = json(answer);
        var location = answer.header("Location");
        assertThat(location).endsWith(webhooks + "/" + made.path("id").asText());
        var secret = made.path("secret").asText();
        assertThat(secret).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
        assertThat(without(made, "id", "secret", "createdAt")).isEqualTo(json("""
                {"url":"https://example.org/hook?a=b","events":["contest.closed","contest.held"]}"""));

        assertThat(json(organizer().get(location))).isEqualTo(without(made, "secret"));
        assertThat(json(organizer().get(webhooks))).containsExactly(without(made, "secret"));
        assertThat(stored("secret FROM webhook_secret")).isNotEmpty().allSatisfy(wrapped -> assertThat(
                        new String(wrapped, StandardCharsets.ISO_8859_1))
                .doesNotContain(
                        new String(Base64.getDecoder().decode(secret.substring(6)), StandardCharsets.ISO_8859_1)));

        organizer().delete(location).then().statusCode(204);
        organizer().get(location).then().statusCode(404);
        organizer().delete(location).then().statusCode(404);
        assertThat(json(organizer().get(webhooks))).isEmpty();
    }

    @Test
    void endpointWithoutTypes_getsAll() {
        assertThat(json(register("{\"url\":\"https://example.org\"}")).path("events"))
                .isEqualTo(json(ALL));
    }

    @Test
    void rubbish_isRefused_andSaidWhere() {
        for (var line : BAD_BODIES.lines().toList()) {
            var row = line.split(" \\| ");
            var answer = register(row[0]);
            assertThat(answer.statusCode()).as(line + ": " + answer.asString()).isEqualTo(400);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(String.join(" ", fields(json(answer)))).as(line).isEqualTo(row[1].replace("-", ""));
        }
        assertThat(register("{\"url\":\"https://example.org/" + "a".repeat(70_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        organizer().contentType("text/plain").body("x").post(webhooks).then().statusCode(415);
        assertThat(json(organizer().get(webhooks))).isEmpty();
    }

    @Test
    void whatIsNotThere_isNotFound() {
        var there = webhooks + "/"
                + json(register("{\"url\":\"https://example.org\"}")).path("id").asText();
        for (var id : List.of("1", "x%00y", "..%2f", UUID.randomUUID().toString(), "0-0-0-0-0")) {
            var missing = webhooks + "/" + id;
            assertThat(List.of(
                            organizer().get(missing).statusCode(),
                            organizer().delete(missing).statusCode(),
                            organizer().get(missing + "/deliveries").statusCode(),
                            organizer().post(missing + "/secrets").statusCode(),
                            organizer().post(missing + "/test").statusCode(),
                            organizer()
                                    .post(there + "/deliveries/" + id + "/redeliver")
                                    .statusCode()))
                    .as(id)
                    .containsOnly(404);
        }
        organizer().get("/api/contests/nobody/webhooks").then().statusCode(404);
        var other = "/api/contests/" + contest(FAR, TWO_DAYS, "null") + "/webhooks";
        organizer().get(there.replace(webhooks, other)).then().statusCode(404);
    }

    @Test
    void strangersAndLesserRoles_mayNothing() {
        given().get(webhooks).then().statusCode(401);
        given().contentType("application/json")
                .body("{\"url\":\"https://example.org\"}")
                .post(webhooks)
                .then()
                .statusCode(401);
        var token = json(organizer().body("{\"name\":\"ops\",\"role\":\"ops\"}").post("/api/tokens"))
                .path("token")
                .asText();
        given().auth().oauth2(token).get(webhooks).then().statusCode(403);
    }

    @Test
    void twentyFirstEndpoint_isRefused() {
        for (var number = 0; number < 20; number++) {
            register("{\"url\":\"https://example.org/" + number + "\"}").then().statusCode(201);
        }
        register("{\"url\":\"https://example.org/20\"}").then().statusCode(409);
        assertThat(json(organizer().get(webhooks))).hasSize(20);
    }

    @Test
    void sixthValidSecret_isRefused() {
        var location = register("{\"url\":\"https://example.org\"}").header("Location");
        var before = Instant.now();
        for (var number = 0; number < 4; number++) {
            var rotated = organizer().post(location + "/secrets");
            assertThat(rotated.statusCode()).isEqualTo(200);
            assertThat(Instant.parse(json(rotated).path("formerExpireAt").asText()))
                    .isAfter(before.plusSeconds(86_000));
        }
        organizer().post(location + "/secrets").then().statusCode(409);
    }

    private Response register(String body) {
        return organizer().body(body).post(webhooks);
    }

    private static List<String> fields(JsonNode problem) {
        var fields = new ArrayList<String>();
        problem.path("violations")
                .forEach(violation -> fields.add(violation.path("field").asText()));
        return fields;
    }

    private List<byte[]> stored(String what) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT " + what)) {
            var found = new ArrayList<byte[]>();
            while (rows.next()) {
                found.add(rows.getBytes(1));
            }
            return found;
        }
    }
}
