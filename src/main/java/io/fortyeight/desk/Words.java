package io.fortyeight.desk;

import io.fortyeight.leaderboard.Moment;
import io.fortyeight.web.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/** What the desk says in one language, where no template says it. */
record Words(Language language, DeskMessages messages) {

    static Words of(Language language) {
        return new Words(language, language.messages(DeskMessages.class));
    }

    /** Of the message that names one of a kind, for instance {@code verdictCounted}. */
    static String key(String kind, String wire) {
        return kind + wire.substring(0, 1).toUpperCase(Locale.ROOT) + wire.substring(1);
    }

    Moment moment(Instant instant, ZoneId zone) {
        return Moment.of(instant, zone, language);
    }

    /** For instance {@code 1 hour 30 minutes}. */
    String span(Duration span) {
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
