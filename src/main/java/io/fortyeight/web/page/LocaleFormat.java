package io.fortyeight.web.page;

import io.fortyeight.core.counting.Verdict;
import io.fortyeight.web.http.Instants;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes numbers, money, spans of time and instants in one language. All words and patterns are texts of the language's
 * file; see {@link FormatMessages}. What is null is written as a dash, or stays null where that is said.
 */
public sealed class LocaleFormat permits PageText {

    private static final String PLUS = "+";
    private static final String MINUS = "−";
    private static final String UTC = " UTC";

    /** Spans of this many days and more are told in days. A contest of 48 hours is one of 48 hours. */
    private static final int MIN_DAYS = 3;

    private static final int MIN_SHORT_DAYS = 2;
    private static final int WEEK_DAYS = 7;
    private static final Duration FEW_SECONDS = Duration.ofSeconds(10);

    private final Language language;
    private final Locale locale;
    private final CommonMessages common;
    private final FormatMessages texts;

    LocaleFormat(Language language) {
        this.language = language;
        this.locale = language.locale();
        this.common = language.messages(CommonMessages.class);
        this.texts = language.messages(FormatMessages.class);
    }

    public static LocaleFormat in(Language language) {
        return new LocaleFormat(language);
    }

    public Language language() {
        return language;
    }

    public CommonMessages common() {
        return common;
    }

    /** What this language calls another one: for instance {@code Korean}. */
    public String name(Language other) {
        return other.locale().getDisplayLanguage(locale);
    }

    /** What became of a view or share: for instance {@code counted}. */
    public String verdict(Verdict verdict) {
        var reason = verdict.reason();
        return reason == null ? common.verdictCounted() : common.reason(reason);
    }

