package io.fortyeight.site.supporters;

import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.Moment;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Numbers and times in a reader's language. */
public record SupporterFormat(Language language, SupporterMessages messages) {

    private static final String NONE = "–";
    private static final int DAYS_OF_MANY = 2;

    static SupporterFormat of(Language language) {
        return new SupporterFormat(language, language.messages(SupporterMessages.class));
    }

    /** For instance {@code 12,345}. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** With two decimals; a dash for none. */
    String decimal(@Nullable Double number) {
        if (number == null) {
            return NONE;
        }
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }

    /** For instance {@code 3.4%}; a dash for none. */
    String percent(@Nullable Double part) {
        if (part == null) {
            return NONE;
        }
        var format = NumberFormat.getPercentInstance(language.locale());
        format.setMaximumFractionDigits(1);
        return format.format(part);
    }

    /** For instance {@code 1 h 20 min}; a dash for none. */
    String span(@Nullable Duration span) {
        if (span == null) {
            return NONE;
        }
        if (span.toMinutes() == 0) {
            return messages.underAMinute();
        }
        var parts = new ArrayList<String>();
        var inDays = span.toDays() >= DAYS_OF_MANY;
        if (inDays) {
            parts.add(messages.days(span.toDays()));
        }
        var hours = inDays ? span.toHoursPart() : span.toHours();
        if (hours > 0) {
            parts.add(messages.hours(hours));
        }
        if (!inDays && span.toMinutesPart() > 0) {
            parts.add(messages.minutes(span.toMinutesPart()));
        }
        return String.join(" ", parts);
    }

    @Nullable
    Moment moment(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : Moment.of(instant, zone, language);
    }
}
