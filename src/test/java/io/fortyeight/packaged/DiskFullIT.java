package io.fortyeight.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The disk under the database and the application runs full under load; once there is room again, all goes on by itself. */
class DiskFullIT {

    private static final int DISK_MEGABYTES = 400;

    /** Long versions also use up what PostgreSQL had set aside for its log, which ends it. */
    private static final Duration FULL = Duration.ofSeconds(Long.getLong("fortyeight.full.seconds", 4));

    @Test
    void fullDisk() throws Exception {
        var mounted = SmallDisk.mount(DISK_MEGABYTES);
        assumeTrue(mounted.isPresent(), "Only root may mount the small disk that this test fills; nothing was tested");
        try (var disk = mounted.get()) {
            var environment = Map.of("FORTYEIGHT_SHED_NETWORK_PER_MINUTE", "0");
            try (var application =
                    PackagedApplication.on(disk.folder(), environment).start()) {
                Audit.prepare(application);
                try (var trial = new Trial("Disk full for %d s".formatted(FULL.toSeconds()), new ArrayList<>())) {
                    for (var cycle = 0; cycle < Trial.cycles(); cycle++) {
                        trial.begin(application);
                        disk.fill();
                        trial.awaitNotReady();
                        await("a full disk")
                                .pollDelay(FULL)
                                .atMost(FULL.multipliedBy(2))
                                .untilAsserted(
                                        () -> assertThat(application.isReady()).isFalse());
                        disk.clear();
                        trial.awaitHealed();
                        trial.end();
                    }
                    trial.report();
                }
            }
        }
    }
}
