package io.fortyeight.close;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.tally.TallyRow;
import io.fortyeight.ledger.recount.Recount;
import io.fortyeight.ledger.writer.UnrecordedPings;
import io.fortyeight.standings.Leaderboard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The certified result of a contest, as published.
 *
 * @param brought counted views that share links brought, where they score
 * @param shed pings in the window that were turned away as a flood, unrecorded
 * @param refused pings in the window that were answered 503, unrecorded
 * @param notice said when shed and refused pings together exceed the winner's margin: they might have changed the order
 * @param releases left out when the close was never held
 * @param partitions up to where in the ledger the result holds; what comes later is late
 */
@JsonInclude(Include.NON_NULL)
record CertifiedResult(
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

    /** How many pings on an item got one verdict: {@code counted} or the reason. */
    @JsonInclude(Include.NON_NULL)
    record TallyLine(String campaign, String kind, @Nullable String platform, String verdict, long count) {}

    /** How many counted views of a campaign share links brought. */
    record Brought(String campaign, long count) {}

    /** The last entry of a partition of the ledger that the result holds for. */
    record End(int partition, long lastSequence) {}

    /** The close had been held, and somebody let it try again; who is not published. */
    record Release(Instant at, String heldReason, String reason) {}

    static CertifiedResult of(
            ContestDetails contest,
            Recount.Outcome outcome,
            UnrecordedPings.Sums unledgered,
            List<CloseReleases.Release> releases,
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
                releases.stream()
                        .map(release -> new Release(release.at(), release.heldReason(), release.reason()))
                        .toList(),
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
        if (standings.size() < 2) {
            return null;
        }
        var margin = standings.get(0).score() - standings.get(1).score();
        return unrecorded > margin
                ? unrecorded + " pings were shed or refused in the window, more than the winner's margin of " + margin
                : null;
    }
}
