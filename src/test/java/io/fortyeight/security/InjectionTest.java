package io.fortyeight.security;

import static io.fortyeight.TestContests.PAST;
import static io.fortyeight.TestContests.TWO_DAYS;
import static io.fortyeight.TestContests.awaitState;
import static io.fortyeight.TestContests.close;
import static io.fortyeight.TestContests.imported;
import static io.fortyeight.TestContests.organizer;
import static io.fortyeight.TestPeople.PASSWORD;
import static io.fortyeight.TestPeople.fromOwnPage;
import static io.fortyeight.TestPeople.session;
import static io.fortyeight.TestPeople.user;
import static io.fortyeight.TestPeople.withSession;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortyeight.DatabaseResource;
import io.fortyeight.security.Endpoints.Endpoint;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/**
 * Nothing that anybody writes becomes part of a page: hostile texts are stored wherever a text is stored, and sent wherever one
 * is shown back; then everything that can be got is parsed as browsers parse it.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class InjectionTest {

    /** Breaks out of text, of attributes quoted either way, of comments, scripts, styles and CDATA. */
    private static final String HOSTILE =
            "</title></textarea>--></script></style>]]><x-evil a=b>'\"><x-evil onx-evil=1 x-evil='\" {evil} ${evil} {{evil}}";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern MARKUP = Pattern.compile("(text/html|image/svg\\+xml|application/(.*\\+)?xml).*");

    @Inject
    DataSource database;

    @Test
    void storedTexts_stayTexts() throws Exception {
        var contest = contest();
        var session = session(user("admin"), PASSWORD);
        withSession(session)
                .formParam("name", HOSTILE)
                .formParam("role", "ops")
                .formParam("days", 1)
                .post("/desk/tokens");
        withSession(session)
                .formParam("name", HOSTILE)
                .post("/desk/people")
                .then()
                .statusCode(400);
        var shown = new ArrayList<String>();
        for (var path : surfaces(contest)) {
            var answer = withSession(session).get(path);
            if (assertNothingGotIn(path, answer)) {
                shown.add(path);
            }
        }
        assertThat(shown)
                .as("what shows the texts at all")
                .contains(
                        "/",
                        "/contests/" + contest,
                        "/contests/" + contest + ".atom",
                        "/close-board",
                        "/desk/tokens",
                        "/desk/audit",
                        "/desk/contests/" + contest + "/audit",
                        "/desk/contests/" + contest + "/campaigns/a/share-text",
                        "/share/" + contest + "/a/kakaotalk");
    }

    @Test
    void requests_areShownBackAsTexts() {
        var session = session(user("admin"), PASSWORD);
        var answers = Stream.of(
                withSession(session).queryParam("next", "/" + HOSTILE).get("/login"),
                withSession(session).queryParam("out", HOSTILE).get("/login"),
                withSession(session).queryParam("done", HOSTILE).get("/desk/people"),
                withSession(session).queryParam("before", HOSTILE).get("/desk/audit"),
                inPath(session, "/contests/%s"),
                inPath(session, "/contests/%s.atom"),
                inPath(session, "/desk/contests/%s/audit"),
                inPath(session, "/%s"),
                withSession(session)
                        .header("Accept-Language", HOSTILE)
                        .header("User-Agent", HOSTILE)
                        .get("/"),
                withSession(session).cookie("language", "<x-evil>").get("/login"),
                withSession(session).formParam("name", HOSTILE).post("/desk/people"),
                withSession(session).formParam("name", HOSTILE + "\u0000").post("/desk/tokens"),
                fromOwnPage()
                        .formParam("name", HOSTILE)
                        .formParam("password", HOSTILE)
                        .post("/login"),
                fromOwnPage()
                        .formParam("name", HOSTILE)
                        .formParam("next", HOSTILE)
                        .post("/login"));
        answers.forEach(answer -> assertNothingGotIn(answer.headers().toString(), answer));
    }

    private static Response inPath(String session, String path) {
        var encoded = URLEncoder.encode(HOSTILE, StandardCharsets.UTF_8).replace("+", "%20");
        return withSession(session).urlEncodingEnabled(false).get(path.formatted(encoded));
    }

    /** Whether the text is in it: what does not show it proves nothing. */
    private static boolean assertNothingGotIn(String what, Response answer) {
        var type = String.valueOf(answer.contentType());
        assertThat(answer.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
        assertThat(answer.headers().getValues("Set-Cookie")).as(what).noneMatch(cookie -> cookie.contains("evil"));
        if (!MARKUP.matcher(type).matches()) {
            return false;
        }
        var html = type.startsWith("text/html");
        var page = Jsoup.parse(answer.asString(), "http://localhost/", html ? Parser.htmlParser() : Parser.xmlParser());
        assertThat(page.select("x-evil")).as(what).isEmpty();
        page.getAllElements().forEach(element -> assertHarmless(what, element));
        if (html) {
            assertHeaders(what, answer);
        }
        return shows(page);
    }

    private static boolean shows(Document page) {
        return page.text().contains("x-evil")
                || page.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .anyMatch(attribute -> attribute.getValue().contains("x-evil"));
    }

    private static void assertHarmless(String what, Element element) {
        for (Attribute attribute : element.attributes()) {
            var name = attribute.getKey().toLowerCase(Locale.ROOT);
            assertThat(name)
                    .as(what)
                    .doesNotContain("evil")
                    .doesNotStartWith("on")
                    .isNotEqualTo("style");
            if (List.of("href", "src", "action", "formaction", "xlink:href").contains(name)) {
                assertThat(attribute.getValue().strip().toLowerCase(Locale.ROOT))
                        .as(what)
                        .doesNotStartWith("javascript:")
                        .doesNotStartWith("data:text");
            }
        }
        if (element.normalName().equals("script") && !element.attr("type").endsWith("json")) {
            assertThat(element.attr("src")).as(what).startsWith("/");
            assertThat(element.data()).as(what).isEmpty();
        }
        assertThat(element.normalName()).as(what).isNotEqualTo("style");
    }

    private static void assertHeaders(String what, Response answer) {
        var framed = what.startsWith("/embed/");
        assertThat(answer.header("Content-Security-Policy"))
                .as(what)
                .contains("base-uri 'none'")
                .contains(
                        framed
                                ? List.of("default-src 'none'", "frame-ancestors *", "form-action 'none'")
                                : List.of("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'"))
                .doesNotContain("unsafe-inline")
                .doesNotContain("unsafe-eval");
        assertThat(answer.header("X-Frame-Options")).as(what).isEqualTo(framed ? null : "DENY");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).as(what).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).as(what).contains("camera=()");
        assertThat(answer.header("Referrer-Policy")).as(what).isNotEmpty();
    }

    /** All that can be got of a contest; but for live events, which don't end, and for the pixel. */
    private static List<String> surfaces(String contest) {
        return Endpoints.all().stream()
                .filter(endpoint -> endpoint.method().equals("GET"))
                .map(Endpoint::path)
                .filter(path -> !path.endsWith("/events") && !path.startsWith("/p/"))
                .map(path -> path.replace("{contest}", contest)
                        .replace("{campaign}", "a")
                        .replace("{platform}", "kakaotalk")
                        .replaceAll("\\{\\w+}", UUID.randomUUID().toString()))
                .toList();
    }

    /** With hostile texts wherever it can have one, and a close that was held and released for a hostile reason. */
    private String contest() throws SQLException {
        var slug = "t-" + UUID.randomUUID();
        post(
                "/api/contests",
                "slug",
                slug,
                "name",
                HOSTILE,
                "zone",
                "UTC",
                "opensAt",
                PAST.atOffset(ZoneOffset.UTC).toLocalDateTime().toString(),
                "duration",
                TWO_DAYS.toString());
        var campaigns = "/api/contests/" + slug + "/campaigns";
        post(campaigns, "slug", "a", "title", HOSTILE, "pageUrl", "https://a.example/video?a='%22%3E%3Cx-evil");
        for (var url : List.of("javascript:alert(1)", "https://a.example/\"><x-evil>", "data:text/html,<x-evil>")) {
            assertThat(organizer()
                            .body(object("slug", "b", "title", "b", "pageUrl", url))
                            .post(campaigns)
                            .statusCode())
                    .as(url)
                    .isEqualTo(400);
        }
        var shareText = JSON.createObjectNode();
        shareText.putObject("en").put("text", HOSTILE);
        organizer()
                .body(shareText.toString())
                .put(campaigns + "/a/share-text")
                .then()
                .statusCode(200);
        var line = object(
                "at",
                PAST.toString(),
                "kind",
                "view",
                "campaign",
                "a",
                "visitor",
                HOSTILE.substring(0, 64),
                "userAgent",
                HOSTILE);
        var log = "1.2.3.4 - " + HOSTILE + " [17/Dec/2013:06:00:00 +0000] \"GET /" + HOSTILE + "\" 200 1 \"-\" \""
                + HOSTILE + "\"\n";
        imported(slug, "ndjson", (line + "\n" + HOSTILE + "\n").getBytes(StandardCharsets.UTF_8));
        imported(slug, "combined", log.getBytes(StandardCharsets.UTF_8));
        changeTally(slug, 1);
        close(slug).then().statusCode(202);
        awaitState(slug, "held");
        changeTally(slug, -1);
        post("/api/contests/" + slug + "/close", "reason", HOSTILE);
        awaitState(slug, "announced", "certified");
        return slug;
    }

    private static void post(String path, String... fields) {
        var answer = organizer().body(object(fields)).post(path);
        assertThat(answer.statusCode()).as(answer.asString()).isIn(201, 202);
    }

    private static String object(String... fields) {
        ObjectNode object = JSON.createObjectNode();
        for (var i = 0; i < fields.length; i += 2) {
            object.put(fields[i], fields[i + 1]);
        }
        return object.toString();
    }

    private void changeTally(String contest, int by) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        UPDATE tally SET count = count + ? WHERE partition_id IN
                            (SELECT p.id FROM ledger_partition p JOIN contest c ON c.id = p.contest_id WHERE c.slug = ?)
                        """)) {
            update.setInt(1, by);
            update.setString(2, contest);
            assertThat(update.executeUpdate()).isPositive();
        }
    }
}
