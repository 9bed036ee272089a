package io.fortyeight.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.directory.Publication;
import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.core.counting.VotingWindow;
import io.fortyeight.ingest.client.IpAddress;
import io.fortyeight.ingest.client.NetworkAddress;
import io.fortyeight.ingest.client.Pseudonyms;
import io.fortyeight.ingest.format.CampaignPathsTest;
import io.fortyeight.ingest.format.ImportFormat;
import io.fortyeight.ingest.format.ImportedPing;
import io.fortyeight.ingest.format.Lines;
import io.fortyeight.ingest.format.MalformedLine;
import io.fortyeight.ingest.format.UnreadableBodyException;
import io.fortyeight.ingest.robots.LinkPreviews;
import io.fortyeight.ingest.robots.RobotsList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportReaderTest {

    private static final String CHROME =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";
    static final long NOON = Instant.parse("2013-12-17T12:00:00Z").toEpochMilli();
    private static final RobotsList ROBOTS = new RobotsList(new LinkPreviews());
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms(new byte[32]);
    private static final ContestDetails CONTEST = contest();

    @TempDir
    Path directory;

    private final ImportProgress progress = new ImportProgress();

    @Test
    void combinedLog_givesViewsInOrderOfTime() throws Exception {
        List<ImportedPing> pings = read(
                ImportFormat.COMBINED,
                log("192.0.2.1", "12:00:00", "GET /liberty/ HTTP/1.1", 200, CHROME),
                log("2001:db8::1", "11:59:59", "GET /hope?x=y&v=1 HTTP/1.1", 304, "curl/7.88.1"),
                log("home.example", "11:00:00", "GET /liberty/ HTTP/1.1", 200, "-"),
                "",
                log("192.0.2.1", "11:00:00", "GET /liberty/ HTTP/1.1", 404, CHROME),
                log("192.0.2.1", "11:00:00", "POST /liberty/ HTTP/1.1", 200, CHROME),
                log("192.0.2.1", "11:00:00", "GET /style.css HTTP/1.1", 200, CHROME),
                log("192.0.2.1", "12:00:01", "GET /liberty/ HTTP/1.1", 200, CHROME),
                log("192.0.2.1", "12:00:01", "GET /style.css HTTP/1.1", 200, CHROME),
                "192.0.2.1 - - [17/Dec/2013:11:00:00 +0000] \"GET /liberty/ HTTP/1.1\" 200 1 \"-\" \"Moz");

        NetworkAddress four = IpAddress.parse("192.0.2.1").network();
        NetworkAddress six = IpAddress.parse("2001:db8::").network();
        assertThat(pings)
                .containsExactly(
                        new ImportedPing(
                                3,
                                new Ping(
                                        NOON - 3_600_000,
                                        Item.view(0),
                                        PSEUDONYMS.visitorByHost("home.example", ""),
                                        null,
                                        false),
                                null),
                        new ImportedPing(
                                2,
                                new Ping(
                                        NOON - 1000,
                                        Item.view(1),
                                        PSEUDONYMS.visitorByNetwork(six, "curl/7.88.1"),
                                        PSEUDONYMS.network(six),
                                        true),
                                null),
                        new ImportedPing(
                                1,
                                new Ping(
                                        NOON,
                                        Item.view(0),
                                        PSEUDONYMS.visitorByNetwork(four, CHROME),
                                        PSEUDONYMS.network(four),
                                        false),
                                null));
        assertCounts(9, 3, 3);
        assertThat(progress.malformedLines())
                .containsExactly(
                        new MalformedLine(8, "time lies in the future"),
                        new MalformedLine(9, "time lies in the future"),
                        new MalformedLine(10, "unclosed quote in the user agent"));
    }

    @Test
    void commonLog_knowsVisitorsByNetworkAlone() throws Exception {
        List<ImportedPing> pings = read(
                ImportFormat.COMMON,
                "192.0.2.1 - - [17/Dec/2013:07:00:00 -0500] \"GET /liberty/ HTTP/1.1\" 200 -",
                "192.0.2.1 - - [17/Dec/1969:07:00:00 -0500] \"GET /liberty/ HTTP/1.1\" 200 -");

        NetworkAddress network = IpAddress.parse("192.0.2.1").network();
        assertThat(pings)
                .containsExactly(new ImportedPing(
                        1,
                        new Ping(
                                NOON,
                                Item.view(0),
                                PSEUDONYMS.visitorByNetwork(network, ""),
                                PSEUDONYMS.network(network),
                                false),
                        null));
        assertThat(progress.malformedLines()).containsExactly(new MalformedLine(2, "time lies before 1970"));
    }

    @Test
    void ndjson_givesViewsAndShares() throws Exception {
        List<ImportedPing> pings = read(
                ImportFormat.NDJSON,
                "{'at':'2013-12-17T12:00:00Z','kind':'view','campaign':'hope','visitor':'김','ip':'192.0.2.1'}",
                "{'at':'2013-12-17T12:00:00Z','kind':'share','campaign':'liberty','platform':'email','ip':'192.0.2.1',"
                        + "'userAgent':'curl/7.88.1','via':'friend'}",
                "{'at':'2013-12-17T11:00:00.0019Z','kind':'view','campaign':'hope','visitor':'b'}",
                "  ",
                "{'at':'2013-12-17T12:00:00.001Z','kind':'view','campaign':'hope','visitor':'b'}",
                "{'at':'2013-12-17T12:00:00Z','kind':'view','campaign':'nobody','visitor':'b'}",
                "{'at':'2013-12-17T12:00:00Z','kind':'view','campaign':'hope','visitor':'\u0000'}",
                "x".repeat(Lines.MAX_BYTES + 1));

        NetworkAddress network = IpAddress.parse("192.0.2.1").network();
        assertThat(pings)
                .containsExactly(
                        new ImportedPing(
                                3,
                                new Ping(NOON - 3_599_999, Item.view(1), PSEUDONYMS.visitorById("b"), null, false),
                                null),
                        new ImportedPing(
                                1,
                                new Ping(
                                        NOON,
                                        Item.view(1),
                                        PSEUDONYMS.visitorById("김"),
                                        PSEUDONYMS.network(network),
                                        false),
                                null),
                        new ImportedPing(
                                2,
                                new Ping(
                                        NOON,
                                        Item.share(0, Platform.EMAIL),
                                        PSEUDONYMS.visitorByNetwork(network, "curl/7.88.1"),
                                        PSEUDONYMS.network(network),
                                        true),
                                "friend"));
        assertCounts(7, 3, 4);
        assertThat(progress.malformedLines())
                .extracting(MalformedLine::line, MalformedLine::reason)
                .map(Object::toString)
                .containsExactly(
                        "(5L, \"at lies in the future\")",
                        "(6L, \"campaign is none of the contest's\")",
                        "(7L, \"not JSON from column 73 on\")",
                        "(8L, \"line longer than 65536 bytes\")");
    }

    @Test
    void malformedLines_areNamedUpToAHundred() throws Exception {
        String[] lines = new String[250];
        Arrays.fill(lines, "nonsense about 192.0.2.1");

        read(ImportFormat.NDJSON, lines);

        assertCounts(250, 0, 250);
        assertThat(progress.malformedLines())
                .hasSize(100)
                .last()
                .extracting(MalformedLine::line)
                .isEqualTo(100L);
        assertThat(progress.malformedLines())
                .allSatisfy(
                        line -> assertThat(line.reason()).startsWith("not JSON").doesNotContain("192"));
    }

    @Test
    void unreadableBody_isFatal() throws Exception {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new UnreadableBodyException("The gzip is damaged");
            }
        };
        try (TimeSorter sorter = new TimeSorter(directory)) {
            assertThatThrownBy(() -> reader(ImportFormat.COMBINED).read(broken, sorter, progress))
                    .isInstanceOf(UnreadableBodyException.class);
        }
    }

    @Test
    void formats_areKnownByTheirNames() {
        assertThat(ImportFormat.ofJsonName("combined")).contains(ImportFormat.COMBINED);
        assertThat(ImportFormat.ofJsonName("COMBINED")).isEmpty();
        assertThat(ImportFormat.values())
                .extracting(ImportFormat::jsonName)
                .containsExactly("ndjson", "combined", "common");
    }

    private List<ImportedPing> read(ImportFormat format, String... lines) throws Exception {
        String text = String.join("\n", lines);
        byte[] bytes =
                (format == ImportFormat.NDJSON ? text.replace('\'', '"') : text).getBytes(StandardCharsets.UTF_8);
        List<ImportedPing> pings = new ArrayList<>();
        try (TimeSorter sorter = new TimeSorter(directory, 2, 2)) {
            reader(format).read(new ByteArrayInputStream(bytes), sorter, progress);
            PingSource sorted = sorter.sorted();
            for (ImportedPing ping = sorted.next(); ping != null; ping = sorted.next()) {
                pings.add(ping);
            }
        }
        return pings;
    }

    static ImportReader reader(ImportFormat format) {
        return new ImportReader(format, CONTEST, PSEUDONYMS, ROBOTS, NOON);
    }

    private void assertCounts(long read, long accepted, long malformed) {
        assertThat(List.of(progress.read(), progress.accepted(), progress.malformed()))
                .containsExactly(read, accepted, malformed);
    }

    private static String log(String host, String time, String request, int status, String userAgent) {
        return host + " - - [17/Dec/2013:" + time + " +0000] \"" + request + "\" " + status + " 10 \"-\" \"" + userAgent
                + '"';
    }

    private static ContestDetails contest() {
        return new ContestDetails(
                1,
                "contest",
                "Contest",
                ZoneOffset.UTC,
                new VotingWindow(0, 1),
                null,
                Publication.CERTIFIED,
                null,
                new RulesCard("raw", null, null, null, null, null, new RulesCard.Score(1, 0), ROBOTS.robots()),
                "",
                ContestState.OPEN,
                null,
                true,
                false,
                null,
                null,
                List.of(
                        CampaignPathsTest.campaign(0, "liberty", "https://a.example/liberty/"),
                        CampaignPathsTest.campaign(1, "hope", "https://a.example/hope?v=1")));
    }
}
