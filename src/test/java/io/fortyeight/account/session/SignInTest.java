package io.fortyeight.account.session;

import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestPeople.COOKIE;
import static io.fortyeight.TestPeople.PASSWORD;
import static io.fortyeight.TestPeople.fromOwnPage;
import static io.fortyeight.TestPeople.session;
import static io.fortyeight.TestPeople.signIn;
import static io.fortyeight.TestPeople.user;
import static io.fortyeight.TestPeople.withSession;
import static io.fortyeight.TestText.ENGLISH;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class SignInTest {

    private static final String PAGE = "/desk/account";

    @Inject
    MovableClock clock;

    @Test
    void page_withoutSession_leadsToTheLoginAndBack() {
        var answer = fromOwnPage().urlEncodingEnabled(false).get("/close-board?a=1&b=%2F");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/login?next=%2Fclose-board%3Fa%3D1%26b%3D%252F");
        var form = fromOwnPage().urlEncodingEnabled(false).get(answer.header("Location"));
        assertThat(form.htmlPath().getString("**.find { it.@name == 'next' }.@value"))
                .isEqualTo("/close-board?a=1&b=%2F");
    }

    @Test
    void rightPassword_beginsASession() {
        var name = user("auditor");
        var answer = fromOwnPage()
                .formParam("name", " " + name.toUpperCase(Locale.ROOT))
                .formParam("password", PASSWORD)
                .formParam("next", "/close-board")
                .post("/login");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/close-board");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Set-Cookie")).matches(COOKIE + "=[\\w-]{43}; Path=/; HTTPOnly; SameSite=Lax");
        var page = withSession(answer.cookie(COOKIE)).get(PAGE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains(name, "auditor");
    }

    @Test
    void wrongPasswordAndUnknownName_getTheSameAnswer() {
        var name = user("auditor");
        var wrong = signIn(name, "wrong horse battery");
        var unknown = signIn("n" + name.substring(1), PASSWORD);
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        assertThat(unknown.statusCode()).isEqualTo(403);
        assertThat(unknown.asString().replace("n" + name.substring(1), name)).isEqualTo(wrong.asString());
        assertThat(wrong.asString()).contains(ENGLISH.account().wrong()).doesNotContain("wrong horse");
    }

    @Test
    void nameThatNobodyCanHave_isAWrongOne() {
        for (var name : new String[] {"a\u0000b", "", "<b>", "x".repeat(1_000), "\ud800"}) {
            assertThat(signIn(name, PASSWORD).statusCode()).as(name).isEqualTo(403);
        }
    }

    @Test
    void administratorsToken_signsInAsAdmin() {
        assertThat(withSession(session("admin", "test-admin-token")).get(PAGE).asString())
                .contains("You signed in with a token");
        var auditors = token("auditor");
        assertThat(signIn("admin", auditors).statusCode()).isEqualTo(403);
        assertThat(signIn("somebody", "test-admin-token").statusCode()).isEqualTo(403);
    }

    @Test
    void tokenOfASession_revoked_endsIt() {
        var made = organizer().body("{\"name\":\"t\",\"role\":\"admin\"}").post("/api/tokens");
        var session = session("admin", made.path("token"));
        assertThat(status(session)).isEqualTo(200);
        organizer().delete("/api/tokens/" + made.path("id")).then().statusCode(204);
        assertThat(status(session)).isEqualTo(303);
    }

    @Test
    void session_presentedBeforeSigningIn_isNotTheOneAfter() {
        var victim = user("organizer");
        var planted = session(user("auditor"), PASSWORD);
        var after = withSession(planted)
                .formParam("name", victim)
                .formParam("password", PASSWORD)
                .post("/login")
                .cookie(COOKIE);
        assertThat(after).isNotEqualTo(planted);
        assertThat(status(planted)).as("is over").isEqualTo(303);
        var made = "A".repeat(43);
        withSession(made)
                .formParam("name", victim)
                .formParam("password", PASSWORD)
                .post("/login")
                .then()
                .statusCode(303);
        assertThat(status(made)).as("was never one").isEqualTo(303);
    }

    @Test
    void signingOut_endsTheSessionHere() {
        var session = session(user("auditor"), PASSWORD);
        var answer = withSession(session).post("/logout");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Set-Cookie")).startsWith(COOKIE + "=;").contains("Max-Age=0");
        assertThat(status(session)).isEqualTo(303);
    }

    @Test
    void session_unusedOrOld_isOver() {
        var name = user("auditor");
        var unused = session(name, PASSWORD);
        clock.advance(Duration.ofHours(3));
        assertThat(status(unused)).isEqualTo(200);
        clock.advance(Duration.ofHours(3));
        assertThat(status(unused)).as("used in between").isEqualTo(200);
        clock.advance(Duration.ofHours(4).plusMinutes(1));
        assertThat(status(unused)).isEqualTo(303);
        var used = session(name, PASSWORD);
        for (var hours = 0; hours < 72; hours += 3) {
            assertThat(status(used)).as("after %s hours", hours).isEqualTo(200);
            clock.advance(Duration.ofHours(3));
        }
        assertThat(status(used)).isEqualTo(303);
    }

    @Test
    void userChanged_holdsAtOnce() {
        var name = user("admin");
        var session = session(name, PASSWORD);
        assertThat(withSession(session).get("/api/users").statusCode()).isEqualTo(200);
        patch(name, "{\"role\":\"auditor\"}");
        assertThat(withSession(session).get("/api/users").statusCode()).isEqualTo(403);
        patch(name, "{\"disabled\":true}");
        assertThat(status(session)).isEqualTo(303);
        assertThat(signIn(name, PASSWORD).statusCode()).isEqualTo(403);
        patch(name, "{\"disabled\":false}");
        assertThat(status(session)).as("stays over").isEqualTo(303);
        var again = session(name, PASSWORD);
        patch(name, "{\"password\":\"another horse battery\"}");
        assertThat(status(again)).isEqualTo(303);
        assertThat(signIn(name, PASSWORD).statusCode()).isEqualTo(403);
        assertThat(signIn(name, "another horse battery").statusCode()).isEqualTo(303);
    }

    @Test
    void ownPassword_changed_endsAllOtherSessions() {
        var name = user("auditor");
        var other = session(name, PASSWORD);
        var own = session(name, PASSWORD);
        assertThat(change(own, "wrong horse battery", "another horse battery").statusCode())
                .isEqualTo(403);
        assertThat(change(own, PASSWORD, "short").statusCode()).isEqualTo(400);
        assertThat(status(other)).isEqualTo(200);
        var changed = change(own, PASSWORD, "another horse battery");
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(status(changed.cookie(COOKIE))).isEqualTo(200);
        assertThat(status(own)).isEqualTo(303);
        assertThat(status(other)).isEqualTo(303);
        session(name, "another horse battery");
    }

    @Test
    void pageOfAHigherRole_saysSoInWords() {
        var session = session(user("auditor"), PASSWORD);
        var page = withSession(session).get("/desk/people");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString()).contains("This page is not for your role");
        var api = withSession(session).get("/api/users");
        assertThat(api.statusCode()).isEqualTo(403);
        assertThat(api.contentType()).startsWith("application/problem+json");
    }

    @Test
    void koreanReader_isAskedInKorean() {
        var page = given().header("Accept-Language", "ko-KR,ko;q=0.9").get("/login");
        assertThat(page.header("Content-Language")).isEqualTo("ko");
        assertThat(page.asString()).contains("비밀번호", "로그인").doesNotContain("Password");
    }

    private static Response change(String session, String current, String next) {
        return withSession(session)
                .formParam("current", current)
                .formParam("next", next)
                .post("/desk/account/password");
    }

    private static int status(String session) {
        return withSession(session).get(PAGE).statusCode();
    }

    private static String token(String role) {
        return organizer()
                .body("{\"name\":\"t\",\"role\":\"" + role + "\"}")
                .post("/api/tokens")
                .path("token");
    }

    private static void patch(String name, String body) {
        var id = organizer().get("/api/users").jsonPath().getInt("find { it.name == '" + name + "' }.id");
        organizer().body(body).patch("/api/users/" + id).then().statusCode(200);
    }
}
