package io.fortyeight.contest.api;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.Publication;
import io.fortyeight.core.counting.RulesCard;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a contest's rehearsal differs from it.
 *
 * @param rules must fit into the window
 * @param announcedAfter how long after its close it is announced; null for at once
 */
public record RehearsalPlan(
        String slug,
        String name,
        RulesCard rules,
        Duration window,
        @Nullable Duration announcedAfter) {

    ContestPlan from(ContestDetails real, Instant now) {
        var closesAt = now.plus(window);
        return new ContestPlan(
                slug,
                name,
                real.zone(),
                now,
                closesAt,
                window,
                announcedAfter == null ? null : closesAt.plus(announcedAfter),
                announcedAfter == null ? Publication.CERTIFIED : real.publishes(),
                shortened(real.blackout()),
                rules,
                false);
    }

    private @Nullable Duration shortened(@Nullable Duration blackout) {
        return blackout == null || blackout.compareTo(window) < 0 ? blackout : window;
    }
}
