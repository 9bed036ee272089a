package io.fortyeight.leaderboard;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As much of a certified result as pages show. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Certificate(
        Instant certifiedAt,
        List<Leaderboard.Line> standings,
        long shed,
        long refused,
        @Nullable String notice,
        List<End> partitions) {

    /** The last entry of a partition of the ledger that the result holds for. */
    record End(int partition, long lastSequence) {

        public String entries() {
            return Numbers.grouped(lastSequence);
        }
    }

    Leaderboard leaderboard() {
        return new Leaderboard(certifiedAt, true, null, null, standings);
    }
}
