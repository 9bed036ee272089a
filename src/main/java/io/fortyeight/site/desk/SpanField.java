package io.fortyeight.site.desk;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A duration as a form has it: an amount and a unit.
 *
 * @param amount as typed; empty for none
 * @param unit {@code s}, {@code m}, {@code h} or {@code d}
 */
record SpanField(String amount, String unit) {

    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));

    /** In the largest unit that it is a whole number of; two days are 48 hours, as people say it of a window. */
    static SpanField of(@Nullable Duration duration) {
        if (duration == null) {
            return new SpanField("", "h");
        }
        for (var unit : new String[] {"d", "h", "m"}) {
            var length = UNITS.get(unit);
            if (length != null
                    && duration.toMillis() % length.toMillis() == 0
                    && duration.compareTo(least(length)) >= 0) {
                return new SpanField(Long.toString(duration.dividedBy(length)), unit);
            }
        }
        return new SpanField(seconds(duration), "s");
    }

    private static Duration least(Duration unit) {
        return unit.equals(UNITS.get("d")) ? unit.multipliedBy(3) : unit;
    }

    /** Of ISO-8601; what is none stays as it is, to be refused. */
    static SpanField ofText(@Nullable String text) {
        if (text == null) {
            return of(null);
        }
        try {
            return of(Duration.parse(text));
        } catch (DateTimeException malformed) {
            return new SpanField(text, "h");
        }
    }

    /** In ISO-8601, or near enough for the API to say what is wrong; null when nothing was typed. */
    @Nullable
    String text() {
        if (amount.isBlank()) {
            return null;
        }
        var typed = amount.strip();
        return unit.equals("d") ? "P" + typed + "D" : "PT" + typed + unit.toUpperCase(Locale.ROOT);
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
