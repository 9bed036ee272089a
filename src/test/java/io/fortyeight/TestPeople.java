package io.fortyeight;

import static io.fortyeight.TestContests.organizer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** People who sign in, each made for the test that needs them. */
public final class TestPeople {

    public static final String PASSWORD = "correct horse battery";
    public static final String COOKIE = "fortyeight-session";

    private TestPeople() {}

    /** A user with {@link #PASSWORD}; the name, which no other has. */
    public static String user(String role) {
        var name = "u-" + UUID.randomUUID();
        organizer()
                .body("""
                        {"name":"%s","role":"%s","password":"%s"}""".formatted(name, role, PASSWORD))
                .post("/api/users")
                .then()
                .statusCode(201);
        return name;
    }

    /** What the browser of a new user with this role sends from this server's pages: a cookie, and where it comes from. */
    public static RequestSpecification signedIn(String role) {
        return withSession(session(user(role), PASSWORD));
    }

    public static RequestSpecification withSession(String session) {
        return fromOwnPage().cookie(COOKIE, session);
    }

    /** What the session of somebody who signs in is known by. */
    public static String session(String name, String password) {
        var answer = signIn(name, password);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        return answer.cookie(COOKIE);
    }

    public static Response signIn(String name, String password) {
        return fromOwnPage()
                .formParam("name", name)
                .formParam("password", password)
                .post("/login");
    }

    /** A browser's request that one of this server's pages makes; it shows where it is sent on to. */
    public static RequestSpecification fromOwnPage() {
        return given().redirects()
                .follow(false)
                .header("Origin", "http://localhost:" + RestAssured.port)
                .accept("text/html,application/xhtml+xml,*/*;q=0.8");
    }
}
