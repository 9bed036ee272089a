package io.fortyeight.site.campaign;

import io.fortyeight.web.page.Language;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Numbers and times in short, and the texts that are made outside of templates, in a reader's language. */
public final class CampaignFormat {

    private static final Map<Language, String> TIME_PATTERNS =
            Map.of(Language.ENGLISH, "EEE d MMM, HH:mm", Language.KOREAN, "M월 d일(E) HH:mm");

    private final Language language;
    private final CampaignMessages messages;

    private CampaignFormat(Language language) {
        this.language = language;
        this.messages = language.messages(CampaignMessages.class);
    }

    public static CampaignFormat in(Language language) {
        return new CampaignFormat(language);
    }

    public Language language() {
        return language;
    }

    public CampaignMessages messages() {
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
