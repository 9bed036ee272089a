package io.fortyeight.ingest;

import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.live;
import static io.fortyeight.TestContests.verdict;
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
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The ping endpoints of the running application, sent damaged requests: each is answered in time and in form, none by a
 * failure, and what is in the ledger is what was said to be taken.
 *
 * <p>A plain loop over seeds, without Jazzer: see ADR 13. Percent signs of the pixel's query are always well-formed, since
 * the server refuses others itself, without a picture.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class RandomPingsTest {

    /** {@code -Dfortyeight.fuzz.seeds=100000} for more. */
    private static final int SEEDS = Integer.getInteger("fortyeight.fuzz.seeds", 150);

    private static final String RAW = "{\"preset\":\"raw\"}";
    private static final int ANSWER_WITHIN_MILLIS = 5_000;
    private static final Pattern TAKEN = Pattern.compile("HTTP/1\\.1 202 |X-Fortyeight-Verdict: (counted|robot)");
    private static final Pattern PROBLEM = Pattern.compile(
            "HTTP/1\\.1 (400|403|404|413|415|429|503) .*content-type: application/problem\\+json.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern PICTURE = Pattern.compile(
            "HTTP/1\\.1 (200|400|403|404|429|503) .*content-type: image/gif.*GIF89a.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final String[] HEADERS = {
        "User-Agent", "Forwarded", "X-Forwarded-For", "Origin", "Referer", "Sec-Purpose", "Cookie", "X-Moz"
    };
    private static final String[] WORDS = {
        "\"",
        "\\",
        "{",
        "}",
        "[",
        ",",
        ":",
        "null",
        "1e999",
        "\\u0000",
        "\\ud800",
        "\u00ff",
        "\0",
        "\"id\":\"x\"",
        "\"kind\":\"share\"",
        "\"platform\":\"email\"",
        "\u00ef\u00bb\u00bf",
        "for=\"[::1",
        "%"
    };

    @Test
    void damagedPings_areAnsweredInForm() throws IOException {
        String contest = live(RAW);
        int taken = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            byte[] body = damaged(view(contest, "a", "x"), random);
            String type = random.nextInt(4) == 0 ? "text/plain" : "application/json";
            String answer = answer(joined(
                    "POST /api/pings HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header(random)
                            + "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n\r\n",
                    body));
            boolean isTaken = TAKEN.matcher(answer).find();
            assertThat(isTaken || PROBLEM.matcher(answer).matches())
                    .as("seed %s: %s", seed, answer)
                    .isTrue();
            taken += isTaken ? 1 : 0;
        }
        assertThat(taken).as("not all are refused").isPositive();
        assertThat(ledger(contest)).hasSize(taken);
    }

    @Test
    void damagedPixels_arePictures() throws IOException {
        String contest = live(RAW);
        int taken = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            String query = query(damaged("visitor=x&via=y&unknown=z", random));
            String answer = answer(joined(
                    "GET /p/" + contest + "/a.gif?" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + header(random) + "\r\n",
                    new byte[0]));
            assertThat(PICTURE.matcher(answer).matches())
                    .as("seed %s: %s", seed, answer)
                    .isTrue();
            taken += TAKEN.matcher(answer).find() ? 1 : 0;
        }
        assertThat(taken).as("not all are refused").isPositive();
        assertThat(ledger(contest)).hasSize(taken);
    }

    @Test
    void damagedHttp_leavesTheServerAtWork() throws IOException {
        String contest = live(RAW);
        String ping = view(contest, "a", "x");
        String request = "POST /api/pings HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nUser-Agent: "
                + TestContests.BROWSER + "\r\nContent-Type: text/plain\r\nContent-Length: " + ping.length() + "\r\n\r\n"
                + ping;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            byte[] bytes = damaged(request, random);
            String answer = answer(bytes, true);
            assertThat(answer).as("seed %s", seed).doesNotContain("HTTP/1.1 5", "Exception", "\tat ");
        }
        assertThat(verdict(ping)).isEqualTo("counted");
    }

    /** Bytes changed, cut out, doubled or put in, a few times; now and then much longer, or rubbish altogether. */
    private static byte[] damaged(String whole, Random random) {
        byte[] bytes = whole.getBytes(StandardCharsets.ISO_8859_1);
        if (random.nextInt(20) == 0) {
            bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
        }
        for (int times = random.nextInt(4); times > 0; times--) {
            int from = random.nextInt(bytes.length + 1);
            int to = Math.min(bytes.length, from + random.nextInt(20));
            byte[] between =
                    switch (random.nextInt(6)) {
                        case 0 -> new byte[0];
                        case 1 -> new byte[] {(byte) random.nextInt(256)};
                        case 2 -> " ".repeat(random.nextInt(10_000)).getBytes(StandardCharsets.ISO_8859_1);
                        case 3 -> Arrays.copyOfRange(bytes, random.nextInt(from + 1), to);
                        default -> WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.ISO_8859_1);
                    };
            bytes = joined(
                    new String(bytes, 0, from, StandardCharsets.ISO_8859_1)
                            + new String(between, StandardCharsets.ISO_8859_1),
                    Arrays.copyOfRange(bytes, random.nextBoolean() ? from : to, bytes.length));
        }
        return bytes;
    }

    /** A header line of whatever HTTP allows in one; none now and then. */
    private static String header(Random random) {
        if (random.nextInt(3) == 0) {
            return "";
        }
        String value =
                new String(damaged("https://a.example, for=192.0.2.1;\"x\"", random), StandardCharsets.ISO_8859_1);
        return HEADERS[random.nextInt(HEADERS.length)] + ": " + value.replaceAll("[\0-\u001F\u007F]", "") + "\r\n";
    }

    /** All bytes but a few percent-encoded, up to about a thousand. */
    private static String query(byte[] bytes) {
        StringBuilder query = new StringBuilder();
        for (byte value : bytes) {
            boolean plain = value == '=' || value == '&' || value >= 'a' && value <= 'z';
            query.append(plain ? String.valueOf((char) value) : String.format("%%%02x", value & 0xFF));
        }
        return query.length() <= 3_000 ? query.toString() : query.substring(0, query.lastIndexOf("%", 3_000));
    }

    private static byte[] joined(String start, byte[] end) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(start.getBytes(StandardCharsets.ISO_8859_1));
        joined.writeBytes(end);
        return joined.toByteArray();
    }

    /** All that comes back to a whole request until the connection ends, in time. */
    private static String answer(byte[] request) throws IOException {
        return answer(request, false);
    }

    /** @param ends whether nothing more will come: the server then owes no answer */
    private static String answer(byte[] request, boolean ends) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(ANSWER_WITHIN_MILLIS);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request);
                if (ends) {
                    socket.shutdownOutput();
                }
                socket.getInputStream().transferTo(answer);
            } catch (SocketException reset) {
                // The server may close before it has read all; what it said until then counts.
            }
            return answer.toString(StandardCharsets.ISO_8859_1);
        }
    }
}
