package io.fortyeight.desk;

import io.fortyeight.web.Language;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the desk says in one language, where no template says it. */
record Words(Locale locale, DeskMessages messages) {

    static Words of(Language language) {
        return new Words(
                language.locale(),
                language == Language.ENGLISH
                        ? MessageBundles.get(DeskMessages.class)
                        : MessageBundles.get(DeskMessages.class, Localized.Literal.of(language.tag())));
    }

    /** Of the message that names one of a kind, for instance {@code verdictCounted}. */
    static String key(String kind, String wire) {
        return kind + wire.substring(0, 1).toUpperCase(Locale.ROOT) + wire.substring(1);
    }

    /** For instance {@code 1 hour 30 minutes}. */
    String span(Duration span) {
        var parts = new ArrayList<String>();
        add(parts, span.toDays() > 2 ? span.toDays() : 0, Unit.DAY);
        add(parts, span.toDays() > 2 ? span.toHoursPart() : span.toHours(), Unit.HOUR);
        add(parts, span.toMinutesPart(), Unit.MINUTE);
        add(parts, span.toSecondsPart(), Unit.SECOND);
        return parts.isEmpty() ? messages.seconds(0) : String.join(" ", parts);
    }

    private enum Unit {
        DAY,
        HOUR,
        MINUTE,
        SECOND
    }

    private void add(List<String> parts, long number, Unit unit) {
        if (number > 0) {
            parts.add(
                    switch (unit) {
                        case DAY -> messages.days(number);
                        case HOUR -> messages.hours(number);
                        case MINUTE -> messages.minutes(number);
                        case SECOND -> messages.seconds(number);
                    });
        }
    }
}
