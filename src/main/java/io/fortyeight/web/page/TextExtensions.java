package io.fortyeight.web.page;

import io.fortyeight.core.counting.Verdict;
import io.fortyeight.web.http.Instants;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import io.quarkus.qute.TemplateInstance;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** {@link LocaleFormat} in templates, in the page's language: for instance {@code {text:number(count)}}. */
@TemplateExtension(namespace = "text")
final class TextExtensions {

    private static final Map<Language, LocaleFormat> FORMATS = new ConcurrentHashMap<>();

    private TextExtensions() {}

    static String number(Number number, @TemplateAttribute(TemplateInstance.LOCALE) @Nullable Object locale) {
        return in(locale).number(number.longValue());
    }

    static String signed(Number number, @TemplateAttribute(TemplateInstance.LOCALE) @Nullable Object locale) {
        return in(locale).signed(number.longValue());
    }

    static String span(Duration span, @TemplateAttribute(TemplateInstance.LOCALE) @Nullable Object locale) {
        return in(locale).span(span);
    }

    static String date(
            Instant instant, ZoneId zone, @TemplateAttribute(TemplateInstance.LOCALE) @Nullable Object locale) {
        return in(locale).date(instant, zone);
    }

    /** For machines. */
    static String iso(Instant instant) {
        return Instants.text(instant);
    }

    /** For instance {@code Tue 17 Dec, 05:00 UTC}. */
    static String shortUtc(Instant instant, @TemplateAttribute(TemplateInstance.LOCALE) @Nullable Object locale) {
        return in(locale).shortUtc(instant);
    }

    static Moment moment(
            Instant instant, ZoneId zone, @TemplateAttribute(TemplateInstance.LOCALE) @Nullable Object locale) {
        return in(locale).moment(instant, zone);
    }

    static String verdict(Verdict verdict, @TemplateAttribute(TemplateInstance.LOCALE) @Nullable Object locale) {
        return in(locale).verdict(verdict);
    }

    /** @param jsonName {@code counted}, or the name of the reason */
    static String verdictOf(String jsonName, @TemplateAttribute(TemplateInstance.LOCALE) @Nullable Object locale) {
        return in(locale).verdict(jsonName);
    }

    /** A clock for scripts, which put in {@code {days}} and {@code {clock}}. */
    static String clockWithDays(@TemplateAttribute(TemplateInstance.LOCALE) @Nullable Object locale) {
        return in(locale).clockPattern(true);
    }

    private static LocaleFormat in(@Nullable Object locale) {
        var language = locale instanceof Locale known
                ? Language.ofTag(known.toLanguageTag()).orElse(Language.ENGLISH)
                : Language.ENGLISH;
        return FORMATS.computeIfAbsent(language, LocaleFormat::in);
    }
}
