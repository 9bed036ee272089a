package io.fortyeight.account.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.MovableClock;
import io.fortyeight.account.token.AccessTokens;
import io.fortyeight.account.token.AdminToken;
import io.fortyeight.account.user.Roles;
import io.fortyeight.web.data.Database;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class TokensTest {

    private static final String ADMIN = "test-admin-token";

    @Inject
    MovableClock clock;

    @Inject
    DataSource database;

    @Inject
    AccessTokens tokens;

    @Test
    void token_missingOrWrong_isAskedFor() {
        for (var authorization : new String[] {
            null, "", "Bearer", "Bearer ", "Bearer wrong", "Bearer " + ADMIN + "x", "Basic YTpi", ADMIN
        }) {
            var request = given().contentType("application/json").body("{}");
            var answer = (authorization == null ? request : request.header("Authorization", authorization))
                    .post("/api/contests");
            assertThat(answer.statusCode()).as(authorization).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).as(authorization).isEqualTo("Bearer");
            assertThat(answer.contentType()).as(authorization).startsWith("application/problem+json");
        }
    }

    @Test
    void publicAnswers_ignoreAuthorization() {
        for (var authorization : new String[] {"Bearer wrong", "Basic YTpi", "nonsense"}) {
            assertThat(given().header("Authorization", authorization)
                            .get("/api/contests")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(given().header("Authorization", authorization)
                            .get("/api/contests/none")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void roles_allowWhatTheyName() {
        for (var role : new String[] {"organizer", "ops", "auditor"}) {
            var token = create("{\"name\":\"r\",\"role\":\"" + role + "\"}")
                    .jsonPath()
                    .getString("token");
            assertThat(get(token, "/api/tokens").statusCode()).as(role).isEqualTo(403);
            var status = given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body("{}")
                    .post("/api/contests")
                    .statusCode();
            assertThat(status).as(role).isEqualTo(role.equals("organizer") ? 400 : 403);
        }
        assertThat(Roles.includedIn("ops")).containsExactlyInAnyOrder("ops", "auditor");
        assertThat(Roles.includedIn("admin")).containsExactlyInAnyOrder("admin", "organizer", "ops", "auditor");
    }

    @Test
    void token_isShownOnceAndStoredAsAHash() throws Exception {
        var name = UUID.randomUUID().toString();
        var created = create("{\"name\":\"" + name + "\",\"role\":\"admin\"}");
        var token = created.jsonPath().getString("token");
        var id = created.jsonPath().getInt("id");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(created.header("Location")).endsWith("/api/tokens/" + id);
        var list = get(token, "/api/tokens");
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.asString()).contains(name).doesNotContain(token, ADMIN);
        assertThat(stored(name)).isEqualTo(1);
        assertThat(given().auth().oauth2(ADMIN).delete("/api/tokens/" + id).statusCode())
                .isEqualTo(204);
        assertThat(get(token, "/api/tokens").statusCode()).isEqualTo(401);
        assertThat(given().auth().oauth2(ADMIN).delete("/api/tokens/" + id).statusCode())
                .isEqualTo(404);
        assertThat(given().auth().oauth2(ADMIN).delete("/api/tokens/x").statusCode())
                .isEqualTo(404);
    }

    @Test
    void token_expired_isRefused() {
        var expiresAt = clock.instant().plus(Duration.ofMinutes(5));
        var token = create("{\"name\":\"e\",\"role\":\"admin\",\"expiresAt\":\"" + expiresAt + "\"}")
                .jsonPath()
                .getString("token");
        assertThat(get(token, "/api/tokens").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(6));
        assertThat(get(token, "/api/tokens").statusCode()).isEqualTo(401);
    }

    @Test
    void configuredToken_changed_replacesTheFormerOneOnly() throws Exception {
        var made = create("{\"name\":\"m\",\"role\":\"ops\"}").jsonPath().getString("token");
        var other = create("{\"name\":\"o\",\"role\":\"admin\"}").jsonPath().getString("token");
        try {
            startWith(made);
            assertThat(get(ADMIN, "/api/tokens").statusCode()).isEqualTo(401);
            assertThat(get(made, "/api/tokens").statusCode())
                    .as("an administrator's now")
                    .isEqualTo(200);
            startWith("another-admin-token");
            assertThat(get(made, "/api/tokens").statusCode()).isEqualTo(401);
            assertThat(get("another-admin-token", "/api/tokens").statusCode()).isEqualTo(200);
            assertThat(get(other, "/api/tokens").statusCode()).isEqualTo(200);
        } finally {
            startWith(ADMIN);
        }
        assertThat(get(ADMIN, "/api/tokens").statusCode()).isEqualTo(200);
    }

    private void startWith(String configured) throws SQLException {
        new AdminToken(tokens, new Database(database), clock, Optional.of(configured)).ensure(new StartupEvent());
    }

    @Test
    void newToken_badFields_areNamed() {
        var table = new String[][] {
            {"{\"role\":\"ops\"}", "name"},
            {"{\"name\":\"\",\"role\":\"ops\"}", "name"},
            {"{\"name\":\"n\"}", "role"},
            {"{\"name\":\"n\",\"role\":\"root\"}", "role"},
            {"{\"name\":\"n\",\"role\":\"ADMIN\"}", "role"},
            {"{\"name\":\"n\",\"role\":\"ops\",\"expiresAt\":\"2013-12-17T00:00:00Z\"}", "expiresAt"},
            {"{\"name\":\"n\",\"role\":\"ops\",\"expiresAt\":\"tomorrow\"}", "expiresAt"},
            {"{\"name\":\"n\",\"role\":\"ops\",\"expiresAt\":5}", "expiresAt"},
            {"{\"name\":\"n\",\"role\":\"ops\",\"token\":\"t\"}", "token"},
        };
        for (var row : table) {
            var answer = create(row[0]);
            assertThat(answer.statusCode()).as(row[0]).isEqualTo(400);
            assertThat(answer.jsonPath().getList("violations.field")).as(row[0]).isEqualTo(List.of(row[1]));
        }
    }

    private static Response create(String body) {
        return given().auth()
                .oauth2(ADMIN)
                .contentType("application/json")
                .body(body)
                .post("/api/tokens");
    }

    private static Response get(String token, String path) {
        return given().auth().oauth2(token).get(path);
    }

    private int stored(String name) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "SELECT count(*) FROM access_token WHERE name = ? AND length(sha256) = 32")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
