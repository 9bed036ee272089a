package io.fortyeight.contest.api;

import io.fortyeight.web.http.Instants;
import io.fortyeight.web.http.Violations;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/** Turns the local times that organizers write into instants, and refuses those that mean none or two. */
final class LocalTimes {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private LocalTimes() {}

    /** A region of the time zone database, such as {@code Asia/Seoul}, or {@code UTC}; null when it is none. */
    static @Nullable ZoneId zone(@Nullable String name, Violations violations) {
        if (name == null) {
            violations.add("zone", "must be given, for instance America/New_York");
            return null;
        }
        if (!ZoneId.getAvailableZoneIds().contains(name) || name.startsWith("SystemV/")) {
            violations.add("zone", "is no time zone's name; names look like America/New_York or Asia/Seoul");
            return null;
        }
        return ZoneId.of(name);
    }

    /** The instant in whole milliseconds; null when {@code text} is none. */
    static @Nullable Instant instant(String field, String text, ZoneId zone, Violations violations) {
        LocalDateTime local;
        try {
            local = LocalDateTime.parse(text);
        } catch (DateTimeException malformed) {
            violations.add(field, "must be a date and time that exist, local in the zone, such as 2013-12-17T00:00");
            return null;
        }
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() != 1) {
            violations.add(field, bothReadings(local, zone));
            return null;
        }
        var instant = local.toInstant(offsets.get(0)).truncatedTo(ChronoUnit.MILLIS);
        if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
            violations.add(field, "must lie between the years 1970 and 3000");
            return null;
        }
        return instant;
    }

    private static String bothReadings(LocalDateTime local, ZoneId zone) {
        var change = zone.getRules().getTransition(local);
        return local + " in " + zone + (change.isGap() ? " is skipped" : " comes twice") + ": clocks change from "
                + change.getDateTimeBefore().toLocalTime() + " to "
                + change.getDateTimeAfter().toLocalTime() + " there. It could be read as "
                + reading(local, change, change.getOffsetBefore()) + " or as "
                + reading(local, change, change.getOffsetAfter()) + "; state another time";
    }

    private static String reading(LocalDateTime local, ZoneOffsetTransition change, ZoneOffset read) {
        var instant = local.toInstant(read);
        var shown = instant.isBefore(change.getInstant()) ? change.getOffsetBefore() : change.getOffsetAfter();
        return instant.atOffset(shown) + " (" + Instants.text(instant) + ")";
    }
}
