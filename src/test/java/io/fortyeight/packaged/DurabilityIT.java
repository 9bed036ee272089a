package io.fortyeight.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database that may lose what it confirms gets no pings, unless the operator says that this is fine. */
@Tag("drill")
class DurabilityIT {

    @Test
    void databaseWithoutFsync_takesPingsOnlyWhenToldTo() throws Exception {
        // The embedding library's own defaults: fsync is off.
        try (var database = EmbeddedPostgres.builder().start()) {
            var url = database.getJdbcUrl("postgres", "postgres");
            try (var application = PackagedApplication.onDatabase(url, "postgres", Map.of())) {
                application.launch();
                Trial.until("an answer", application::isLive);
                Trial.until(
                        "the reason",
                        () -> application.get("/q/health/ready").body().contains("fsync"));
                Audit.prepare(application);
                var body = new PingLoad(application, Audit.CONTEST).body(UUID.randomUUID(), "v", "a");
                var answer = application.post("/api/pings", body);
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.body()).contains("fsync");
            }
            var unsafe = Map.of("FORTYEIGHT_UNSAFE", "true");
            try (var application =
                    PackagedApplication.onDatabase(url, "postgres", unsafe).start()) {
                var body = new PingLoad(application, Audit.CONTEST).body(UUID.randomUUID(), "v", "a");
                assertThat(application.post("/api/pings", body).statusCode()).isEqualTo(202);
            }
        }
    }
}
