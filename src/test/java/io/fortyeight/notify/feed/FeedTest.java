package io.fortyeight.notify.feed;

import static io.fortyeight.TestContests.TWO_DAYS;
import static io.fortyeight.TestContests.contest;
import static io.fortyeight.TestContests.epoch;
import static io.fortyeight.TestContests.organizer;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.DatabaseResource;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.lifecycle.ContestLifecycle;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class FeedTest {

    private static final Instant FAR = Instant.parse("2093-12-17T00:00:00Z");
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @Inject
    ContestLifecycle lifecycle;

    @Inject
    ContestDirectory directory;

    @Test
    void calendar_hasTheWindow_andTheAnnouncement_andCountsEdits() throws Exception {
        var slug = contest(FAR, TWO_DAYS, "null");
        var first = events(slug);
        assertThat(first).hasSize(1);
        var window = first.get(0);
        assertThat(start(window)).isEqualTo(FAR);
        assertThat(window.getEndDate().map(DtEnd::getDate).map(Instant::from))
                .contains(Instant.parse("2093-12-19T00:00:00Z"));
        assertThat(value(window, Property.SEQUENCE)).isEqualTo("0");
        assertThat(value(window, Property.SUMMARY)).isEqualTo("A contest: voting");
        assertThat(value(window, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(value(window, Property.URL)).isEqualTo(page(slug));
        assertThat(value(window, Property.DTSTAMP)).isEqualTo(value(window, Property.LAST_MODIFIED));

        patch(slug, """
                {"name":"Dogs, cats; and\\\\or 돌고래","zone":"Asia/Seoul","opensAt":"2093-12-18T00:00",
                 "announcesAt":"2093-12-24T18:00"}""");
        var second = events(slug);
        assertThat(second).hasSize(2);
        assertThat(start(second.get(0))).isEqualTo(Instant.parse("2093-12-17T15:00:00Z"));
        assertThat(start(second.get(1))).isEqualTo(Instant.parse("2093-12-24T09:00:00Z"));
        assertThat(value(second.get(0), Property.UID)).isEqualTo(value(window, Property.UID));
        assertThat(value(second.get(1), Property.UID)).isNotEqualTo(value(window, Property.UID));
        assertThat(second)
                .allSatisfy(event -> assertThat(value(event, Property.SEQUENCE)).isEqualTo("1"));
        assertThat(value(second.get(0), Property.SUMMARY)).isEqualTo("Dogs, cats; and\\or 돌고래: voting");
        assertThat(value(second.get(0), Property.DESCRIPTION))
                .contains("Opens 18 December 2093, 00:00:00 (Asia/Seoul, +09:00).");

        patch(slug, "{\"announcesAt\":null}");
        assertThat(events(slug)).hasSize(1).allSatisfy(event -> assertThat(value(event, Property.SEQUENCE))
                .isEqualTo("2"));
    }

    @Test
    void feed_tellsOfEachStep_newestFirst_underNamesThatStay() throws Exception {
        var slug = contest(FAR, TWO_DAYS, "null");
        patch(slug, "{\"name\":\"<b>\\uFFFE & \\uD83C\\uDFC6\",\"announcesAt\":\"2094-01-01T00:00\"}");
        assertThat(entries(feed(slug))).isEmpty();
        var id = directory.find(slug).orElseThrow().id();
        lifecycle.open(id);
        lifecycle.beginClosing(id);
        lifecycle.hold(id, epoch(), "Sums differ: \u0001 <1> & 2");
        var before = feed(slug);
        lifecycle.release(id, "ops", "Tried again");
        lifecycle.certify(
                id, epoch(), Instant.parse("2026-01-01T00:00:00Z"), "{\"standings\":[{\"campaign\":\"leaked\"}]}");
        var after = feed(slug);
        assertThat(titles(after))
                .containsExactly(
                        "<b> & 🏆: the result is certified",
                        "<b> & 🏆: the count is held",
                        "<b> & 🏆: voting has closed",
                        "<b> & 🏆: voting has opened");
        assertThat(ids(after)).endsWith(ids(before).toArray(String[]::new)).allMatch(name -> name.startsWith("tag:"));
        assertThat(text(after.getDocumentElement(), "id")).isEqualTo(text(before.getDocumentElement(), "id"));
        assertThat(text(entries(after).get(1), "summary")).contains("Sums differ:  <1> & 2");
        assertThat(text(entries(after).get(0), "updated")).isEqualTo(text(after.getDocumentElement(), "updated"));
        assertThat(given().get("/contests/" + slug + ".atom").asString()).doesNotContain("leaked");
        var links = after.getDocumentElement().getElementsByTagNameNS(ATOM, "link");
        assertThat(List.of(href(links.item(0)), href(links.item(1))))
                .containsExactlyInAnyOrder(page(slug), page(slug) + ".atom");
    }

    @Test
    void document_unchanged_isNotSentAgain() {
        var slug = contest(FAR, TWO_DAYS, "null");
        for (var ending : List.of(".ics", ".atom")) {
            var path = "/contests/" + slug + ending;
            var first = given().get(path);
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.header("Cache-Control")).contains("max-age=60");
            assertThat(first.contentType())
                    .isEqualToIgnoringCase(
                            ending.equals(".ics")
                                    ? "text/calendar;charset=UTF-8"
                                    : "application/atom+xml;charset=UTF-8");
            var tag = first.header("ETag");
            given().header("If-None-Match", tag).get(path).then().statusCode(304);
            given().head(path).then().statusCode(200);
        }
        var tag = given().get("/contests/" + slug + ".ics").header("ETag");
        patch(slug, "{\"name\":\"Another\"}");
        given().header("If-None-Match", tag)
                .get("/contests/" + slug + ".ics")
                .then()
                .statusCode(200);
    }

    @Test
    void unknownContest_isAProblem_andPagesAreStillPages() {
        for (var ending : List.of(".ics", ".atom")) {
            for (var name : List.of("nobody", "a.b", "%00", "..", "x".repeat(3_000))) {
                var answer = given().urlEncodingEnabled(false).get("/contests/" + name + ending);
                assertThat(answer.statusCode()).as(name).isEqualTo(404);
                assertThat(answer.contentType()).startsWith("application/problem+json");
            }
        }
        var slug = contest(FAR, TWO_DAYS, "null");
        assertThat(given().get("/contests/" + slug).contentType()).startsWith("text/html");
        assertThat(given().get("/contests/nobody.pdf").contentType()).startsWith("text/html");
    }

    private static void patch(String slug, String body) {
        organizer().body(body).patch("/api/contests/" + slug).then().statusCode(200);
    }

    private static String page(String slug) {
        return "http://localhost:" + RestAssured.port + "/contests/" + slug;
    }

    private static List<VEvent> events(String slug) throws Exception {
        var answer = given().get("/contests/" + slug + ".ics");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.asString()).contains("\r\n").doesNotContainPattern("[^\r]\n");
        Calendar calendar = new CalendarBuilder().build(new StringReader(answer.asString()));
        assertThat(calendar.validate().hasErrors()).isFalse();
        return calendar.getComponents("VEVENT");
    }

    private static Instant start(VEvent event) {
        return Instant.from(event.getStartDate().map(DtStart::getDate).orElseThrow());
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    private static Document feed(String slug) throws Exception {
        var answer = given().get("/contests/" + slug + ".atom");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.asByteArray()));
        assertThat(document.getDocumentElement().getNamespaceURI()).isEqualTo(ATOM);
        return document;
    }

    private static List<Element> entries(Document feed) {
        var found = feed.getDocumentElement().getElementsByTagNameNS(ATOM, "entry");
        var entries = new ArrayList<Element>();
        for (var i = 0; i < found.getLength(); i++) {
            entries.add((Element) found.item(i));
        }
        return entries;
    }

    private static List<String> titles(Document feed) {
        return entries(feed).stream().map(entry -> text(entry, "title")).toList();
    }

    private static List<String> ids(Document feed) {
        return entries(feed).stream().map(entry -> text(entry, "id")).toList();
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
    }

    private static String href(Node link) {
        return ((Element) link).getAttribute("href");
    }
}
