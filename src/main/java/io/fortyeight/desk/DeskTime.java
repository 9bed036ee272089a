package io.fortyeight.desk;

import io.fortyeight.web.Instants;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An instant as the desk writes it.
 *
 * @param iso for machines
 * @param zoned in words in the contest's zone, with its offset
 * @param utc in words in UTC; null where that is the contest's zone
 */
record DeskTime(String iso, String zoned, @Nullable String utc) {

    static DeskTime of(Instant instant, ZoneId zone, Locale locale) {
        return new DeskTime(
                Instants.text(instant),
                words(instant.atZone(zone), locale) + " (UTC" + offset(instant.atZone(zone)) + ")",
                zone.normalized().equals(ZoneOffset.UTC)
                        ? null
                        : words(instant.atZone(ZoneOffset.UTC), locale) + " UTC");
    }

    private static String words(ZonedDateTime time, Locale locale) {
        var clock = time.getSecond() == 0 ? "HH:mm" : "HH:mm:ss";
        var date =
                locale.getLanguage().equals(Locale.KOREAN.getLanguage()) ? "uuuu년 M월 d일 EEEE " : "EEEE d MMMM uuuu, ";
        return DateTimeFormatter.ofPattern(date + clock, locale).format(time);
    }

    private static String offset(ZonedDateTime time) {
        var offset = time.getOffset();
        return offset.equals(ZoneOffset.UTC) ? "" : offset.getId().replace('-', '−');
    }
}
