package io.fortyeight.standings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As much of a certified result as pages show.
 *
 * @param releases null when the close was never held
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Certificate(
        Instant certifiedAt,
        List<Leaderboard.Line> standings,
        List<TallyLine> tally,
        long shed,
        long refused,
        @Nullable List<Release> releases,
        List<End> partitions) {

    /** How many pings got one verdict: {@code counted} or the reason. */
    public record TallyLine(
            String campaign, String kind, @Nullable String platform, String verdict, long count) {}

    /** The close had been held, and was let try again. */
    public record Release(Instant at, String heldReason, String reason) {}

    /** The last entry of a partition of the ledger that the result holds for. */
    public record End(int partition, long lastSequence) {}

    public Leaderboard leaderboard() {
        return new Leaderboard(certifiedAt, true, null, null, standings);
    }

    public List<TallyLine> tallyOf(String campaign) {
        return tally.stream().filter(line -> line.campaign().equals(campaign)).toList();
    }

    /** What was turned away in the window, in no ledger. */
    public long turnedAway() {
        return shed + refused;
    }

    /** Between the first and the second. */
    public long margin() {
        return standings.size() < 2
                ? Long.MAX_VALUE
                : standings.get(0).score() - standings.get(1).score();
    }
}
