package io.fortyeight.close.board;

import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.Moment;
import io.fortyeight.web.page.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The board's words in one language. Times are short, and always of the same form: they are read from across a dark room. */
record BoardFormat(Language language, BoardMessages messages) {

    private static final DateTimeFormatter TIME_OF_DAY =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Duration SHORT = Duration.ofSeconds(10);

    static BoardFormat of(Language language) {
        return new BoardFormat(language, language.messages(BoardMessages.class));
    }

    Moment moment(Instant instant) {
        return Moment.of(instant, ZoneOffset.UTC, language);
    }

    /** Whole seconds: {@code 1 d 02:03:04} or {@code 02:03:04}. The page's script writes them so too. */
    String clock(long seconds) {
        var span = Duration.ofSeconds(Math.max(0, seconds));
        var time = String.format(
                Locale.ROOT, "%02d:%02d:%02d", span.toHoursPart(), span.toMinutesPart(), span.toSecondsPart());
        return span.toDays() == 0 ? time : messages.clockDays(Long.toString(span.toDays())) + " " + time;
    }

    /** For instance {@code 21:04:09}. */
    static String timeOfDay(Instant instant) {
        return TIME_OF_DAY.format(instant);
    }

    /** Roughly: {@code 4 seconds}, {@code 3 minutes}, {@code 12 days}. */
    String between(Instant from, Instant to) {
        var span = Duration.between(from, to);
        if (span.compareTo(Duration.ofSeconds(1)) < 0) {
            return messages.lessThanASecond();
        }
        return Numbers.span(
                span.toMinutes() == 0
                        ? Duration.ofSeconds(span.toSeconds())
                        : span.toHours() == 0
                                ? Duration.ofMinutes(span.toMinutes())
                                : span.toDays() == 0
                                        ? Duration.ofHours(span.toHours())
                                        : Duration.ofDays(span.toDays()),
                language);
    }

    /** Null when there is nothing yet. */
    @Nullable
    String ago(@Nullable Instant at, Instant now) {
        return at == null ? null : messages.ago(between(at, now));
    }

    /** How long something took: {@code 0.25 s}, or {@code 1 minute and 2 seconds}. */
    String took(Duration span) {
        return span.compareTo(SHORT) < 0
                ? messages.secondsExactly(String.format(Locale.ROOT, "%.2f", span.toMillis() / 1000.0))
                : Numbers.span(Duration.ofSeconds(span.toSeconds()), language);
    }
}
