package io.fortyeight.ledger.writer;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Live means: the judge's thread runs, whether it writes or stands by. Without it only a restart helps. */
@Liveness
class JudgeHealth implements HealthCheck {

    private final JudgeThread judge;

    JudgeHealth(JudgeThread judge) {
        this.judge = judge;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("judge").status(judge.isAlive()).build();
    }
}
