package io.fortyeight.ledger;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: this instance takes pings. A standby is not ready, so that a load balancer passes it by. */
@Readiness
class WriterHealth implements HealthCheck {

    private final Leadership leadership;
    private final PingQueue queue;

    WriterHealth(Leadership leadership, PingQueue queue) {
        this.leadership = leadership;
        this.queue = queue;
    }

    @Override
    public HealthCheckResponse call() {
        var because = queue.closedBecause();
        var health = HealthCheckResponse.named("writer")
                .status(leadership.isLeader())
                .withData("queueDepth", queue.depth())
                .withData("unsafe", leadership.isUnsafe());
        if (because != null) {
            health.withData("closedBecause", because.detail());
        }
        return health.build();
    }
}
