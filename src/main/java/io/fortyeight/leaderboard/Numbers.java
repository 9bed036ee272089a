package io.fortyeight.leaderboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers and spans of time as people read them. The page's script writes them the same way. */
public final class Numbers {

    private Numbers() {}

    /** For instance {@code 12,345}. */
    public static String grouped(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** For instance {@code 1 hour and 30 minutes}; parts of a second only when there is nothing above. */
    public static String span(Duration span) {
        var parts = new ArrayList<String>();
        add(parts, span.toDays(), "day");
        add(parts, span.toHoursPart(), "hour");
        add(parts, span.toMinutesPart(), "minute");
        add(parts, span.toSecondsPart(), "second");
        add(parts, span.toMillisPart(), "millisecond");
        if (parts.isEmpty()) {
            return "no time";
        }
        var last = parts.remove(parts.size() - 1);
        return parts.isEmpty() ? last : String.join(", ", parts) + " and " + last;
    }

    private static void add(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(grouped(number) + " " + unit + (number == 1 ? "" : "s"));
        }
    }
}
