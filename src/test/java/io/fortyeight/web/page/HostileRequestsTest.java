package io.fortyeight.web.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class HostileRequestsTest {

    @TestHTTPResource("/")
    URI server;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void body_thatIsNoContest_isRefusedInPlainWords() throws Exception {
        var table = new String[][] {
            {"", "400", "The body must be a JSON object"},
            {" ", "400", ""},
            {"null", "400", "The body must be a JSON object"},
            {"[]", "400", "The body must be a JSON object"},
            {"\"text\"", "400", "The body must be a JSON object"},
            {"5", "400", "The body must be a JSON object"},
            {"{", "400", "The JSON ends too early (line 1, column 2)"},
            {"{\"slug\":\"a\"", "400", "The JSON ends too early"},
            {"{\n\"slug\": hello}", "400", "The body is not well-formed JSON (line 2, column"},
            {"{\"slug\":\"a\",}", "400", "The body is not well-formed JSON (line 1"},
            {"{'slug':'a'}", "400", "The body is not well-formed JSON (line 1"},
            {"{\"slug\":NaN}", "400", "The body is not well-formed JSON (line 1"},
            {"{\"slug\":\"a\",\"slug\":\"b\"}", "400", "Duplicate field 'slug' (line 1, column"},
            {"{\"rules\":{\"cap\":null,\"cap\":null}}", "400", "Duplicate field 'cap' (line 1, column"},
            {"{} {}", "400", "Something follows the JSON value"},
            {"{\"rules\":" + "[".repeat(5000) + "]".repeat(5000) + "}", "400", "nested too deeply"},
            {"{\"rules\":" + "{\"a\":".repeat(5000) + "1" + "}".repeat(5000) + "}", "400", "nested too deeply"},
            {"[".repeat(60000), "400", ""},
            {"{\"rules\":{\"cap\":" + "9".repeat(5000) + "}}", "400", ""},
            {"{\"name\":\"" + "x".repeat(70000) + "\"}", "413", "over 65536 bytes"},
        };
        var softly = new SoftAssertions();
        for (var row : table) {
            var shown = row[0].substring(0, Math.min(row[0].length(), 40));
            var answer = post("application/json", row[0].getBytes(StandardCharsets.UTF_8));
            softly.assertThat(answer.statusCode()).as(shown).isEqualTo(Integer.parseInt(row[1]));
            softly.assertThat(answer.body()).as(shown).contains(row[2]);
            checkProblem(softly, shown, answer);
        }
        softly.assertAll();
    }

    @Test
    void body_inBrokenUtf8_isRefused() throws Exception {
        var softly = new SoftAssertions();
        for (var broken : new byte[][] {
            {(byte) 0xff}, {(byte) 0xc3, '('}, {(byte) 0xc0, (byte) 0x80}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}
        }) {
            var start = "{\"slug\":\"utf\",\"zone\":\"UTC\",\"opensAt\":\"2093-12-17T00:00\",\"name\":\""
                    .getBytes(StandardCharsets.UTF_8);
            var body = Arrays.copyOf(start, start.length + broken.length + 2);
            System.arraycopy(broken, 0, body, start.length, broken.length);
            body[body.length - 2] = '"';
            body[body.length - 1] = '}';
            var answer = post("application/json", body);
            softly.assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            checkProblem(softly, Arrays.toString(broken), answer);
        }
        softly.assertAll();
    }

    @Test
    void body_streamedWithoutALength_isHeldToTheLimitToo() throws Exception {
        var body = ("{\"name\":\"" + "x".repeat(300_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        var request = request("application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    }

    @Test
    void contentType_missingOrForeign_isRefused() throws Exception {
        var softly = new SoftAssertions();
        for (var type : new String[] {null, "text/plain", "application/xml", "nonsense", "application/json; charset"}) {
            var answer = post(type, "{}".getBytes(StandardCharsets.UTF_8));
            softly.assertThat(answer.statusCode())
                    .as(type + ": " + answer.body())
                    .isIn(400, 415);
            checkProblem(softly, String.valueOf(type), answer);
        }
        softly.assertThat(post(null, "{}".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(415);
        softly.assertThat(post("text/plain", "{}".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(415);
        softly.assertAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "text/html", "text/html,application/xhtml+xml,*/*;q=0.8", "*/*", "image/png"
            })
    void path_thatIsNot_isAProblem_orAPageForBrowsers(String accept) {
        for (var path : new String[] {"/none", "/api/none", "/api/contests/none", "/api/contests/none/none/none"}) {
            var answer = given().accept(accept).get(path);
            var status = path.equals("/api/contests/none") && !accept.contains("json") && !accept.contains("*/*")
                    ? 406
                    : 404;
            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            assertThat(answer.asString()).as(path).doesNotContain("java.", "Resource");
            if (path.equals("/none") && accept.contains("text/html")) {
                assertThat(answer.contentType()).isEqualTo("text/html;charset=UTF-8");
                continue;
            }
            assertThat(answer.contentType()).as(path).startsWith("application/problem+json");
            assertThat(answer.asString()).as(path).contains("\"status\":" + status);
        }
    }

    @Test
    void method_thatIsNot_isAProblem() {
        var answer = given().delete("/api/contests");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void path_malformed_leaksNothing() throws Exception {
        for (var path : new String[] {
            "/api/contests/%",
            "/api/contests/%zz",
            "/api/contests/%ff",
            "/api/contests/%00",
            "/%c0%af",
            "//",
            "/..%2f.."
        }) {
            var answer =
                    raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .as(path)
                    .matches("(?s)HTTP/1.1 (400|404) .*")
                    .doesNotContain("Exception", "\tat ", "io.");
        }
    }

    @Test
    void failure_inside_showsNoTrace() {
        for (var path : new String[] {"/test/failure", "/test/route-failure"}) {
            for (var accept : new String[] {"application/json", "text/html"}) {
                var answer = given().accept(accept).get(path);
                assertThat(answer.statusCode()).isEqualTo(500);
                assertThat(answer.contentType())
                        .startsWith(accept.equals("text/html") ? "text/html;" : "application/problem+json");
                assertThat(answer.asString()).doesNotContain("Exception", "secret detail", "\tat ");
            }
        }
    }

    @Test
    void answers_carrySecurityHeaders() {
        for (var path : new String[] {"/api/contests", "/none", "/test/page", "/q/health"}) {
            var answer = given().get(path);
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("strict-origin-when-cross-origin");
            assertThat(answer.header("X-Frame-Options")).as(path).isEqualTo("DENY");
        }
        assertThat(given().get("/test/page").header("Content-Security-Policy"))
                .startsWith("default-src 'self'")
                .contains("frame-ancestors 'none'");
    }

    private static void checkProblem(SoftAssertions softly, String shown, HttpResponse<String> answer) {
        softly.assertThat(answer.headers().firstValue("content-type").orElse(""))
                .as(shown)
                .startsWith("application/problem+json");
        softly.assertThat(answer.body().toLowerCase(Locale.ROOT))
                .as(shown)
                .doesNotContain("java", "fortyeight", "exception", "jackson");
    }

    private HttpRequest.Builder request(String type) {
        var request = HttpRequest.newBuilder(server.resolve("/api/contests"))
                .header("Authorization", "Bearer test-admin-token");
        return type == null ? request : request.header("Content-Type", type);
    }

    private HttpResponse<String> post(String type, byte[] body) throws IOException, InterruptedException {
        return client.send(request(type).POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
