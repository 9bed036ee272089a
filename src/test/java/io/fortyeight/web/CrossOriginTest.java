package io.fortyeight.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class CrossOriginTest {

    private static final String KNOWN = "https://campaign.example.org";
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    private String contest;

    @BeforeEach
    void enterCampaign() {
        contest = "t-" + UUID.randomUUID();
        post(
                "/api/contests",
                "{\"slug\":\"" + contest + "\",\"name\":\"n\",\"zone\":\"UTC\",\"opensAt\":\"2093-12-17T00:00\"}");
        post(
                "/api/contests/" + contest + "/campaigns",
                "{\"slug\":\"a\",\"title\":\"t\",\"pageUrl\":\"" + KNOWN + "/video\"}");
    }

    @Test
    void knownOrigin_mayReadAnswersAndErrors() {
        for (var path : new String[] {"/api/contests", "/api/contests/none", "/api/tokens"}) {
            var answer = given().header("Origin", KNOWN).get(path);
            assertThat(answer.header(ALLOWED)).as(path).isEqualTo(KNOWN);
            assertThat(answer.headers().getValues("Vary")).as(path).contains("Origin");
            assertThat(answer.header("Access-Control-Expose-Headers")).as(path).isEqualTo("Retry-After");
            assertThat(answer.header("Access-Control-Allow-Credentials"))
                    .as(path)
                    .isNull();
        }
    }

    @Test
    void ownOrigin_mayReadAnswers() {
        var own = "http://localhost:" + RestAssured.port;
        assertThat(given().header("Origin", own).get("/api/contests").header(ALLOWED))
                .isEqualTo(own);
    }

    @Test
    void unknownOrigin_mayNot() {
        for (var origin : new String[] {
            "https://evil.example",
            "null",
            "*",
            "https://campaign.example.org.evil.example",
            "http://campaign.example.org",
            ""
        }) {
            var answer = given().header("Origin", origin).get("/api/contests");
            assertThat(answer.statusCode()).as(origin).isEqualTo(200);
            assertThat(answer.header(ALLOWED)).as(origin).isNull();
            assertThat(answer.headers().getValues("Vary")).as(origin).contains("Origin");
            assertThat(preflight(origin, "/api/pings").header(ALLOWED))
                    .as(origin)
                    .isNull();
        }
    }

    @Test
    void preflight_isAnsweredWithoutAToken() {
        for (var path : new String[] {"/api/pings", "/api/contests"}) {
            var answer = preflight(KNOWN, path);
            assertThat(answer.statusCode()).as(path).isEqualTo(204);
            assertThat(answer.header(ALLOWED)).as(path).isEqualTo(KNOWN);
            assertThat(answer.header("Access-Control-Allow-Methods")).as(path).isEqualTo("GET, POST, HEAD");
            assertThat(answer.header("Access-Control-Allow-Headers")).as(path).isEqualTo("content-type");
            assertThat(answer.header("Access-Control-Max-Age")).as(path).isEqualTo("7200");
        }
    }

    private static Response preflight(String origin, String path) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .options(path);
    }

    private static void post(String path, String body) {
        given().auth()
                .oauth2("test-admin-token")
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(201);
    }
}
