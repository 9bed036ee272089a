package io.fortyeight.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;

/** A contest under load, and the checks that must hold for it whatever died. */
final class Audit {

    static final String CONTEST = "crash";
    static final String[] CAMPAIGNS = {"a", "b"};

    private static final ObjectMapper JSON = new ObjectMapper();

    private Audit() {}

    /** A contest whose rules bring out every verdict within seconds. */
    static void prepare(PackagedApplication application) throws IOException {
        var opensAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
        var contest = """
                {"slug":"%s","name":"Crash","zone":"UTC","opensAt":"%s","duration":"PT1H",
                 "rules":{"preset":"fair-48h","network":null,"freeze":{"pings":20,"within":"PT1M","lasts":"PT2M"},
                          "cap":{"slot":"PT5S","max":1},"repeat":{"mode":"first_touch","within":"PT1S"}}}""".formatted(CONTEST, opensAt);
        assertThat(application.post("/api/contests", contest).statusCode()).isEqualTo(201);
        for (var slug : CAMPAIGNS) {
            var campaign = """
                    {"slug":"%s","title":"%s","pageUrl":"https://%s.example/"}""".formatted(slug, slug, slug);
            assertThat(application
                            .post("/api/contests/" + CONTEST + "/campaigns", campaign)
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    /** How many pings the tally has. */
    static long pings(PackagedApplication application) throws IOException {
        var pings = 0L;
        for (var standing :
                application.json("/api/contests/" + CONTEST + "/leaderboard").get("standings")) {
            pings += standing.get("counted").longValue()
                    + standing.get("discounted").longValue();
        }
        return pings;
    }

    /**
     * Every acknowledged ping is in the ledger once, the ledger has no gap, and the recount equals the tally.
     *
     * @return how many entries the ledger has
     */
    static long assertNothingIsLost(PackagedApplication application, Collection<String> receipts) throws IOException {
        var sequences = new HashSet<Long>();
        var expected = 1L;
        for (var line : application
                .get("/api/contests/" + CONTEST + "/ledger")
                .body()
                .lines()
                .toList()) {
            var sequence = JSON.readTree(line).get("sequence").longValue();
            assertThat(sequence).as("no gap in the ledger").isEqualTo(expected++);
            sequences.add(sequence);
        }
        var acknowledged = receipts.stream()
                .map(receipt -> Long.parseLong(receipt.split("\\.")[1]))
                .toList();
        assertThat(acknowledged).as("no two pings share an entry").doesNotHaveDuplicates();
        assertThat(sequences).as("each acknowledged ping is in the ledger").containsAll(acknowledged);
        var recount = JSON.readTree(
                application.post("/api/contests/" + CONTEST + "/recount", "").body());
        assertThat(recount.get("differences")).isEmpty();
        assertThat(recount.get("agrees").booleanValue()).isTrue();
        assertThat(recount.get("pings").longValue()).isEqualTo(sequences.size());
        return sequences.size();
    }
}
