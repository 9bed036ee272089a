package io.fortyeight.web.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A duration among what was typed: a number in the field {@code .amount}, and in {@code .unit} one of s, m, h and d. */
public final class SpanField {

    static final String AMOUNT = ".amount";
    static final String UNIT = ".unit";

    private static final String USUAL_UNIT = "h";
    private static final int MIN_DAYS = 3;
    private static final Map<String, Duration> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("d", Duration.ofDays(1));
        UNITS.put("h", Duration.ofHours(1));
        UNITS.put("m", Duration.ofMinutes(1));
    }

    private SpanField() {}

    /** In the largest unit that it is a whole number of; two days are 48 hours, as people say it of a window. */
    public static void put(Map<String, String> typed, String field, Duration duration) {
        for (var unit : UNITS.entrySet()) {
            var length = unit.getValue();
            var min = length.multipliedBy(unit.getKey().equals("d") ? MIN_DAYS : 1);
            if (duration.toMillis() % length.toMillis() == 0 && duration.compareTo(min) >= 0) {
                put(typed, field, Long.toString(duration.dividedBy(length)), unit.getKey());
                return;
            }
        }
        var seconds = BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros();
        put(typed, field, seconds.toPlainString(), "s");
    }

    /** Of ISO-8601; what is none stays as it is, to be refused. */
    public static void putText(Map<String, String> typed, String field, @Nullable String text) {
        try {
            if (text != null) {
                put(typed, field, Duration.parse(text));
                return;
            }
        } catch (DateTimeException malformed) {
            // Shown as it is.
        }
        put(typed, field, Objects.requireNonNullElse(text, ""), USUAL_UNIT);
    }

    private static void put(Map<String, String> typed, String field, String amount, String unit) {
        typed.put(field + AMOUNT, amount);
        typed.put(field + UNIT, unit);
    }

    /** In ISO-8601, or near enough for the API to say what is wrong; null when nothing was typed. */
    public static @Nullable String text(Map<String, String> typed, String field) {
        var amount = typed.getOrDefault(field + AMOUNT, "").strip();
        if (amount.isEmpty()) {
            return null;
        }
        var unit = typed.getOrDefault(field + UNIT, USUAL_UNIT);
        return unit.equals("d") ? "P" + amount + "D" : "PT" + amount + unit.toUpperCase(Locale.ROOT);
    }
}
