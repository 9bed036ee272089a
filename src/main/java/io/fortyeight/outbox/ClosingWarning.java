package io.fortyeight.outbox;

import io.fortyeight.contest.ContestDetails;
import io.fortyeight.contest.ContestState;
import io.fortyeight.counting.VotingWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The warning that a contest's window closes in some minutes. */
record ClosingWarning(int contestId, int minutes) {

    private static final List<Integer> NEAREST_FIRST = List.of(5, 15, 60);
    private static final long MINUTE_MILLIS = 60_000;

    /** The one that is due now, sent or not; none unless the contest is open. */
    static Optional<ClosingWarning> due(ContestDetails contest, Instant now) {
        return contest.past() || contest.storedState() != ContestState.OPEN
                ? Optional.empty()
                : nearest(contest.window(), now.toEpochMilli())
                        .map(minutes -> new ClosingWarning(contest.id(), minutes));
    }

    /**
     * How many minutes before the close the warning is that is due. When several are, it is the nearest, for the others have
     * become wrong. None is due before the window opens, nor after it has closed.
     */
    static Optional<Integer> nearest(VotingWindow window, long nowMillis) {
        return NEAREST_FIRST.stream()
                .filter(minutes -> {
                    var dueMillis = window.closesAtMillis() - minutes * MINUTE_MILLIS;
                    return dueMillis >= window.opensAtMillis()
                            && nowMillis >= dueMillis
                            && nowMillis < window.closesAtMillis();
                })
                .findFirst();
    }

    /** The occasions of this warning and of those that come after it. */
    String[] asNear() {
        return NEAREST_FIRST.stream()
                .filter(other -> other <= minutes)
                .map(String::valueOf)
                .toArray(String[]::new);
    }
}
