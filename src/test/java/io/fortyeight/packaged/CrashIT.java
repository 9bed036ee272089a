package io.fortyeight.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@code kill -9} under load: no acknowledged ping is lost, none counted twice, and the recount equals the tally. */
class CrashIT {

    private static final int MOST_RETRIES = 200;

    /** One address sends all of it: network caps would hide the rest. */
    private static final Map<String, String> ENVIRONMENT = Map.of("FORTYEIGHT_SHED_NETWORK_PER_MINUTE", "0");

    @Test
    void acknowledgedPings_surviveKills() throws Exception {
        var told = new HashMap<UUID, PingLoad.Told>();
        try (var application = PackagedApplication.on(PackagedApplication.freshFolder("crash"), ENVIRONMENT)
                        .start();
                var trial = new Trial("`kill -9` of the application", new ArrayList<>())) {
            Audit.prepare(application);
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
        for (var ping : told.entrySet().stream().limit(MOST_RETRIES).toList()) {
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
        var data = PackagedApplication.freshFolder("embedded");
        try (var application = PackagedApplication.on(data, ENVIRONMENT).start();
                var trial = new Trial("`kill -9` of the embedded PostgreSQL", new ArrayList<>())) {
            Audit.prepare(application);
            trial.begin(application);
            Postmaster.of(data).kill();
            trial.awaitNotReady();
            trial.awaitHealed();
            trial.end();
            trial.report();
        }
    }
}
