package io.fortyeight.site.contest;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.web.page.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The time that is left, in whole seconds, rounded up: it says 1 second until the instant itself.
 *
 * @param label for instance {@code Closes in}
 * @param over said when none is left
 * @param days and the other parts without leading zeros
 */
public record Countdown(String label, String over, Moment until, int days, int hours, int minutes, int seconds) {

    public static Countdown of(String label, String over, Moment until, Instant end, Instant now) {
        var left = Duration.ofSeconds(Math.max(0, Math.floorDiv(end.toEpochMilli() - now.toEpochMilli() + 999, 1000)));
        return new Countdown(
                label,
                over,
                until,
                Math.toIntExact(left.toDays()),
                left.toHoursPart(),
                left.toMinutesPart(),
                left.toSecondsPart());
    }

    /** For instance {@code 07}. */
    /** To what a contest's readers wait for; null when that is nothing, or not at an instant that is known. */
    public static @Nullable Countdown of(ContestDetails contest, ContestState state, Instant now, PageText speech) {
        var messages = speech.messages();
        return switch (state) {
            case SCHEDULED ->
                of(contest, contest.window().opensAt(), messages.opensIn(), messages.countingBegins(), now, speech);
            case OPEN ->
                contest.past()
                        ? null
                        : of(
                                contest,
                                contest.window().closesAt(),
                                messages.closesIn(),
                                messages.countingIsOver(),
                                now,
                                speech);
            case CERTIFIED ->
                of(contest, contest.announcesAt(), messages.announcedIn(), messages.sayAnnounced(), now, speech);
            default -> null;
        };
    }

    private static @Nullable Countdown of(
            ContestDetails contest, @Nullable Instant end, String label, String over, Instant now, PageText speech) {
        return end == null ? null : of(label, over, speech.moment(end, contest.zone()), end, now);
    }

    private static String twoDigits(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    public String hoursText() {
        return twoDigits(hours);
    }

    public String minutesText() {
        return twoDigits(minutes);
    }

    public String secondsText() {
        return twoDigits(seconds);
    }
}
