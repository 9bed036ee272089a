package io.fortyeight.ledger.writer;

import io.fortyeight.ledger.store.WriterStatus;
import io.fortyeight.ledger.writer.PingRefusedException.Cause;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means: this instance takes pings and commits them. A standby is not ready, so that a load balancer passes it by; nor
 * is a writer whose database refuses to write.
 */
@Readiness
class WriterHealth implements HealthCheck {

    private final WriterStatus leadership;
    private final PingQueue queue;

    WriterHealth(WriterStatus leadership, PingQueue queue) {
        this.leadership = leadership;
        this.queue = queue;
    }

    @Override
    public HealthCheckResponse call() {
        var because = queue.closedBecause();
        var health = HealthCheckResponse.named("writer")
                .status(leadership.canWrite())
                .withData("leader", leadership.isLeader())
                .withData("lagMillis", TimeUnit.NANOSECONDS.toMillis(queue.lagNanos()))
                .withData("queueDepth", queue.depth())
                .withData("unsafe", leadership.isUnsafe());
        if (because != null) {
            health.withData("closedBecause", because.detail());
        } else if (leadership.isLeader() && !leadership.canWrite()) {
            health.withData("lastCommit", Cause.WRITE_FAILED.detail());
        }
        return health.build();
    }
}
