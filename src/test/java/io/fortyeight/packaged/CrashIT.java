package io.fortyeight.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** {@code kill -9} under load: no acknowledged ping is lost, none counted twice, and the recount equals the tally. */
@Tag("drill")
@TestInstance(Lifecycle.PER_CLASS)
class CrashIT {

    private static final int MAX_RETRIES = 200;

    /** Of the whole class: it is one contest that lives through all of it. */
    private final List<String> receipts = new ArrayList<>();

    private Path data;
    private PackagedApplication application;

    @BeforeAll
    void start() throws Exception {
        data = PackagedApplication.freshFolder("crash");
        application = PackagedApplication.on(data, Map.of()).start();
        Audit.prepare(application);
    }

    @AfterAll
    void stop() throws Exception {
        application.close();
    }

    @Test
    void acknowledgedPings_surviveKills() throws Exception {
        var told = new HashMap<UUID, PingLoad.Told>();
        try (var trial = new Trial("`kill -9` of the application", receipts)) {
            for (var cycle = 0; cycle < Trial.cycles(); cycle++) {
                trial.begin(application);
                application.kill();
                application.launch();
                trial.awaitHealed();
                trial.end();
                told.putAll(trial.told());
                assertRetriesGetTheFirstAnswer(application, told);
            }
            trial.report();
        }
    }

    /** Across a restart, too: the whole answer, byte for byte, and no entry is added. */
    private static void assertRetriesGetTheFirstAnswer(PackagedApplication application, Map<UUID, PingLoad.Told> told)
            throws IOException {
        var before = Audit.pings(application);
        for (var ping : told.entrySet().stream().limit(MAX_RETRIES).toList()) {
            var retry = """
                    {"contest":"crash","campaign":"a","kind":"view","visitor":"%s","id":"%s"}""".formatted(ping.getValue().visitor(), ping.getKey());
            var answer = application.post("/api/pings", retry);
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo(ping.getValue().answer());
        }
        assertThat(Audit.pings(application)).isEqualTo(before);
    }

    @Test
    void embeddedDatabase_isStartedAgain_whenItDies() throws Exception {
        try (var trial = new Trial("`kill -9` of the embedded PostgreSQL", receipts)) {
            for (var cycle = 0; cycle < Trial.cycles(); cycle++) {
                trial.begin(application);
                Postmaster.of(data).kill();
                trial.awaitNotReady();
                trial.awaitHealed();
                trial.end();
            }
            trial.report();
        }
    }
}
