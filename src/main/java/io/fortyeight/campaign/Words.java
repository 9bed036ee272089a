package io.fortyeight.campaign;

import io.fortyeight.web.Language;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Numbers and times in short, and the texts that are made outside of templates, in a reader's language. */
public final class Words {

    private static final Map<Language, String> TIME_PATTERNS =
            Map.of(Language.ENGLISH, "EEE d MMM, HH:mm", Language.KOREAN, "M월 d일(E) HH:mm");

    private final Language language;
    private final Messages messages;

    private Words(Language language) {
        this.language = language;
        this.messages = language.messages(Messages.class);
    }

    public static Words in(Language language) {
        return new Words(language);
    }

    public Language language() {
        return language;
    }

    public Messages messages() {
        return messages;
    }

    /** For instance {@code 12,345}. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** For instance {@code Tue 17 Dec, 05:00}. */
    public String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern(TIME_PATTERNS.get(language), language.locale())
                .format(instant.atZone(zone));
    }

    /** For instance {@code Tue 17 Dec, 05:00 UTC}. */
    public String utc(Instant instant) {
        return time(instant, ZoneOffset.UTC) + " UTC";
    }
}
