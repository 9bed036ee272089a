package io.fortyeight.web.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers and spans of time as people read them. The page's script writes them the same way. */
public final class Numbers {

    private Numbers() {}

    /** For instance {@code 12,345}, which English and Korean write alike. */
    public static String grouped(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** For instance {@code 1 hour and 30 minutes}; parts of a second only when there is nothing above. */
    public static String span(Duration span) {
        return span(span, Language.ENGLISH);
    }

    /** For instance {@code 1시간 30분}. */
    public static String span(Duration span, Language language) {
        var units = Units.in(language);
        var parts = new ArrayList<String>();
        add(parts, span.toDays(), units.day());
        add(parts, span.toHoursPart(), units.hour());
        add(parts, span.toMinutesPart(), units.minute());
        add(parts, span.toSecondsPart(), units.second());
        add(parts, span.toMillisPart(), units.millisecond());
        if (parts.isEmpty()) {
            return units.none();
        }
        var last = parts.remove(parts.size() - 1);
        return parts.isEmpty() ? last : String.join(units.between(), parts) + units.beforeLast() + last;
    }

    /** For instance {@code twice}. */
    public static String times(long number, Language language) {
        if (language == Language.KOREAN) {
            return grouped(number) + "회";
        }
        return number == 1 ? "once" : number == 2 ? "twice" : grouped(number) + " times";
    }

    /** As a span, but to be put after "each": for instance {@code hour}. */
    public static String slot(Duration slot, Language language) {
        var words = span(slot, language);
        var isOneUnit = language == Language.ENGLISH && words.startsWith("1 ") && words.indexOf(' ', 2) < 0;
        return isOneUnit ? words.substring(2) : words;
    }

    private static void add(List<String> parts, long number, Unit unit) {
        if (number > 0) {
            parts.add(grouped(number) + (number == 1 ? unit.one() : unit.many()));
        }
    }

    private record Unit(String one, String many) {}

    private record Units(
            Unit day,
            Unit hour,
            Unit minute,
            Unit second,
            Unit millisecond,
            String between,
            String beforeLast,
            String none) {

        private static final Units ENGLISH = new Units(
                english("day"),
                english("hour"),
                english("minute"),
                english("second"),
                english("millisecond"),
                ", ",
                " and ",
                "no time");
        private static final Units KOREAN =
                new Units(korean("일"), korean("시간"), korean("분"), korean("초"), korean("밀리초"), " ", " ", "0초");

        static Units in(Language language) {
            return language == Language.KOREAN ? KOREAN : ENGLISH;
        }

        private static Unit english(String word) {
            return new Unit(" " + word, " " + word + "s");
        }

        private static Unit korean(String word) {
            return new Unit(word, word);
        }
    }
}
