package io.fortyeight.ingest;

import static io.fortyeight.TestContests.BROWSER;
import static io.fortyeight.TestContests.PAST;
import static io.fortyeight.TestContests.ROBOT;
import static io.fortyeight.TestContests.TWO_DAYS;
import static io.fortyeight.TestContests.certified;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.enter;
import static io.fortyeight.TestContests.get;
import static io.fortyeight.TestContests.imported;
import static io.fortyeight.TestContests.json;
import static io.fortyeight.TestContests.ledger;
import static io.fortyeight.TestContests.recount;
import static io.fortyeight.TestContests.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.DatabaseResource;
import io.fortyeight.ingest.imports.ImportsTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Access logs of the days of the vote, made up here, so that what must come out is known. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class AccessLogImportTest {

    private static final String CHAIN = "{\"preset\":\"counter-5.1\"}";
    private static final DateTimeFormatter LOG_TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.ofHours(-5));

    /** Seconds from the opening, the client, the request line, the status, the user agent; then what becomes of it. */
    private static final String TABLE = """
            0 | 203.0.113.1 | GET /video HTTP/1.1 | 200 | BROWSER | counted
            30 | 203.0.113.1 | GET /video HTTP/1.1 | 304 | BROWSER | repeat
            60 | 203.0.113.1 | GET /video HTTP/1.1 | 200 | BROWSER | repeat
            91 | 203.0.113.1 | GET /video HTTP/1.1 | 200 | BROWSER | counted
            91 | 203.0.113.1 | GET /video HTTP/1.1 | 200 | BROWSER 2 | counted
            92 | 203.0.113.2 | GET /video?utm=x HTTP/1.1 | 200 | BROWSER | counted
            93 | host.example | GET /video HTTP/1.1 | 200 | BROWSER | counted
            94 | host.example | GET /video HTTP/1.1 | 200 | BROWSER | repeat
            95 | 2001:db8::1 | GET http://a.example/video HTTP/1.1 | 200 | BROWSER | counted
            96 | 2001:db8::2 | GET /video HTTP/1.0 | 200 | BROWSER | repeat
            97 | 203.0.113.3 | GET /video HTTP/1.1 | 200 | ROBOT | robot
            98 | 203.0.113.4 | GET /video HTTP/1.1 | 404 | BROWSER |
            98 | 203.0.113.4 | GET /video HTTP/1.1 | 206 | BROWSER |
            98 | 203.0.113.4 | GET /video HTTP/1.1 | 301 | BROWSER |
            98 | 203.0.113.4 | POST /video HTTP/1.1 | 200 | BROWSER |
            98 | 203.0.113.4 | HEAD /video HTTP/1.1 | 200 | BROWSER |
            98 | 203.0.113.4 | GET /video/ HTTP/1.1 | 200 | BROWSER |
            98 | 203.0.113.4 | GET /style.css HTTP/1.1 | 200 | BROWSER |
            99 | 203.0.113.4 | - | 400 | - |
            -1 | 203.0.113.5 | GET /video HTTP/1.1 | 200 | BROWSER | early
            172800 | 203.0.113.5 | GET /video HTTP/1.1 | 200 | BROWSER | late
            100 | 203.0.113.6 | GET /video HTTP/1.1 | 200 | - | counted
            """;

    @Test
    void combinedLog_isJudgedByTheChainRule() {
        var contest = contestOf("https://a.example/video");
        var log = new ArrayList<String>();
        TABLE.lines().forEach(line -> {
            var cell = line.split(" ?\\| ?", -1);
            log.add(line(
                    PAST.plusSeconds(Long.parseLong(cell[0])),
                    cell[1],
                    cell[2],
                    cell[3],
                    cell[4].replace("BROWSER", BROWSER).replace("ROBOT", ROBOT)));
        });
        Collections.shuffle(log.subList(1, log.size()), new Random(48));
        log.add("rubbish");
        var report = imported(contest, "combined", ImportsTest.gzip(bytes(log)));
        assertThat(without(report, "id", "malformedLines")).isEqualTo(json("""
                {"state":"done","read":23,"accepted":14,"malformed":1,
                 "verdicts":{"counted":7,"early":1,"late":1,"robot":1,"repeat":4}}"""));
        assertThat(report.at("/malformedLines/0/line").asInt()).isEqualTo(23);
        assertThat(get("/api/contests/" + contest + "/campaigns/a").path("tally"))
                .isEqualTo(json("""
                [{"kind":"view","verdict":"counted","count":7},{"kind":"view","verdict":"early","count":1},
                 {"kind":"view","verdict":"late","count":1},{"kind":"view","verdict":"robot","count":1},
                 {"kind":"view","verdict":"repeat","count":4}]"""));
        assertThat(ledger(contest).stream().filter(entry -> !entry.has("network")))
                .as("named hosts")
                .hasSize(2);
        assertThat(recount(contest).path("agrees").asBoolean()).isTrue();
    }

    @Test
    void viaInTheRequest_isCarriedByTheView() {
        var contest = contestOf("https://a.example/video?a=1");
        var log = new ArrayList<String>();
        for (var query : new String[] {"a=1&via=7k3v9qx2hd", "via=b&a=1", "a=1", "a=1&via=", "a=1&via=%3C&via=c"}) {
            log.add(line(
                    PAST.plusSeconds(log.size()),
                    "203.0.113." + log.size(),
                    "GET /video?" + query + " HTTP/1.1",
                    "200",
                    BROWSER));
        }
        assertThat(imported(contest, "combined", bytes(log)).path("verdicts")).isEqualTo(json("{\"counted\":5}"));
        assertThat(ledger(contest))
                .extracting(entry -> entry.path("via").asText("-"))
                .containsExactly("7k3v9qx2hd", "b", "-", "-", "-");
    }

    @Test
    void commonLog_hasNoUserAgents() {
        var contest = contestOf("https://a.example/video");
        var text = """
                203.0.113.1 - - [17/Dec/2013:00:00:00 -0500] "GET /video HTTP/1.1" 200 1234
                203.0.113.1 - frank [17/Dec/2013:05:00:31 +0000] "GET /video HTTP/1.1" 200 -
                203.0.113.1 - - [17/Dec/2013:05:00:32 +0000] "GET /video HTTP/1.1" 200 -
                """;
        var report = imported(contest, "common", text.getBytes(StandardCharsets.UTF_8));
        assertThat(report.path("verdicts")).isEqualTo(json("{\"counted\":2,\"repeat\":1}"));
        assertThat(imported(contest, "combined", (text + "\n").getBytes(StandardCharsets.UTF_8))
                        .path("malformed")
                        .asInt())
                .as("read as combined")
                .isEqualTo(3);
    }

    @Test
    void campaigns_areToldApartByPathAndQuery() {
        var contest = contestOf("https://x.example/watch?v=1");
        enter(contest, "{\"slug\":\"b\",\"title\":\"B\",\"pageUrl\":\"https://x.example/watch?v=2\"}");
        enter(contest, "{\"slug\":\"root\",\"title\":\"Root\",\"pageUrl\":\"https://x.example\"}");
        var log = new ArrayList<String>();
        for (var path : new String[] {"/watch?v=1", "/watch?t=9&v=2", "/watch", "/watch?v=12", "/", "/?x=y"}) {
            log.add(line(
                    PAST.plusSeconds(log.size()),
                    "203.0.113." + log.size(),
                    "GET " + path + " HTTP/1.1",
                    "200",
                    BROWSER));
        }
        imported(contest, "combined", bytes(log));
        assertThat(ledger(contest))
                .map(entry -> entry.path("campaign").asText())
                .containsExactly("a", "b", "root", "root");
    }

    /** A log of 20 000 lines of many visitors, against an oracle that knows nothing but section 7.2 of COUNTER. */
    @Test
    void longLog_countsAsCounterSays() {
        var seed = 20131217L;
        var random = new Random(seed);
        var lastAtSeconds = new HashMap<String, Integer>();
        Map<String, Integer> expected = new HashMap<>();
        var log = new ArrayList<String>();
        var second = 0;
        for (var i = 0; i < 20_000; i++) {
            second += random.nextInt(8);
            var visitor = random.nextInt(100);
            var address = "198.51.100." + visitor % 25;
            var agent = BROWSER + " " + visitor / 25;
            if (random.nextInt(10) == 0) {
                log.add(line(PAST.plusSeconds(second), address, "GET /robots.txt HTTP/1.1", "200", agent));
                continue;
            }
            var campaign = random.nextBoolean() ? "a" : "b";
            var path = campaign.equals("a") ? "/video" : "/other";
            log.add(line(PAST.plusSeconds(second), address, "GET " + path + " HTTP/1.1", "200", agent));
            var last = lastAtSeconds.put(visitor + campaign, second);
            expected.merge(campaign + (last == null || second - last > 30 ? " counted" : " repeat"), 1, Integer::sum);
        }
        var contest = contestOf("https://a.example/video");
        enter(contest, "{\"slug\":\"b\",\"title\":\"B\",\"pageUrl\":\"https://a.example/other\"}");
        var report = imported(contest, "combined", bytes(log));
        assertThat(report.path("read").asInt()).isEqualTo(20_000);
        assertThat(report.path("malformed").asInt()).isZero();
        var result = certified(contest);
        var counted = new HashMap<String, Integer>();
        for (JsonNode line : result.path("tally")) {
            counted.put(
                    line.path("campaign").asText() + " " + line.path("verdict").asText(),
                    line.path("count").asInt());
        }
        assertThat(counted).as("seed %d", seed).isEqualTo(expected);
        assertThat(recount(contest).path("agrees").asBoolean()).isTrue();
    }

    private static String contestOf(String pageUrl) {
        var contest = contest(PAST, TWO_DAYS, CHAIN);
        enter(contest, "{\"slug\":\"a\",\"title\":\"A\",\"pageUrl\":\"" + pageUrl + "\"}");
        return contest;
    }

    private static String line(Instant at, String client, String request, String status, String agent) {
        return client + " - - [" + LOG_TIME.format(at) + "] \"" + request + "\" " + status
                + " 512 \"https://news.example/\" \"" + agent + "\"";
    }

    private static byte[] bytes(ArrayList<String> log) {
        return (String.join("\n", log) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
