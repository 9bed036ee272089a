package io.fortyeight.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@code kill -9} under load: no acknowledged ping is lost, none counted twice, and the recount equals the tally. */
class CrashIT {

    private static final int CYCLES = Integer.getInteger("fortyeight.crash.cycles", 3);
    private static final int CONNECTIONS = 16;
    private static final int PINGS_BEFORE_A_KILL = 300;

    @Test
    void acknowledgedPings_surviveKills() throws Exception {
        var data = PackagedApplication.freshFolder("crash");
        var told = new HashMap<UUID, PingLoad.Told>();
        var receipts = new ArrayList<String>();
        // One address sends all of it: network caps would hide the rest.
        var environment = Map.of("FORTYEIGHT_SHED_NETWORK_PER_MINUTE", "0");
        try (var application = PackagedApplication.on(data, environment).start()) {
            Audit.prepare(application);
            for (var cycle = 0; cycle < CYCLES; cycle++) {
                try (var load = new PingLoad(application, Audit.CONTEST, Audit.CAMPAIGNS).start(CONNECTIONS)) {
                    await("load")
                            .atMost(Duration.ofSeconds(30))
                            .pollInterval(Duration.ofMillis(5))
                            .until(() -> load.told().size() > PINGS_BEFORE_A_KILL);
                    application.kill();
                    load.close();
                    assertThat(load.unexpected())
                            .as("answers other than 202, 429, 503")
                            .isZero();
                    told.putAll(load.told());
                    receipts.addAll(load.receipts());
                }
                application.start();
                Audit.assertNothingIsLost(application, receipts);
                assertRetriesGetTheFirstAnswer(application, told);
            }
            Audit.assertNothingIsLost(application, receipts);
        }
    }

    /** Across a restart, too: the whole answer, byte for byte, and no entry is added. */
    private static void assertRetriesGetTheFirstAnswer(PackagedApplication application, Map<UUID, PingLoad.Told> told)
            throws IOException {
        var before = pings(application);
        for (var ping : told.entrySet().stream().limit(200).toList()) {
            var retry = """
                    {"contest":"crash","campaign":"a","kind":"view","visitor":"%s","id":"%s"}""".formatted(ping.getValue().visitor(), ping.getKey());
            var answer = application.post("/api/pings", retry);
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo(ping.getValue().answer());
        }
        assertThat(pings(application)).isEqualTo(before);
    }

    private static long pings(PackagedApplication application) throws IOException {
        JsonNode standings = application.json("/api/contests/crash/leaderboard").get("standings");
        var pings = 0L;
        for (var standing : standings) {
            pings += standing.get("counted").longValue()
                    + standing.get("discounted").longValue();
        }
        return pings;
    }

    @Test
    void embeddedDatabase_isStartedAgain_whenItDies() throws Exception {
        var data = PackagedApplication.freshFolder("embedded");
        try (var application = PackagedApplication.on(data, Map.of("FORTYEIGHT_SHED_NETWORK_PER_MINUTE", "0"))
                .start()) {
            Audit.prepare(application);
            try (var load = new PingLoad(application, Audit.CONTEST, Audit.CAMPAIGNS).start(CONNECTIONS)) {
                await("load")
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> load.told().size() > PINGS_BEFORE_A_KILL);
                Postmaster.of(data).kill();
                await("healing")
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> !load.unanswered().isEmpty() && application.isReady());
                var before = load.told().size();
                await("pings again")
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> load.told().size() > before + 100);
                load.close();
                Audit.assertNothingIsLost(application, load.receipts());
            }
        }
    }
}
