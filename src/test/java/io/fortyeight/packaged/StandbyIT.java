package io.fortyeight.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.postgres.EmbeddedDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two instances on one database: one writes, the other stands by and takes over, however the first one goes. */
@Tag("drill")
class StandbyIT {

    private static EmbeddedDatabase database;
    private static final Map<String, String> SETTINGS = Map.of("FORTYEIGHT_LEDGER_LEASE", "PT2S");

    private final List<String> receipts = new ArrayList<>();
    private final Trial killed = new Trial("Writer killed, standby takes over (lease 2 s)", receipts);
    private final Trial frozen = new Trial("Writer frozen (`SIGSTOP`), standby takes over, writer thaws", receipts);
    private final Trial stopped = new Trial("Writer stopped in order, standby takes over", receipts);

    @BeforeAll
    static void startDatabase() throws Exception {
        database = EmbeddedDatabase.start(PackagedApplication.freshFolder("standby"), EmbeddedDatabase.ANY_PORT);
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        database.close();
    }

    @Test
    void standby_takesOver_whenTheWriterIsKilledStoppedOrFrozen() throws Exception {
        try (killed;
                frozen;
                stopped;
                var one = PackagedApplication.onDatabase(database.jdbcUrl(), database.username(), SETTINGS)
                        .start();
                var two = PackagedApplication.onDatabase(database.jdbcUrl(), database.username(), SETTINGS)) {
            Audit.prepare(one);
            two.launch();
            awaitStandingBy(two);
            for (var cycle = 0; cycle < Trial.cycles(); cycle++) {
                writerIsKilled(one, two);
                writerIsFrozen(two, one);
            }
            writerStops(one, two);
        }
        for (var trial : List.of(killed, frozen, stopped)) {
            trial.report();
        }
    }

    private static void awaitStandingBy(PackagedApplication standby) throws Exception {
        Trial.until("the standby", standby::isLive);
        assertThat(standby.isReady()).as("a standby is not ready").isFalse();
        var ping = new PingLoad(standby, Audit.CONTEST).body(UUID.randomUUID(), "v", "a");
        assertThat(standby.post("/api/pings", ping).statusCode())
                .as("a standby takes no pings")
                .isEqualTo(503);
    }

    private void writerIsKilled(PackagedApplication writer, PackagedApplication standby) throws Exception {
        killed.begin(writer);
        writer.kill();
        killed.awaitTakenOverBy(standby);
        killed.end();
        writer.launch();
        awaitStandingBy(writer);
    }

    private void writerIsFrozen(PackagedApplication writer, PackagedApplication standby) throws Exception {
        frozen.begin(writer);
        writer.signal("STOP");
        try {
            frozen.awaitTakenOverBy(standby);
        } finally {
            writer.signal("CONT");
        }
        Trial.until("the thawed one has noticed", () -> !writer.isReady());
        frozen.end();
        awaitStandingBy(writer);
    }

    private void writerStops(PackagedApplication writer, PackagedApplication standby) throws Exception {
        stopped.begin(writer);
        writer.close();
        stopped.awaitTakenOverBy(standby);
        stopped.end();
    }
}
