package io.fortyeight.web.http;

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
            assertThat(preflight(origin, "/api/contests").header(ALLOWED))
                    .as(origin)
                    .isNull();
        }
    }

    @Test
    void unknownOrigin_mayReadWhyItsPingIsRefused_andNothingElse() {
        for (var origin : new String[] {"https://evil.example", "null", "http://campaign.example.org"}) {
            for (var path : new String[] {"/api/pings", "/api/pings/test"}) {
                assertGranted(preflight(origin, path), path, "*");
                var refusal = given().header("Origin", origin)
                        .contentType("text/plain")
                        .body("{")
                        .post(path);
                assertThat(refusal.statusCode()).isEqualTo(400);
                assertThat(refusal.headers().getValues(ALLOWED)).as(path).containsExactly("*");
                assertThat(refusal.header("Access-Control-Allow-Credentials")).isNull();
            }
            assertThat(given().header("Origin", origin)
                            .contentType("application/json")
                            .body("{}")
                            .post("/api/contests")
                            .header(ALLOWED))
                    .isNull();
            assertThat(preflight(origin, "/api/pings/").header(ALLOWED)).isNull();
        }
    }

    @Test
    void preflight_isAnsweredWithoutAToken() {
        for (var path : new String[] {"/api/pings", "/api/contests"}) {
            assertGranted(preflight(KNOWN, path), path, KNOWN);
        }
    }

    private static void assertGranted(Response preflight, String path, String allowed) {
        assertThat(preflight.statusCode()).as(path).isEqualTo(204);
        assertThat(preflight.headers().getValues(ALLOWED)).as(path).containsExactly(allowed);
        assertThat(preflight.header("Access-Control-Allow-Methods")).as(path).isEqualTo("GET, POST, HEAD");
        assertThat(preflight.header("Access-Control-Allow-Headers")).as(path).isEqualTo("content-type");
        assertThat(preflight.header("Access-Control-Max-Age")).as(path).isEqualTo("7200");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isNull();
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
