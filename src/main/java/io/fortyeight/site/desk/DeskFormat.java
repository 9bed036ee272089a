package io.fortyeight.site.desk;

import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/** What the desk says in one language, where no template says it. */
public record DeskFormat(Language language, DeskMessages messages) {

    static DeskFormat of(Language language) {
        return new DeskFormat(language, language.messages(DeskMessages.class));
    }

    /** Of the message that names one of a kind, for instance {@code verdictCounted}. */
    public static String key(String kind, String jsonName) {
        return kind + jsonName.substring(0, 1).toUpperCase(Locale.ROOT) + jsonName.substring(1);
    }

    public Moment moment(Instant instant, ZoneId zone) {
        return Moment.of(instant, zone, language);
    }

    /** For instance {@code 1 hour 30 minutes}. */
    public String span(Duration span) {
        var parts = new ArrayList<String>();
        var inDays = span.toDays() > 2;
        add(parts, inDays ? span.toDays() : 0, messages::days);
        add(parts, inDays ? span.toHoursPart() : span.toHours(), messages::hours);
        add(parts, span.toMinutesPart(), messages::minutes);
        add(parts, span.toSecondsPart(), messages::seconds);
        return parts.isEmpty() ? messages.seconds(0) : String.join(" ", parts);
    }

    private static void add(List<String> parts, long number, LongFunction<String> words) {
        if (number > 0) {
            parts.add(words.apply(number));
        }
    }
}
