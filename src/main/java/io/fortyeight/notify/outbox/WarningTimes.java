package io.fortyeight.notify.outbox;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.core.counting.VotingWindow;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long before the close of a window it is warned of. */
@Singleton
class WarningTimes {

    private final List<Duration> nearestFirst;

    WarningTimes(
            @ConfigProperty(name = "fortyeight.closing.warnings", defaultValue = "PT60M,PT15M,PT5M")
                    List<Duration> warnings) {
        if (warnings.stream().anyMatch(before -> before.compareTo(Duration.ofSeconds(1)) < 0)) {
            throw new IllegalArgumentException("fortyeight.closing.warnings must be a second or longer: " + warnings);
        }
        this.nearestFirst = warnings.stream().distinct().sorted().toList();
    }

    /** The warning that is due now, sent or not; none unless the contest is open. */
    Optional<ClosingWarning> due(ContestDetails contest, Instant now) {
        return contest.past() || contest.storedState() != ContestState.OPEN
                ? Optional.empty()
                : nearest(contest.window(), now.toEpochMilli()).map(before -> new ClosingWarning(contest.id(), before));
    }

    /**
     * How long before the close the warning is that is due. When several are, it is the nearest, for the others have become
     * wrong. None is due before the window opens, nor after it has closed.
     */
    Optional<Duration> nearest(VotingWindow window, long nowMillis) {
        return nearestFirst.stream()
                .filter(before -> {
                    var dueMillis = window.closesAtMillis() - before.toMillis();
                    return dueMillis >= window.opensAtMillis()
                            && nowMillis >= dueMillis
                            && nowMillis < window.closesAtMillis();
                })
                .findFirst();
    }

    /** The occasions of this warning and of those that come after it. */
    List<String> asNear(ClosingWarning warning) {
        return nearestFirst.stream()
                .filter(other -> other.compareTo(warning.before()) <= 0)
                .map(Duration::toString)
                .toList();
    }
}
