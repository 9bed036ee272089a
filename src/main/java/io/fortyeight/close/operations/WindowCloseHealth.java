package io.fortyeight.close.operations;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.Visibility;
import io.fortyeight.ledger.store.StampingClock;
import io.smallrye.health.api.Wellness;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Down when a close is overdue or held: somebody has to look. At {@code /q/health/well}, not part of readiness: a close that
 * is held for one contest is no reason to turn away the pings of another.
 */
@Wellness
class WindowCloseHealth implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Closes closes;
    private final StampingClock clock;

    WindowCloseHealth(Closes closes, StampingClock clock) {
        this.closes = closes;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        var held = closes.held();
        var overdue = closes.overdueBy(PATIENCE);
        var health = HealthCheckResponse.named("window-close").status(held.isEmpty() && overdue.isEmpty());
        held.forEach(contest -> health.withData(contest.slug(), "held: " + reason(contest)));
        overdue.forEach(contest -> health.withData(
                contest.slug(),
                contest.storedState().jsonName() + ", overdue by "
                        + Duration.ofMillis(closes.overdueMillis(contest)).toSeconds() + " s"));
        return health.build();
    }

    /** The schema sees to it that a held contest has one; in a blackout, it is not told. */
    private String reason(ContestDetails contest) {
        return Objects.requireNonNull(Visibility.of(contest, clock.now()).heldReason());
    }
}
