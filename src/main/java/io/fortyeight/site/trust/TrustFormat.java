package io.fortyeight.site.trust;

import io.fortyeight.contest.trust.Money;
import io.fortyeight.contest.trust.TrustMessages;
import io.fortyeight.web.page.Language;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** What depends on the reader's language and can't be said by a message alone. */
record TrustFormat(Language language, TrustMessages messages) {

    private static final int TENS = 10;
    private static final int HUNDREDS = 100;

    static TrustFormat of(Language language) {
        return new TrustFormat(language, language.messages(TrustMessages.class));
    }

    String money(Money money) {
        return money.text(language.locale());
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** For instance {@code 2nd}, or {@code 2위}. */
    String place(int place) {
        return switch (language) {
            case ENGLISH -> number(place) + ordinalEnding(place);
            case KOREAN -> number(place) + "위";
        };
    }

    private static String ordinalEnding(int number) {
        var isTeen = number % HUNDREDS / TENS == 1;
        return switch (isTeen ? 0 : number % TENS) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    String day(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(language.locale())
                .format(instant.atZone(zone));
    }

    /** For instance {@code 3 h ago}; parts are dropped. */
    String ago(Instant then, Instant now) {
        var age = Duration.between(then, now);
        if (age.toDays() > 0) {
            return messages.daysAgo(age.toDays());
        }
        if (age.toHours() > 0) {
            return messages.hoursAgo(age.toHours());
        }
        return age.toMinutes() > 0 ? messages.minutesAgo(age.toMinutes()) : messages.now();
    }
}
