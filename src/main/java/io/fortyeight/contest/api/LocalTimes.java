package io.fortyeight.contest.api;

import io.fortyeight.contest.directory.ContestMessages;
import io.fortyeight.web.form.Violations;
import io.fortyeight.web.form.Wording;
import io.fortyeight.web.http.Instants;
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

    private static final Wording NO_TIME = Wording.of(ContestMessages.class, ContestMessages::noTimeOnForm);

    private LocalTimes() {}

    /** A region of the time zone database, such as {@code Asia/Seoul}, or {@code UTC}; null when it is none. */
    static @Nullable ZoneId zone(@Nullable String name, Violations violations) {
        if (name == null) {
            violations.add("zone", ContestMessages.class, ContestMessages::zoneMissing);
            return null;
        }
        if (!ZoneId.getAvailableZoneIds().contains(name) || name.startsWith("SystemV/")) {
            violations.add("zone", ContestMessages.class, ContestMessages::zoneUnknown);
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
            violations.add(field, ContestMessages.class, ContestMessages::noTime, NO_TIME);
            return null;
        }
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() != 1) {
            violations.add(field, ContestMessages.class, messages -> bothReadings(local, zone, messages));
            return null;
        }
        var instant = local.toInstant(offsets.get(0)).truncatedTo(ChronoUnit.MILLIS);
        if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
            violations.add(field, ContestMessages.class, ContestMessages::timeOutOfRange);
            return null;
        }
        return instant;
    }

    private static String bothReadings(LocalDateTime local, ZoneId zone, ContestMessages messages) {
        var change = zone.getRules().getTransition(local);
        var time = local.toString();
        var from = change.getDateTimeBefore().toLocalTime().toString();
        var to = change.getDateTimeAfter().toLocalTime().toString();
        var before = reading(local, change, change.getOffsetBefore());
        var after = reading(local, change, change.getOffsetAfter());
        return change.isGap()
                ? messages.timeSkipped(time, zone.getId(), from, to, before, after)
                : messages.timeTwice(time, zone.getId(), from, to, before, after);
    }

    private static String reading(LocalDateTime local, ZoneOffsetTransition change, ZoneOffset read) {
        var instant = local.toInstant(read);
        var shown = instant.isBefore(change.getInstant()) ? change.getOffsetBefore() : change.getOffsetAfter();
        return instant.atOffset(shown) + " (" + Instants.text(instant) + ")";
    }
}
