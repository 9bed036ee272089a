package io.fortyeight.security;

import static io.fortyeight.TestContests.BROWSER;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestContests.view;
import static io.fortyeight.TestPeople.COOKIE;
import static io.fortyeight.TestPeople.PASSWORD;
import static io.fortyeight.TestPeople.session;
import static io.fortyeight.TestPeople.user;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What pages of other sites can make the browser of somebody who is signed in do here: nothing. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ForeignPagesTest {

    private static List<Map<String, String>> foreign() {
        return List.of(
                Map.of(),
                Map.of("Origin", "https://evil.example"),
                Map.of("Origin", "null"),
                Map.of("Origin", ""),
                Map.of("Origin", "http://localhost"),
                Map.of("Origin", "http://localhost:" + (RestAssured.port + 1)),
                Map.of("Origin", "http://localhost:" + RestAssured.port + ".evil.example"),
                Map.of("Origin", "http://evil.example@localhost:" + RestAssured.port),
                Map.of("Origin", "https://a.example", "Sec-Fetch-Site", "same-origin"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Referer", "http://localhost:" + RestAssured.port + "/desk"));
    }

    private static List<Map<String, String>> own() {
        return List.of(
                Map.of("Origin", "http://localhost:" + RestAssured.port),
                Map.of("Origin", "https://localhost:" + RestAssured.port, "Sec-Fetch-Site", "same-origin"),
                Map.of("Sec-Fetch-Site", "same-origin"),
                Map.of("Sec-Fetch-Site", "none"));
    }

    @Test
    void sessionOnForeignRequest_changesNothing() {
        var session = session(user("admin"), PASSWORD);
        for (var headers : foreign()) {
            for (var path : List.of("/api/tokens", "/api/contests", "/api/users")) {
                var answer = from(headers)
                        .cookie(COOKIE, session)
                        .contentType("application/json")
                        .body("{}")
                        .post(path);
                assertThat(answer.statusCode()).as(path + headers).isEqualTo(403);
                assertThat(answer.contentType()).startsWith("application/problem+json");
            }
            from(headers).cookie(COOKIE, session).delete("/api/tokens/1").then().statusCode(403);
            from(headers)
                    .cookie(COOKIE, session)
                    .formParam("name", "evil")
                    .post("/desk/people")
                    .then()
                    .statusCode(403);
        }
        for (var headers : own()) {
            from(headers)
                    .cookie(COOKIE, session)
                    .contentType("application/json")
                    .body("{}")
                    .post("/api/tokens")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void ownPages_areKnownByHostAndPort_behindAProxyToo() {
        var session = session(user("admin"), PASSWORD);
        var table = new String[][] {
            {"votes.example", "https://votes.example", "400"},
            {"votes.example", "http://votes.example", "400"},
            {"votes.example:443", "https://VOTES.example", "400"},
            {"votes.example", "https://votes.example:443", "400"},
            {"my_host:8080", "http://my_host:8080", "400"},
            {"[::1]:8080", "http://[::1]:8080", "400"},
            {"votes.example", "https://votes.example:8443", "403"},
            {"votes.example:8443", "https://votes.example", "403"},
            {"votes.example", "https://example", "403"},
            {"votes.example", "https://votes.example.evil.example", "403"},
            {"votes.example", "https://votes.example@evil.example", "403"},
        };
        for (var row : table) {
            var status = from(Map.of("Host", row[0], "Origin", row[1]))
                    .cookie(COOKIE, session)
                    .contentType("application/json")
                    .body("{}")
                    .post("/api/tokens")
                    .statusCode();
            assertThat(String.valueOf(status)).as(row[0] + " " + row[1]).isEqualTo(row[2]);
        }
    }

    @Test
    void signingInAndOut_byForeignPages_isRefused() {
        var name = user("auditor");
        var session = session(name, PASSWORD);
        for (var headers : foreign()) {
            var signIn = from(headers)
                    .formParam("name", name)
                    .formParam("password", PASSWORD)
                    .post("/login");
            assertThat(signIn.statusCode()).as(headers.toString()).isEqualTo(403);
            assertThat(signIn.headers().hasHeaderWithName("Set-Cookie")).isFalse();
            from(headers).cookie(COOKIE, session).post("/logout").then().statusCode(403);
        }
        given().cookie(COOKIE, session).get("/desk/account").then().statusCode(200);
    }

    @Test
    void token_isTakenFromAnywhere() {
        for (var headers : foreign()) {
            organizer().headers(headers).body("{}").post("/api/tokens").then().statusCode(400);
        }
    }

    @Test
    void wrongToken_isNotMadeUpForByASession() {
        given().cookie(COOKIE, session(user("admin"), PASSWORD))
                .header("Authorization", "Bearer wrong")
                .get("/api/users")
                .then()
                .statusCode(401);
    }

    @Test
    void ping_ofSomebodySignedIn_isTakenAsAnyOther() {
        var contest = live("null");
        given().cookie(COOKIE, session(user("organizer"), PASSWORD))
                .header("Origin", "https://a.example")
                .header("User-Agent", BROWSER)
                .contentType("text/plain")
                .body(view(contest, "a", "ann"))
                .post("/api/pings")
                .then()
                .statusCode(202);
    }

    @Test
    void answers_grantForeignPagesNoCookies() {
        live("null");
        var session = session(user("admin"), PASSWORD);
        for (var origin :
                List.of("https://a.example", "http://localhost:" + RestAssured.port, "https://evil.example")) {
            for (var path : List.of("/api/contests", "/api/users", "/desk/account", "/login")) {
                var answer =
                        given().header("Origin", origin).cookie(COOKIE, session).get(path);
                assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
                var preflight = given().header("Origin", origin)
                        .header("Access-Control-Request-Method", "POST")
                        .options(path);
                assertThat(preflight.header("Access-Control-Allow-Credentials")).isNull();
            }
        }
    }

    private static RequestSpecification from(Map<String, String> headers) {
        return given().redirects().follow(false).headers(headers);
    }
}
