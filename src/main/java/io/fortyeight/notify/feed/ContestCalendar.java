package io.fortyeight.notify.feed;

import io.fortyeight.contest.directory.ContestDetails;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * A contest in iCalendar (RFC 5545). Times are in UTC, so that no calendar has to know the contest's zone, and its local
 * time is told in words. It depends on nothing but the edition, and is thus the same whenever it is fetched.
 */
final class ContestCalendar {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss (VV, xxx)", Locale.ENGLISH);

    private ContestCalendar() {}

    static String text(ContestDetails contest, ContestRevision edition, URI page) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Fortyeight//Contests//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(window(contest, edition, page));
        var announcesAt = contest.announcesAt();
        if (announcesAt != null) {
            calendar.add(announcement(contest, announcesAt, edition, page));
        }
        var text = new StringWriter();
        try {
            new CalendarOutputter().output(calendar, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static VEvent window(ContestDetails contest, ContestRevision edition, URI page) {
        var opensAt = contest.window().opensAt();
        var closesAt = contest.window().closesAt();
        var event = event("window", opensAt, edition, page);
        event.add(new DtEnd<>(closesAt));
        event.add(new Summary(contest.name() + ": voting"));
        event.add(new Description("Opens " + local(opensAt, contest.zone()) + ".\nCloses "
                + local(closesAt, contest.zone()) + "; what arrives at that instant is too late."));
        return event;
    }

    private static VEvent announcement(ContestDetails contest, Instant announcesAt, ContestRevision edition, URI page) {
        var event = event("announcement", announcesAt, edition, page);
        event.add(new Summary(contest.name() + ": winners announced"));
        event.add(new Description("Winners are announced " + local(announcesAt, contest.zone()) + "."));
        return event;
    }

    private static VEvent event(String kind, Instant startsAt, ContestRevision edition, URI page) {
        var event = new VEvent(false);
        event.add(new Uid(kind + "-" + edition.uid()));
        event.add(new DtStamp(edition.madeAt()));
        event.add(new LastModified(edition.madeAt()));
        event.add(new Sequence(edition.number()));
        event.add(new DtStart<>(startsAt));
        event.add(ImmutableStatus.VEVENT_CONFIRMED);
        event.add(ImmutableTransp.TRANSPARENT);
        event.add(new Url(page));
        return event;
    }

    private static String local(Instant instant, ZoneId zone) {
        return LOCAL.format(instant.atZone(zone));
    }
}
