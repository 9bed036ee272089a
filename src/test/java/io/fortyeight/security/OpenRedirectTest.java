package io.fortyeight.security;

import static io.fortyeight.TestPeople.PASSWORD;
import static io.fortyeight.TestPeople.fromOwnPage;
import static io.fortyeight.TestPeople.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.web.http.LocalPath;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody is sent on to another server, wherever a link says. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class OpenRedirectTest {

    private static final List<String> ELSEWHERE = List.of(
            "https://evil.example/",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "\t//evil.example",
            "/\n/evil.example",
            " //evil.example",
            "javascript:alert(1)",
            "evil.example",
            "",
            "/desk\r\nSet-Cookie: a=b",
            "/" + "a".repeat(2_000));

    private static final List<String> HERE =
            List.of("/", "/close-board", "/contests/a?at=1&b=%2F%2Fevil.example#top", "/a//b", "/@evil.example");

    @Test
    void path_leadsToThisServerOnly() {
        for (var path : ELSEWHERE) {
            assertThat(LocalPath.of(path)).as(path).isEmpty();
        }
        for (var path : HERE) {
            assertThat(LocalPath.of(path)).as(path).contains(path);
        }
        assertThat(LocalPath.of(null)).isEmpty();
    }

    @Test
    void signingIn_leadsToThisServerOnly() {
        var name = user("auditor");
        for (var next : List.of("//evil.example", "https://evil.example/", "/\\evil.example", "/\t/evil.example")) {
            var answer = fromOwnPage()
                    .formParam("name", name)
                    .formParam("password", PASSWORD)
                    .formParam("next", next)
                    .post("/login");
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.header("Location")).as(next).isEqualTo("/desk");
            assertThat(fromOwnPage()
                            .queryParam("next", next)
                            .get("/login")
                            .htmlPath()
                            .getString("**.find { it.@name == 'next' }.@value"))
                    .isEqualTo("/desk");
        }
    }
}
