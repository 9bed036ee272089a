package io.fortyeight.web.page;

import io.fortyeight.web.http.Instants;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * An instant as pages write it: so that no one can misread it.
 *
 * @param iso for machines
 * @param utc in words, in UTC
 * @param zoned in words, in the contest's zone; null when that is UTC
 */
public record Moment(String iso, String utc, @Nullable String zoned) {

    /** In English. */
    public static Moment of(Instant instant, ZoneId zone) {
        return of(instant, zone, Language.ENGLISH);
    }

    public static Moment of(Instant instant, ZoneId zone, Language language) {
        var isUtc = zone.normalized().equals(ZoneOffset.UTC);
        var words = Words.in(language);
        return new Moment(
                Instants.text(instant),
                words.say(instant.atZone(ZoneOffset.UTC)) + " UTC",
                isUtc ? null : words.say(instant.atZone(zone)) + " " + offset(instant.atZone(zone)));
    }

    /** In words, in the contest's zone, whichever that is. */
    public String here() {
        return zoned == null ? utc : zoned;
    }

    private static String offset(ZonedDateTime time) {
        var offset = time.getOffset();
        return offset.equals(ZoneOffset.UTC)
                ? "(UTC+00:00)"
                : "(UTC" + offset.getId().replace('-', '−') + ")";
    }

    /** @param asDayBegins said of midnight: half of all readers take it for the end of the day that it begins */
    private record Words(DateTimeFormatter minutes, DateTimeFormatter seconds, DateTimeFormatter asDayBegins) {

        private static final Words ENGLISH = of(Language.ENGLISH, "EEEE d MMMM uuuu, HH:mm", "' (as 'EEEE' begins)'");
        private static final Words KOREAN = of(Language.KOREAN, "uuuu년 M월 d일 EEEE HH:mm", "'('EEEE'이 시작되는 시각)'");

        static Words in(Language language) {
            return language == Language.KOREAN ? KOREAN : ENGLISH;
        }

        private static Words of(Language language, String minutes, String asDayBegins) {
            return new Words(
                    DateTimeFormatter.ofPattern(minutes, language.locale()),
                    DateTimeFormatter.ofPattern(minutes + ":ss", language.locale()),
                    DateTimeFormatter.ofPattern(asDayBegins, language.locale()));
        }

        String say(ZonedDateTime time) {
            var text = (time.getSecond() == 0 ? minutes : seconds).format(time);
            return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? text + asDayBegins.format(time) : text;
        }
    }
}
