package io.fortyeight.packaged;

import static org.awaitility.Awaitility.await;

import io.fortyeight.postgres.EmbeddedDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The database dies, or stands still, under load: the application says so, loses nothing, and heals by itself. */
@Tag("drill")
@TestInstance(Lifecycle.PER_CLASS)
class DatabaseFaultsIT {

    private static final Duration FREEZE = Duration.ofSeconds(Long.getLong("fortyeight.freeze.seconds", 6));

    /** Of the whole class: one application lives through all of it. */
    private final List<String> receipts = new ArrayList<>();

    private Path folder;
    private EmbeddedDatabase database;
    private PackagedApplication application;

    @BeforeAll
    void start() throws Exception {
        folder = PackagedApplication.freshFolder("database");
        database = EmbeddedDatabase.start(folder, EmbeddedDatabase.ANY_PORT);
        application = PackagedApplication.onDatabase(database.jdbcUrl(), database.username(), Map.of())
                .start();
        Audit.prepare(application);
    }

    @AfterAll
    void stop() throws Exception {
        application.close();
        database.close();
    }

    @Test
    void databaseThatIsKilled() throws Exception {
        endAgainAndAgain("`kill -9` of PostgreSQL", Postmaster::kill);
    }

    @Test
    void databaseThatIsStoppedImmediately() throws Exception {
        endAgainAndAgain("`pg_ctl stop -m immediate`", Postmaster::stopImmediately);
    }

    private interface End {
        void of(Postmaster postmaster) throws Exception;
    }

    private void endAgainAndAgain(String fault, End end) throws Exception {
        try (var trial = new Trial(fault, receipts)) {
            for (var cycle = 0; cycle < Trial.cycles(); cycle++) {
                trial.begin(application);
                end.of(Postmaster.of(folder));
                var port = database.port();
                database.close();
                trial.awaitNotReady();
                database = EmbeddedDatabase.start(folder, port);
                trial.awaitHealed();
                trial.end();
            }
            trial.report();
        }
    }

    @Test
    void databaseThatStandsStill() throws Exception {
        try (var trial =
                new Trial("PostgreSQL stands still (`SIGSTOP`) for %d s".formatted(FREEZE.toSeconds()), receipts)) {
            trial.begin(application);
            var begunNanos = System.nanoTime();
            var frozen = Postmaster.of(folder).freeze();
            try {
                trial.awaitNotReady();
                await("the end of the standstill, not ready all the while")
                        .during(FREEZE.minusNanos(System.nanoTime() - begunNanos))
                        .atMost(FREEZE.multipliedBy(2))
                        .until(() -> !application.isReady());
            } finally {
                Postmaster.thaw(frozen);
            }
            trial.awaitHealed();
            trial.end();
            trial.report();
        }
    }
}
