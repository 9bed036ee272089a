package io.fortyeight.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fortyeight.EmbeddedDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two instances on one database: one writes, the other stands by and takes over, however the first one goes. */
class StandbyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static EmbeddedDatabase database;
    private static Map<String, String> environment;

    @BeforeAll
    static void startDatabase() throws Exception {
        database = EmbeddedDatabase.start(PackagedApplication.freshFolder("standby"), EmbeddedDatabase.ANY_PORT);
        environment = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", database.username(),
                "FORTYEIGHT_KEY", "dGVzdCB3cmFwcGluZyBrZXksIDMyIGJ5dGVzIGxvbmc=",
                "FORTYEIGHT_LEDGER_LEASE", "PT2S",
                "FORTYEIGHT_SHED_NETWORK_PER_MINUTE", "0");
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        database.close();
    }

    @Test
    void standby_takesOver_whenTheWriterIsKilledStoppedOrFrozen() throws Exception {
        var receipts = new ArrayList<String>();
        try (var one = PackagedApplication.on(PackagedApplication.freshFolder("one"), environment)
                        .start();
                var two = PackagedApplication.on(PackagedApplication.freshFolder("two"), environment)) {
            Audit.prepare(one);
            two.launch();
            await("the standby").atMost(PATIENCE).until(two::isLive);
            assertThat(two.isReady()).as("a standby is not ready").isFalse();
            assertThat(two.post("/api/pings", new PingLoad(two, Audit.CONTEST).body(UUID.randomUUID(), "v", "a"))
                            .statusCode())
                    .as("a standby takes no pings")
                    .isEqualTo(503);

            receipts.addAll(pinged(one));
            one.kill();
            await("taking over from a killed writer").atMost(PATIENCE).until(two::isReady);
            Audit.assertNothingIsLost(two, receipts);
            receipts.addAll(pinged(two));

            one.launch();
            await("the killed one is back").atMost(PATIENCE).until(one::isLive);
            two.close();
            await("taking over from a stopped writer").atMost(PATIENCE).until(one::isReady);
            receipts.addAll(pinged(one));

            two.launch();
            await("the stopped one is back").atMost(PATIENCE).until(two::isLive);
            try (var load = new PingLoad(one, Audit.CONTEST, Audit.CAMPAIGNS).start(8)) {
                await("load").atMost(PATIENCE).until(() -> load.told().size() > 200);
                one.signal("STOP");
                try {
                    await("taking over from a frozen writer").atMost(PATIENCE).until(two::isReady);
                    receipts.addAll(pinged(two));
                } finally {
                    one.signal("CONT");
                }
                await("the thawed one has noticed").atMost(PATIENCE).until(() -> !one.isReady());
                load.close();
                receipts.addAll(load.receipts());
            }
            Audit.assertNothingIsLost(two, receipts);
        }
    }

    private static List<String> pinged(PackagedApplication application) throws Exception {
        try (var load = new PingLoad(application, Audit.CONTEST, Audit.CAMPAIGNS).start(8)) {
            await("load").atMost(PATIENCE).until(() -> load.told().size() > 200);
            load.close();
            return load.receipts();
        }
    }
}
