package io.fortyeight.close.rehearsal;

import io.fortyeight.web.form.ViolationMessages;
import io.fortyeight.web.form.Violations;
import io.fortyeight.web.form.Wording;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How long a rehearsal's window is, and how many pings come in it. */
public record RehearsalSettings(Duration window, int pingsPerSecond) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MAX_PINGS = 500;

    /**
     * What an operator asks for; nothing of it is checked yet.
     *
     * @param window ISO-8601, {@code PT20S} when absent
     * @param pingsPerSecond 50 when absent
     */
    public record Request(@Nullable String window, @Nullable Integer pingsPerSecond) {

        static final Request DEFAULTS = new Request(null, null);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400, naming every wrong field */
    public static RehearsalSettings read(Request request) {
        var violations = new Violations();
        var window = window(request.window() == null ? "PT20S" : request.window(), violations);
        var pings = request.pingsPerSecond() == null ? 50 : request.pingsPerSecond();
        if (pings < 1 || pings > MAX_PINGS) {
            violations.add("pingsPerSecond", messages -> messages.wholeNumber(1, MAX_PINGS));
        }
        violations.throwIfAny();
        return new RehearsalSettings(window, pings);
    }

    private static Duration window(String text, Violations violations) {
        try {
            var window = Duration.parse(text).truncatedTo(ChronoUnit.MILLIS);
            if (window.compareTo(SHORTEST) >= 0 && window.compareTo(LONGEST) <= 0) {
                return window;
            }
        } catch (DateTimeException malformed) {
            // As wrong as one that is too long.
        }
        violations.add(
                "window",
                ViolationMessages.class,
                messages -> messages.isoDurationBetween(SHORTEST.toString(), LONGEST.toString(), "PT20S"),
                Wording.of(
                        ViolationMessages.class,
                        (messages, format) -> messages.spanBetween(format.span(SHORTEST), format.span(LONGEST))));
        return SHORTEST;
    }
}
