package io.fortyeight.standings.result;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.tally.TallyRow;
import io.fortyeight.ledger.recount.Recount;
import io.fortyeight.ledger.writer.UnrecordedPings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The certified result of a contest, as published.
 *
 * @param brought counted views that share links brought; left out where they don't score
 * @param shed pings in the window that were turned away as a flood, unrecorded
 * @param refused pings in the window that were answered 503, unrecorded
 * @param notice said when shed and refused pings together exceed the winner's margin: they might have changed the order
 * @param releases left out when the close was never held
 * @param partitions up to where in the ledger the result holds; what comes later is late
 */
@JsonInclude(Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record CertifiedResult(
        String contest,
        Instant opensAt,
        Instant closesAt,
        Instant certifiedAt,
        String rulesHash,
        List<Leaderboard.Line> standings,
        List<TallyLine> tally,
        @JsonInclude(Include.NON_EMPTY) List<Brought> brought,
        long shed,
        long refused,
        @Nullable String notice,
        @JsonInclude(Include.NON_EMPTY) List<Release> releases,
        List<End> partitions) {

    /** Lists that were left out are read back as empty. */
    public CertifiedResult {
        brought = brought == null ? List.of() : brought;
        releases = releases == null ? List.of() : releases;
    }

    /** How many pings on an item got one verdict: {@code counted} or the reason. */
    @JsonInclude(Include.NON_NULL)
    public record TallyLine(
            String campaign, String kind, @Nullable String platform, String verdict, long count) {}

    /** How many counted views of a campaign share links brought. */
    public record Brought(String campaign, long count) {}

    /** The last entry of a partition of the ledger that the result holds for. */
    public record End(int partition, long lastSequence) {}

    /** The close had been held, and somebody let it try again; who is not published. */
    public record Release(Instant at, String heldReason, String reason) {}

    public static CertifiedResult of(
            ContestDetails contest,
            Recount.Outcome outcome,
            UnrecordedPings.Sums unledgered,
            List<Release> releases,
            Instant certifiedAt) {
        var standings = Leaderboard.rank(contest, outcome.recounted());
        return new CertifiedResult(
                contest.slug(),
                contest.window().opensAt(),
                contest.window().closesAt(),
                certifiedAt,
                contest.rulesHash(),
                standings,
                outcome.recounted().rows().stream()
                        .map(row -> line(contest, row))
                        .toList(),
                brought(contest, outcome),
                unledgered.shed(),
                unledgered.refused(),
                notice(standings, unledgered.shed() + unledgered.refused()),
                releases,
                outcome.partitions().stream()
                        .map(end -> new End(end.number(), end.lastSequence()))
                        .toList());
    }

    private static List<Brought> brought(ContestDetails contest, Recount.Outcome outcome) {
        return contest.rules().score().brought() == 0
                ? List.of()
                : contest.campaigns().stream()
                        .map(campaign ->
                                new Brought(campaign.slug(), outcome.recounted().brought(campaign.number())))
                        .toList();
    }

    private static TallyLine line(ContestDetails contest, TallyRow row) {
        var platform = row.platform();
        return new TallyLine(
                contest.campaigns().get(row.campaign()).slug(),
                row.kind().jsonName(),
                platform == null ? null : platform.jsonName(),
                row.verdict().jsonName(),
                row.count());
    }

    private static @Nullable String notice(List<Leaderboard.Line> standings, long unrecorded) {
        var margin = margin(standings);
        return unrecorded > margin
                ? unrecorded + " pings were shed or refused in the window, more than the winner's margin of " + margin
                : null;
    }

    private static long margin(List<Leaderboard.Line> standings) {
        return standings.size() < 2
                ? Long.MAX_VALUE
                : standings.get(0).score() - standings.get(1).score();
    }

    /** Between the first and the second. */
    public long margin() {
        return margin(standings);
    }

    /** What was turned away in the window, in no ledger. */
    public long turnedAway() {
        return shed + refused;
    }

    public Leaderboard leaderboard() {
        return new Leaderboard(certifiedAt, true, null, null, standings);
    }

    public List<TallyLine> tallyOf(String campaign) {
        return tally.stream().filter(line -> line.campaign().equals(campaign)).toList();
    }
}
