package io.fortyeight.notify.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.notify.outbox.OutboxEvent;
import io.fortyeight.web.data.StoredJson;
import io.fortyeight.web.http.Instants;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Date;
import java.util.List;
import org.jdom2.Verifier;

/** A contest's events in Atom (RFC 4287), the newest first. */
@Singleton
class ContestFeed {

    /** Names feeds and entries alike wherever they are fetched from, and for ever (RFC 4151). */
    private static final String TAG = "tag:fortyeight.io,2026:";

    private final StoredJson json;

    ContestFeed(StoredJson json) {
        this.json = json;
    }

    String text(ContestDetails contest, ContestRevision edition, List<OutboxEvent> events, URI page, URI self) {
        var feed = new Feed("atom_1.0");
        feed.setId(TAG + "contest:" + edition.uid());
        feed.setTitle(clean(contest.name()));
        feed.setUpdated(
                Date.from(events.isEmpty() ? edition.madeAt() : events.get(0).occurredAt()));
        feed.setAuthors(List.of(author()));
        feed.setOtherLinks(List.of(link("self", "application/atom+xml", self)));
        feed.setAlternateLinks(List.of(link("alternate", "text/html", page)));
        feed.setEntries(events.stream().map(event -> entry(event, page)).toList());
        try {
            return new WireFeedOutput().outputString(feed);
        } catch (FeedException impossible) {
            throw new IllegalStateException("The feed of " + contest.slug() + " can't be written", impossible);
        }
    }

    private Entry entry(OutboxEvent event, URI page) {
        var data = json.tree(event.payload()).path("data");
        var entry = new Entry();
        entry.setId(TAG + "event:" + event.id());
        entry.setTitle(title(event, data));
        entry.setUpdated(Date.from(event.occurredAt()));
        entry.setPublished(Date.from(event.occurredAt()));
        entry.setAlternateLinks(List.of(link("alternate", "text/html", page)));
        var summary = new Content();
        summary.setType("text");
        summary.setValue(summary(event, data));
        entry.setSummary(summary);
        return entry;
    }

    private static String title(OutboxEvent event, JsonNode data) {
        var what =
                switch (event.type()) {
                    case OPENED -> "voting has opened";
                    case CLOSING ->
                        "voting closes in " + minutes(data.path("minutesLeft").asLong());
                    case CLOSED -> "voting has closed";
                    case HELD -> "the count is held";
                    case CERTIFIED -> "the result is certified";
                    case ANNOUNCED -> "the winners are announced";
                };
        return clean(data.path("name").asText() + ": " + what);
    }

    private static String minutes(long minutes) {
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }

    private static String summary(OutboxEvent event, JsonNode data) {
        return clean(switch (event.type()) {
                    case OPENED, CLOSING ->
                        "It closes at " + data.path("closesAt").asText() + ".";
                    case CLOSED -> "The count is being checked.";
                    case HELD ->
                        "There is no result until somebody has looked: "
                                + data.path("reason").asText();
                    case CERTIFIED ->
                        data.has("announcesAt")
                                ? "Winners are announced at "
                                        + data.path("announcesAt").asText() + "."
                                : "See the contest's page for the result.";
                    case ANNOUNCED -> "See the contest's page for the result.";
                }
                + " (" + Instants.text(event.occurredAt()) + ")");
    }

    private static Person author() {
        var author = new Person();
        author.setName("Fortyeight");
        return author;
    }

    private static Link link(String relation, String type, URI address) {
        var link = new Link();
        link.setRel(relation);
        link.setType(type);
        link.setHref(address.toString());
        return link;
    }

    /** Without the few characters that a name may have and XML may not. */
    private static String clean(String text) {
        var cleaned = new StringBuilder(text.length());
        text.codePoints().filter(Verifier::isXMLCharacter).forEach(cleaned::appendCodePoint);
        return cleaned.toString();
    }
}
