package io.fortyeight.ingest;

import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.TestContests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Requests that no client library would send, byte by byte. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class HostilePingsTest {

    private static final String RAW = "{\"preset\":\"raw\"}";

    /** Header lines, each byte a character, and the statuses that are right. */
    private static final String[][] HEADERS = {
        {"User-Agent: " + "x".repeat(10_240), "202"},
        {"User-Agent:", "202"},
        {"User-Agent: \u00e9\u00ff\u0080 caf\u00c3\u00a9", "202"},
        {"User-Agent: \u00f0\u009f\u008e", "202"},
        {"User-Agent: a\r\nUser-Agent: b", "202"},
        {"User-Agent: a\0b", "202 400"},
        {"User-Agent: a\u0001\u0007b", "202 400"},
        {"User-Agent: a\u001b[31mb", "202 400"},
        {"X-Forwarded-For: a,b,c", "202"},
        {"X-Forwarded-For: ,,,,", "202"},
        {"X-Forwarded-For: " + "1.2.3.4,".repeat(1500), "202"},
        {"X-Forwarded-For: 999.1.1.1, [::1, ::ffff:1.2.3.4:80", "202"},
        {"Forwarded: for=\"[::1", "202"},
        {"Forwarded: for=\"\\", "202"},
        {"Forwarded: for=_hidden;proto=http, for=unknown", "202"},
        {"X-Forwarded-Host: evil.example", "202"},
        {"X-Forwarded-Proto: gopher", "202"},
        {"X-Forwarded-Prefix: /../..", "202"},
        {"Sec-Purpose: \u00ff;;,", "202"},
        {"Origin: \u00ff", "403"},
        {"Origin: a\0b", "403 400"},
        {"Referer: \u00ff\u00fe", "403"},
        {"Referer: https://" + "a".repeat(8000), "403"},
        {"Cookie: " + "a=b;".repeat(2000), "202"},
        {"Accept-Language: \u0080", "202"},
        {"Accept-Encoding: \u0080, gzip;q=x", "202"},
        {"Content-Encoding: gzip", "202 400 415"},
        {"Range: bytes=0-", "202"},
        {"If-None-Match: *", "202"},
        {"If-Modified-Since: yesterday", "202"},
        {"Connection: \u00ff", "202"},
        {"X-HTTP-Method-Override: DELETE", "202"},
        {"Authorization: Bearer \u00ff\u00ff", "202 401"},
        {"Accept: \u00ff", "202 400 406"},
        {"X-Long: " + "x".repeat(40_000), "431 400"},
    };

    @Test
    void hostileHeader_changesNothing() throws IOException {
        var contest = live(RAW);
        var softly = new SoftAssertions();
        for (var row : HEADERS) {
            var shown = row[0].substring(0, Math.min(60, row[0].length()));
            var body = view(contest, "a", "x");
            var answer = raw("POST /api/pings HTTP/1.1\r\nHost: localhost:" + RestAssured.port + "\r\n"
                    + (row[0].startsWith("User-Agent") ? "" : "User-Agent: " + TestContests.BROWSER + "\r\n")
                    + row[0] + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body);
            softly.assertThat(status(answer)).as(shown).isIn((Object[]) row[1].split(" "));
            assertLeaksNothing(softly, shown, answer);
        }
        softly.assertAll();
        var answer = TestContests.ping(view(contest, "a", "x"));
        assertThat(answer.statusCode()).as("still at work").isEqualTo(202);
    }

    @Test
    void contentType_thatIsRubbish_isNoFailure() throws IOException {
        var contest = live(RAW);
        var softly = new SoftAssertions();
        for (var type : new String[] {
            "",
            "rubbish",
            "/",
            "application/",
            "text/plain;",
            "text/plain; charset=",
            "text/plain; charset=no-such",
            "text/plain; charset=\"",
            "application/json;;;",
            "\u00ff/\u00ff",
            "a/b/c",
            "*/*",
            "application/*",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x"
        }) {
            var body = view(contest, "a", "x");
            var answer = raw("POST /api/pings HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                    + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            softly.assertThat(status(answer)).as(type).isIn("202", "400", "415");
            assertLeaksNothing(softly, type, answer);
        }
        softly.assertAll();
    }

    /** The server's own check of addresses refuses the first three before anything here sees them. */
    @Test
    void pixelsQuery_thatCannotBeDecoded_isNoFailure() throws IOException {
        var contest = live(RAW);
        var softly = new SoftAssertions();
        for (var row : new String[][] {
            {"visitor=%zz", "400"}, {"%", "400"}, {"visitor=%f", "400"}, {"visitor=\u00ff", "200"}, {"a=b;c=d", "200"}
        }) {
            var answer = raw("GET /p/" + contest + "/a.gif?" + row[0] + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Connection: close\r\n\r\n");
            softly.assertThat(status(answer)).as(row[0]).isEqualTo(row[1]);
            assertLeaksNothing(softly, row[0], answer);
        }
        softly.assertAll();
        assertThat(ledger(contest)).hasSize(2);
    }

    @Test
    void tooLongBody_announced_leavesTheConnectionUsableOrClosed() throws IOException {
        var contest = live(RAW);
        var body = "x".repeat(200_000);
        assertAnsweredThenUsable(
                contest,
                "POST /api/pings HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body);
    }

    @Test
    void tooLongBody_inChunks_leavesTheConnectionUsableOrClosed() throws IOException {
        var contest = live(RAW);
        var chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
        assertAnsweredThenUsable(
                contest,
                "POST /api/pings HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked"
                        + "\r\n\r\n" + chunk.repeat(50) + "0\r\n\r\n");
    }

    @Test
    void bodyInSmallChunks_isReadWhole() throws IOException {
        var contest = live(RAW);
        var chunks = new StringBuilder();
        view(contest, "a", "x").chars().forEach(character -> chunks.append("1\r\n")
                .append((char) character)
                .append("\r\n"));
        var answer =
                raw("POST /api/pings HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: text/plain\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + chunks + "0\r\n\r\n");
        assertThat(status(answer)).isEqualTo("202");
        assertThat(ledger(contest)).hasSize(1);
    }

    @Test
    void bodyThatEndsTooEarly_isNoPing() throws IOException {
        var contest = live(RAW);
        var body = view(contest, "a", "x");
        try (var socket = connect()) {
            socket.getOutputStream()
                    .write(bytes("POST /api/pings HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                            + "Content-Length: " + (body.length() + 10) + "\r\n\r\n" + body));
            socket.shutdownOutput();
            assertThat(status(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)))
                    .isIn("", "400");
        }
        assertThat(ledger(contest)).isEmpty();
    }

    private static void assertAnsweredThenUsable(String contest, String tooLong) throws IOException {
        var body = view(contest, "a", "x");
        var second = "POST /api/pings HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: text/plain\r\n"
                + "User-Agent: " + TestContests.BROWSER + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        var answers = raw(tooLong + second);
        assertThat(status(answers)).isEqualTo("413");
        assertThat(answers.split("HTTP/1\\.1 ", -1).length - 1)
                .as("answers, of which the second may be missing: %s", answers)
                .isIn(1, 2);
        if (answers.contains("HTTP/1.1 202")) {
            assertThat(ledger(contest)).hasSize(1);
        } else {
            assertThat(answers).doesNotContain("HTTP/1.1 5").doesNotContain("HTTP/1.1 400");
            assertThat(ledger(contest)).isEmpty();
        }
    }

    private static void assertLeaksNothing(SoftAssertions softly, String what, String answer) {
        softly.assertThat(answer).as(what).doesNotContain("java.", "io.fortyeight", "Exception", "\tat ");
    }

    /** The first answer's, or the empty string when there was none. */
    private static String status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? answer.substring(9, 12) : "";
    }

    private static Socket connect() throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** Sends, and reads until the connection ends, in whatever way. */
    private static String raw(String request) throws IOException {
        try (var socket = connect()) {
            var answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(bytes(request));
                socket.getInputStream().transferTo(answer);
            } catch (SocketException reset) {
                // The server may close before it has read all; what it said until then counts.
            }
            return answer.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
