package io.fortyeight.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fortyeight.EmbeddedDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The database dies, or stands still, under load: the application says so, loses nothing, and heals by itself. */
class DatabaseCrashIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CYCLES = Integer.getInteger("fortyeight.crash.cycles", 3);
    private static final int CONNECTIONS = 16;

    @Test
    void acknowledgedPings_surviveADatabaseThatDies() throws Exception {
        var folder = PackagedApplication.freshFolder("database");
        var receipts = new ArrayList<String>();
        var database = EmbeddedDatabase.start(folder, EmbeddedDatabase.ANY_PORT);
        var environment = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", database.username(),
                "FORTYEIGHT_SHED_NETWORK_PER_MINUTE", "0");
        try (var application = PackagedApplication.on(PackagedApplication.freshFolder("application"), environment)
                .start()) {
            Audit.prepare(application);
            for (var cycle = 0; cycle < CYCLES; cycle++) {
                try (var load = new PingLoad(application, Audit.CONTEST, Audit.CAMPAIGNS).start(CONNECTIONS)) {
                    await("load").atMost(PATIENCE).until(() -> load.told().size() > 300);
                    Postmaster.of(folder).kill();
                    var port = database.port();
                    database.close();
                    await("readiness tells the truth").atMost(PATIENCE).until(() -> !application.isReady());
                    database = EmbeddedDatabase.start(folder, port);
                    await("healing").atMost(PATIENCE).until(application::isReady);
                    var before = load.told().size();
                    await("pings again")
                            .atMost(PATIENCE)
                            .until(() -> load.told().size() > before + 100);
                    load.close();
                    assertThat(load.unexpected())
                            .as("answers other than 202, 429, 503")
                            .isZero();
                    assertThat(load.longestMillis()).as("no endless waits").isLessThan(6_000);
                    receipts.addAll(load.receipts());
                }
                Audit.assertNothingIsLost(application, receipts);
            }
        } finally {
            database.close();
        }
    }
}
