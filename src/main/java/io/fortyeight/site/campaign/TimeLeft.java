package io.fortyeight.site.campaign;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.web.http.Instants;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Until the next step of a contest, in whole seconds, rounded up.
 *
 * @param label for instance {@code Closes in}
 * @param iso when it is
 * @param withoutDays how less than a day is written, with {@code {clock}} in its place
 * @param withDays how more is written, with {@code {days}} and {@code {clock}} in their places
 */
record TimeLeft(String label, String iso, String when, String text, String withoutDays, String withDays) {

    /** Null when nothing is waited for, or nobody knows until when. */
    static @Nullable TimeLeft of(ContestDetails contest, Instant now, CampaignFormat words) {
        var messages = words.messages();
        var state = contest.stateAt(now);
        var announcesAt = contest.announcesAt();
        if (state == ContestState.SCHEDULED) {
            return until(contest.window().opensAt(), messages.opensIn(), now, words);
        }
        if (state == ContestState.OPEN && !contest.past()) {
            return until(contest.window().closesAt(), messages.closesIn(), now, words);
        }
        return state == ContestState.CERTIFIED && announcesAt != null
                ? until(announcesAt, messages.announcesIn(), now, words)
                : null;
    }

    private static TimeLeft until(Instant end, String label, Instant now, CampaignFormat words) {
        var seconds = Math.floorDiv(end.toEpochMilli() - now.toEpochMilli() + 999, 1000);
        var left = Duration.ofSeconds(Math.max(0, seconds));
        var clock = String.format(
                Locale.ROOT, "%02d:%02d:%02d", left.toHoursPart(), left.toMinutesPart(), left.toSecondsPart());
        var messages = words.messages();
        return new TimeLeft(
                label,
                Instants.text(end),
                words.utc(end),
                messages.left(String.valueOf(left.toDays()), clock),
                messages.left("0", "{clock}"),
                messages.left("{days}", "{clock}"));
    }
}
