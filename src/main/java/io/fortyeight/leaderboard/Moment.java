package io.fortyeight.leaderboard;

import io.fortyeight.web.Instants;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An instant as pages write it: so that no one can misread it.
 *
 * @param iso for machines
 * @param utc in words, in UTC
 * @param zoned in words, in the contest's zone; null when that is UTC
 */
public record Moment(String iso, String utc, @Nullable String zoned) {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm:ss", Locale.ENGLISH);

    public static Moment of(Instant instant, ZoneId zone) {
        var isUtc = zone.normalized().equals(ZoneOffset.UTC);
        return new Moment(
                Instants.text(instant),
                words(instant.atZone(ZoneOffset.UTC)) + " UTC",
                isUtc ? null : words(instant.atZone(zone)) + " " + offset(instant.atZone(zone)));
    }

    /** Midnight belongs to the day it begins: said, because half of all readers take it for the other one. */
    private static String words(ZonedDateTime time) {
        var text = (time.getSecond() == 0 ? MINUTES : SECONDS).format(time);
        if (time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return text + " (as "
                    + DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH).format(time) + " begins)";
        }
        return text;
    }

    private static String offset(ZonedDateTime time) {
        var offset = time.getOffset();
        return offset.equals(ZoneOffset.UTC)
                ? "(UTC+00:00)"
                : "(UTC" + offset.getId().replace('-', '−') + ")";
    }
}