    /** @param jsonName {@code counted}, or the name of the reason */
    public String verdict(String jsonName) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.jsonName().equals(jsonName))
                .findFirst()
                .map(this::verdict)
                .orElse(jsonName);
    }

    /** For instance {@code 12,345}. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** With its sign: {@code +3}, {@code −12}, {@code 0}. */
    public String signed(long number) {
        return (number > 0 ? PLUS : number < 0 ? MINUS : "") + number(Math.abs(number));
    }

    /** With that many decimals. */
    public String decimal(@Nullable Double number, int decimals) {
        return number == null
                ? texts.none()
                : decimals(NumberFormat.getNumberInstance(locale), decimals).format(number);
    }

    /** For instance {@code 3.4%}, of 0.034. */
    public String percent(@Nullable Double part) {
        if (part == null) {
            return texts.none();
        }
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(part);
    }

    /** For instance {@code $2,500}; decimals only when they say something. */
    public String money(BigDecimal amount, Currency currency) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        var isWhole = amount.stripTrailingZeros().scale() <= 0;
        return decimals(format, isWhole ? 0 : currency.getDefaultFractionDigits())
                .format(amount);
    }

    /** A place: for instance {@code 2nd}. */
    public String ordinal(int number) {
        return texts.ordinal(number(number));
    }

    /** For instance {@code twice}. */
    public String times(long number) {
        return texts.times(number(number));
    }

    /** For instance {@code 1 hour and 30 minutes}. */
    public String span(Duration span) {
        var inDays = span.toDays() >= MIN_DAYS;
        var parts = new ArrayList<String>();
        add(parts, inDays ? span.toDays() : 0, texts::days);
        add(parts, inDays ? span.toHoursPart() : span.toHours(), texts::hours);
        add(parts, span.toMinutesPart(), texts::minutes);
        add(parts, span.toSecondsPart(), texts::seconds);
        add(parts, span.toMillisPart(), texts::milliseconds);
        if (parts.isEmpty()) {
            return texts.noTime();
        }
        var last = parts.remove(parts.size() - 1);
        return parts.stream()
                .reduce(texts::comma)
                .map(first -> texts.and(first, last))
                .orElse(last);
    }

    public String span(long millis) {
        return span(Duration.ofMillis(millis));
    }

    /** Its largest unit only, for instance {@code 3 minutes}. */
    public String roughSpan(Duration span) {
        if (span.toSeconds() <= 0) {
            return texts.lessThanASecond();
        }
        return span.toDays() >= MIN_DAYS
                ? texts.days(number(span.toDays()))
                : span.toHours() > 0
                        ? texts.hours(number(span.toHours()))
                        : span.toMinutes() > 0
                                ? texts.minutes(number(span.toMinutes()))
                                : texts.seconds(number(span.toSeconds()));
    }

    /** For tables: {@code 1 h 20 min}. */
    public String shortSpan(@Nullable Duration span) {
        if (span == null) {
            return texts.none();
        }
        if (span.toMinutes() == 0) {
            return texts.lessThanAMinute();
        }
        var inDays = span.toDays() >= MIN_SHORT_DAYS;
        var parts = new ArrayList<String>();
        add(parts, inDays ? span.toDays() : 0, texts::shortDays);
        add(parts, inDays ? span.toHoursPart() : span.toHours(), texts::shortHours);
        add(parts, inDays ? 0 : span.toMinutesPart(), texts::shortMinutes);
        return String.join(" ", parts);
    }

    /** How long something took: {@code 0.25 s}, or {@code 1 minute and 2 seconds}. */
    public String took(Duration span) {
        return span.compareTo(FEW_SECONDS) < 0
                ? texts.shortSeconds(decimal(span.toMillis() / 1000.0, 2))
                : span(Duration.ofSeconds(span.toSeconds()));
    }

    /** As a span, but to be put after "each": for instance {@code hour}. */
    public String slot(Duration slot) {
        if (slot.equals(Duration.ofSeconds(1))) {
            return texts.eachSecond();
        }
        if (slot.equals(Duration.ofMinutes(1))) {
            return texts.eachMinute();
        }
        if (slot.equals(Duration.ofHours(1))) {
            return texts.eachHour();
        }
        if (slot.equals(Duration.ofDays(1))) {
            return texts.eachDay();
        }
        return slot.equals(Duration.ofDays(WEEK_DAYS)) ? texts.eachWeek() : span(slot);
    }

    public String slot(long millis) {
        return slot(Duration.ofMillis(millis));
    }

    /** In whole seconds: {@code 1 d 02:03:04}, or {@code 02:03:04}. */
    public String clock(Duration span) {
        return texts.clock(
                number(span.toDays()),
                String.format(
                        Locale.ROOT, "%02d:%02d:%02d", span.toHoursPart(), span.toMinutesPart(), span.toSecondsPart()));
    }

    /** For scripts, which put in {@code {days}} and {@code {clock}}. */
    String clockPattern(boolean hasDays) {
        return texts.clock(hasDays ? "{days}" : "0", "{clock}");
    }

    /** In whole words: so that no one can misread it. */
    public Moment moment(Instant instant, ZoneId zone) {
        var isUtc = zone.normalized().equals(ZoneOffset.UTC);
        return new Moment(
                Instants.text(instant),
                dateTime(instant.atZone(ZoneOffset.UTC)) + UTC,
                isUtc ? null : dateTime(instant.atZone(zone)) + " " + offset(instant.atZone(zone)));
    }

    /** Null stays null. */
    public @Nullable Moment momentOrNull(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : moment(instant, zone);
    }

    /** For tables: {@code Tue 17 Dec, 05:00}. */
    public String shortDateTime(Instant instant, ZoneId zone) {
        return write(texts.shortDateTime(), instant.atZone(zone));
    }

    /** For instance {@code Tue 17 Dec, 05:00 UTC}. */
    public String shortUtc(Instant instant) {
        return shortDateTime(instant, ZoneOffset.UTC) + UTC;
    }

    /** For instance {@code 17 December 2013}. */
    public String date(Instant instant, ZoneId zone) {
        return write(texts.date(), instant.atZone(zone));
    }

    /** For instance {@code 3 minutes ago}. */
    public String ago(Instant then, Instant now) {
        var age = Duration.between(then, now);
        return age.toSeconds() <= 0 ? texts.justNow() : texts.ago(roughSpan(age));
    }

    /** Null stays null. */
    public @Nullable String agoOrNull(@Nullable Instant then, Instant now) {
        return then == null ? null : ago(then, now);
    }

    private void add(List<String> parts, long number, UnaryOperator<String> text) {
        if (number > 0) {
            parts.add(text.apply(number(number)));
        }
    }

    private String dateTime(ZonedDateTime time) {
        var text = write(time.getSecond() == 0 ? texts.dateTime() : texts.dateTimeWithSeconds(), time);
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? text + " " + texts.midnight(write(texts.weekday(), time))
                : text;
    }

    private String write(String pattern, ZonedDateTime time) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(time);
    }

    private static NumberFormat decimals(NumberFormat format, int decimals) {
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format;
    }

    private static String offset(ZonedDateTime time) {
        var offset = time.getOffset();
        return offset.equals(ZoneOffset.UTC)
                ? "(UTC+00:00)"
                : "(UTC" + offset.getId().replace("-", MINUS) + ")";
    }
}
