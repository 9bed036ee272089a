package io.fortyeight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.SuccessfulExecution;
import io.quarkus.scheduler.Trigger;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scheduler, which stands still in all other tests. */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class ScheduledJobsTest {

    private static final String[] JOBS =
            Stream.of(TestJob.values()).map(TestJob::identity).toArray(String[]::new);

    /** The identities of the jobs that the scheduler has run. */
    @Singleton
    static class Ran {

        private final Set<String> identities = ConcurrentHashMap.newKeySet();

        void record(@Observes SuccessfulExecution execution) {
            identities.add(execution.getExecution().getTrigger().getId());
        }
    }

    @Inject
    Ran ran;

    @Inject
    Scheduler scheduler;

    @Test
    void everyJob_isRunByTheScheduler() {
        assertThat(scheduler.isRunning()).as("in tests").isFalse();
        assertThat(scheduler.getScheduledJobs()).map(Trigger::getId).containsExactlyInAnyOrder(JOBS);
        scheduler.resume();
        try {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(ran.identities).containsExactlyInAnyOrder(JOBS));
        } finally {
            scheduler.pause();
        }
    }

    @Test
    void everyJob_isRunByTestsThatAskForIt() {
        for (var job : TestJob.values()) {
            job.run();
        }
    }
}
