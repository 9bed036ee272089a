package io.fortyeight.contest.directory;

import io.fortyeight.web.page.Countdown;
import io.fortyeight.web.page.LocaleFormat;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What all pages say of a contest's state, and of the time until its next one. */
public final class ContestText {

    private ContestText() {}

    /** For instance {@code Closed, being checked}. */
    public static String state(ContestDetails contest, Instant now, LocaleFormat text) {
        return state(contest.stateAt(now), contest.past(), text);
    }

    /** @param isPast whether the contest is one of the past, which closes when asked */
    public static String state(ContestState state, boolean isPast, LocaleFormat text) {
        var messages = messages(text);
        return isPast && state == ContestState.OPEN ? messages.past() : messages.state(state);
    }

    /** To what a contest's readers wait for; null when that is nothing, or not at an instant that is known. */
    public static @Nullable Countdown countdown(ContestDetails contest, Instant now, LocaleFormat text) {
        var window = contest.window();
        return countdown(
                contest.stateAt(now),
                contest.past(),
                window.opensAt(),
                window.closesAt(),
                contest.announcesAt(),
                contest.zone(),
                now,
                text);
    }

    public static @Nullable Countdown countdown(
            ContestState state,
            boolean isPast,
            Instant opensAt,
            Instant closesAt,
            @Nullable Instant announcesAt,
            ZoneId zone,
            Instant now,
            LocaleFormat text) {
        var messages = messages(text);
        return switch (state) {
            case SCHEDULED -> Countdown.of(messages.opensIn(), messages.countingBegins(), opensAt, zone, now, text);
            case OPEN ->
                isPast ? null : Countdown.of(messages.closesIn(), messages.countingIsOver(), closesAt, zone, now, text);
            case CERTIFIED ->
                announcesAt == null
                        ? null
                        : Countdown.of(messages.announcedIn(), messages.announced(), announcesAt, zone, now, text);
            case CLOSING, HELD, ANNOUNCED -> null;
        };
    }

    private static ContestMessages messages(LocaleFormat text) {
        return text.language().messages(ContestMessages.class);
    }
}
