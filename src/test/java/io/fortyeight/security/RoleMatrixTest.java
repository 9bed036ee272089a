package io.fortyeight.security;

import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestPeople.PASSWORD;
import static io.fortyeight.TestPeople.fromOwnPage;
import static io.fortyeight.TestPeople.session;
import static io.fortyeight.TestPeople.user;
import static io.fortyeight.TestPeople.withSession;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.security.Endpoints.Endpoint;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may call what. An endpoint that is not in the table fails the test: decide who may call it, and write it down. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class RoleMatrixTest {

    private static final List<String> ROLES = List.of("auditor", "ops", "organizer", "admin");

    /** The least role that may. Each includes those before it; {@code everyone} needs none. */
    private static final String MIN = """
            GET    /                                                            everyone
            GET    /contests/{contest}                                          everyone
            GET    /contests/{contest}.atom                                     everyone
            GET    /contests/{contest}.ics                                      everyone
            GET    /contests/{contest}/result                                           everyone
            GET    /contests/{contest}/rules                                            everyone
            GET    /contests/{contest}/campaigns/{campaign}                             everyone
            GET    /contests/{contest}/campaigns/{campaign}/snippet                     everyone
            GET    /badge/{contest}/{campaign}.svg                                      everyone
            GET    /embed/{contest}                                                     everyone
            GET    /embed/{contest}/{campaign}                                          everyone
            GET    /oembed                                                              everyone
            GET    /og/{contest}.png                                                    everyone
            GET    /og/{contest}/{campaign}.png                                         everyone
            GET    /fortyeight.js                                                       everyone
            GET    /fortyeight-more.js                                                  everyone
            GET    /fortyeight-share.js                                                 everyone
            GET    /language                                                            everyone
            GET    /api/contests/{contest}/campaigns/{campaign}/live                    everyone
            GET    /api/contests/{contest}/campaigns/{campaign}/trust                   everyone
            GET    /api/contests/{contest}/prizes                                       everyone
            POST   /api/pings/test                                                      everyone
            GET    /api/contests/{contest}/campaigns/{campaign}/shares                  everyone
            GET    /api/contests/{contest}/campaigns/{campaign}/supporters              everyone
            POST   /api/contests/{contest}/campaigns/{campaign}/brought                 everyone
            POST   /api/contests/{contest}/campaigns/{campaign}/nickname                everyone
            GET    /contests/{contest}/campaigns/{campaign}/yours                       everyone
            POST   /contests/{contest}/campaigns/{campaign}/yours                       everyone
            POST   /api/links                                                           everyone
            GET    /s/{code}                                                            everyone
            GET    /s/{code}/qr.{format}                                                everyone
            GET    /share/{contest}/{campaign}/{platform}                               everyone
            GET    /api/contests/{contest}/campaigns/{campaign}/share-text              everyone
            GET    /login                                                       everyone
            GET    /login/organization                                          everyone
            POST   /login                                                       everyone
            POST   /logout                                                      everyone
            GET    /p/{contest}/{campaign}.gif                                  everyone
            HEAD   /p/{contest}/{campaign}.gif                                  everyone
            POST   /api/pings                                                   everyone
            GET    /api/contests                                                everyone
            GET    /api/contests/{contest}                                      everyone
            GET    /api/contests/{contest}/campaigns/{campaign}                 everyone
            GET    /api/contests/{contest}/campaigns/{campaign}/timeline        everyone
            GET    /api/contests/{contest}/events                               everyone
            HEAD   /api/contests/{contest}/events                               everyone
            GET    /api/contests/{contest}/leaderboard                          everyone
            GET    /api/contests/{contest}/ledger                               everyone
            GET    /api/contests/{contest}/result                               everyone
            GET    /api/audit                                                   auditor
            GET    /api/close-board                                             auditor
            GET    /api/contests/{contest}/close                                auditor
            GET    /api/contests/{contest}/export.csv                           auditor
            GET    /api/contests/{contest}/suspicions                           auditor
            GET    /api/contests/{contest}/imports/{id}                         auditor
            POST   /api/contests/{contest}/recount                              auditor
            GET    /api/contests/{contest}/rehearsals/{id}                      auditor
            GET    /close-board                                                 auditor
            GET    /desk/account                                                auditor
            POST   /desk/account/password                                       auditor
            GET    /desk/audit                                                  auditor
            GET    /desk/contests/{contest}/audit                               auditor
            GET    /api/contests/{contest}/campaigns/{campaign}/trust/history           auditor
            POST   /api/contests/{contest}/close                                ops
            POST   /api/contests/{contest}/rehearsals                           ops
            POST   /api/contests                                                organizer
            PATCH  /api/contests/{contest}                                      organizer
            POST   /api/contests/{contest}/campaigns                            organizer
            POST   /api/contests/{contest}/imports                              organizer
            GET    /api/contests/{contest}/webhooks                             organizer
            POST   /api/contests/{contest}/webhooks                             organizer
            GET    /api/contests/{contest}/webhooks/{id}                        organizer
            DELETE /api/contests/{contest}/webhooks/{id}                        organizer
            GET    /api/contests/{contest}/webhooks/{id}/deliveries             organizer
            POST   /api/contests/{contest}/webhooks/{id}/deliveries/{delivery}/redeliver organizer
            POST   /api/contests/{contest}/webhooks/{id}/secrets                organizer
            POST   /api/contests/{contest}/webhooks/{id}/test                   organizer
            GET    /desk                                                        auditor
            GET    /desk/contests/{contest}                                     auditor
            GET    /desk/contests/{contest}/close                               auditor
            GET    /desk/contests/{contest}/imports                             auditor
            GET    /desk/contests/{contest}/imports/{id}                        auditor
            POST   /desk/contests/{contest}/recounts                            auditor
            GET    /desk/contests/{contest}/recounts/{id}                       auditor
            GET    /desk/contests/{contest}/rehearsals/{id}                     auditor
            GET    /desk/contests/{contest}/watch                               auditor
            GET    /desk/contests/{contest}/what-if                             auditor
            POST   /desk/contests/{contest}/what-if                             auditor
            POST   /desk/contests/{contest}/close                               ops
            POST   /desk/contests/{contest}/rehearsals                          ops
            POST   /desk/contests                                               organizer
            POST   /desk/contests/{contest}/campaigns                           organizer
            GET    /desk/contests/{contest}/edit                                organizer
            POST   /desk/contests/{contest}/edit                                organizer
            GET    /desk/contests/{contest}/edit/preview                        organizer
            POST   /desk/contests/{contest}/imports                             organizer
            GET    /desk/new                                                    organizer
            GET    /desk/new/preview                                            organizer
            PUT    /api/contests/{contest}/campaigns/{campaign}/trust                   organizer
            PUT    /api/contests/{contest}/prizes                                       organizer
            PUT    /api/contests/{contest}/campaigns/{campaign}/share-text              organizer
            GET    /desk/contests/{contest}/campaigns/{campaign}/share-text             organizer
            POST   /desk/contests/{contest}/campaigns/{campaign}/share-text             organizer
            GET    /desk/contests/{contest}/campaigns/{campaign}/trust                  organizer
            POST   /desk/contests/{contest}/campaigns/{campaign}/trust                  organizer
            GET    /api/contests/{contest}/supporters                                   organizer
            PATCH  /api/contests/{contest}/supporters/{id}                              organizer
            GET    /desk/contests/{contest}/supporters                                  organizer
            POST   /desk/contests/{contest}/supporters/{id}                             organizer
            GET    /desk/contests/{contest}/prizes                                      organizer
            POST   /desk/contests/{contest}/prizes                                      organizer
            GET    /api/tokens                                                  admin
            POST   /api/tokens                                                  admin
            DELETE /api/tokens/{id}                                             admin
            GET    /api/users                                                   admin
            POST   /api/users                                                   admin
            PATCH  /api/users/{id}                                              admin
            GET    /desk/people                                                 admin
            POST   /desk/people                                                 admin
            POST   /desk/people/{id}                                            admin
            GET    /desk/tokens                                                 admin
            POST   /desk/tokens                                                 admin
            POST   /desk/tokens/{id}/revoke                                     admin
            """;

    private static final String EVERYONE = "everyone";

    private static final Map<String, String> MATRIX = MIN.lines()
            .map(line -> line.split("\\s+"))
            .collect(Collectors.toMap(row -> row[0] + " " + row[1], row -> row[2], (one, two) -> one, TreeMap::new));

    @Test
    void everyEndpoint_isInTheTable_andTheTableHasNoOther() {
        assertThat(MATRIX.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Endpoints.all().stream().map(Endpoint::toString).toList());
    }

    @Test
    void nobody_mayOnlyWhatEveryoneMay() {
        MATRIX.forEach((endpoint, least) -> {
            var status = call(fromOwnPage().accept("*/*"), endpoint);
            if (least.equals(EVERYONE)) {
                assertAllowed(endpoint, status);
            } else {
                assertThat(status).as(endpoint).isEqualTo(401);
            }
        });
    }

    @Test
    void tokens_mayWhatTheirRoleMay() {
        for (var role : ROLES) {
            var token = organizer()
                    .body("{\"name\":\"matrix\",\"role\":\"" + role + "\"}")
                    .post("/api/tokens")
                    .<String>path("token");
            rows(role)
                    .forEach((endpoint, least) -> assertMay(
                            role,
                            endpoint,
                            least,
                            call(fromOwnPage().header("Authorization", "Bearer " + token), endpoint)));
        }
    }

    @Test
    void people_mayWhatTheirRoleMay() {
        for (var role : ROLES) {
            var session = session(user(role), PASSWORD);
            rows(role).forEach((endpoint, least) -> {
                if (!endpoint.endsWith("/logout") && !endpoint.endsWith("/login")) {
                    assertMay(role, endpoint, least, call(withSession(session), endpoint));
                }
            });
        }
    }

    /** Where no role is asked for, one is as good as another. */
    private static Map<String, String> rows(String role) {
        return MATRIX.entrySet().stream()
                .filter(row -> role.equals(ROLES.get(0)) || !row.getValue().equals(EVERYONE))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void assertMay(String role, String endpoint, String least, int status) {
        if (least.equals(EVERYONE) || ROLES.indexOf(role) >= ROLES.indexOf(least)) {
            assertAllowed(role + " " + endpoint, status);
        } else {
            assertThat(status).as(role + " " + endpoint).isEqualTo(403);
        }
    }

    /** What is allowed may still be wrong: nothing here names anything that exists. */
    private static void assertAllowed(String what, int status) {
        if (what.endsWith("POST /login")) {
            assertThat(status).as("nobody's password").isEqualTo(403);
        } else if (what.endsWith("POST /desk/account/password")) {
            assertThat(status)
                    .as("a token has no password; and this is not a user's")
                    .isEqualTo(403);
        } else {
            assertThat(status).as(what).isNotIn(401, 403).isLessThan(500);
        }
    }

    private static int call(RequestSpecification caller, String endpoint) {
        var method = endpoint.substring(0, endpoint.indexOf(' '));
        var path = endpoint.substring(endpoint.indexOf(' ') + 1).replaceAll("\\{\\w+}", "0");
        var form = path.startsWith("/desk/") || path.equals("/login") || path.equals("/logout");
        var body = !List.of("GET", "HEAD", "DELETE").contains(method);
        var request = !body
                ? caller
                : caller.contentType(form ? "application/x-www-form-urlencoded" : "application/json")
                        .body(form ? "name=nobody" : "{}");
        return request.request(method, path).statusCode();
    }
}
