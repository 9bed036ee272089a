package io.fortyeight.packaged;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The disk under the database and the application runs full under load; once there is room again, all goes on by itself. */
@Tag("drill")
@TestInstance(Lifecycle.PER_CLASS)
class DiskFullIT {

    private static final int DISK_MEGABYTES = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FULL = Duration.ofSeconds(Long.getLong("fortyeight.full.seconds", 3));

    /** Of the whole class: one application lives through all of it. */
    private final List<String> receipts = new ArrayList<>();

    private SmallDisk disk;
    private PackagedApplication application;

    @BeforeAll
    void start() throws Exception {
        var mounted = SmallDisk.mount(DISK_MEGABYTES);
        if (mounted.isEmpty()) {
            return;
        }
        disk = mounted.get();
        application = PackagedApplication.on(disk.folder(), Map.of()).start();
        Audit.prepare(application);
    }

    /** Before each, not once for all: tests of a class that is given up as a whole are not shown as skipped. */
    @BeforeEach
    void needEmptyDisk() throws Exception {
        assumeTrue(disk != null, "Only root may mount the small disk that this test fills: nothing was tested");
        disk.clear();
    }

    @AfterAll
    void stop() throws Exception {
        if (application != null) {
            application.close();
        }
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void databaseThatCantWrite() throws Exception {
        fullAgainAndAgain("Disk full for %d s".formatted(FULL.toSeconds()), () -> {});
    }

    /** It ends when it has no room for its own log, and can't start before there is some. */
    @Test
    void databaseThatDiesOfIt() throws Exception {
        fullAgainAndAgain(
                "Disk full for %d s, PostgreSQL dies of it".formatted(FULL.toSeconds()),
                () -> assertThatThrownBy(this::writeMuchLog).isInstanceOf(SQLException.class));
    }

    private void fullAgainAndAgain(String fault, Runnable worse) throws Exception {
        try (var trial = new Trial(fault, receipts)) {
            for (var cycle = 0; cycle < Trial.cycles(); cycle++) {
                trial.begin(application);
                disk.fill();
                worse.run();
                trial.awaitNotReady();
                // One that has just come back may be trusted until its first commit fails: hence "until", not "during".
                await("not ready at the end of it, too")
                        .pollDelay(FULL)
                        .atMost(FULL.plus(PATIENCE))
                        .until(() -> !application.isReady());
                disk.clear();
                trial.awaitHealed();
                trial.end();
            }
            trial.report();
        }
    }

    /** More than is left of the segment that the log is in. */
    private void writeMuchLog() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:postgresql://localhost:%d/postgres?user=postgres"
                        .formatted(Postmaster.portOf(disk.folder())));
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_logical_emit_message(true, 'ballast', repeat('x', 32 * 1024 * 1024))");
        }
    }
}
