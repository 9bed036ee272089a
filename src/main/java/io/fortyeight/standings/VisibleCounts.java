package io.fortyeight.standings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fortyeight.contest.directory.CertifiedResults;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.Visibility;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.core.tally.Tally;
import io.fortyeight.core.tally.TallyRow;
import io.fortyeight.ledger.read.LedgerReader;
import io.fortyeight.ledger.read.LedgerReader.CreditedReader;
import io.fortyeight.ledger.read.TallyReader;
import io.fortyeight.ledger.read.TallyReader.PartitionEnd;
import io.fortyeight.ledger.store.LedgerEntry;
import io.fortyeight.ledger.store.StampingClock;
import io.fortyeight.ledger.writer.UnrecordedPings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads as much of the counts as {@link Visibility} lets be seen. No surface reads tallies, ledger, sums or results
 * otherwise: {@code ArchitectureTest} sees to it.
 */
@ApplicationScoped
public class VisibleCounts {

    /** Adding up the minutes of a long window takes far longer than reading the tally, and every reader asks for it. */
    private static final Duration KEPT = Duration.ofSeconds(1);

    private static final Duration LINES_KEPT = Duration.ofSeconds(15);

    private static final int MAX_KEPT = 1_000;
    private static final int MAX_FIRST_PINGS = 100_000;

    /**
     * A tally and what it is of.
     *
     * @param asOf that instant included
     */
    public record Counts(Tally tally, Instant asOf, Visibility visibility) {}

    /**
     * How many entries a ledger has, and what its tally comes to.
     *
     * @param ledger null while counts are hidden, as is {@code tally}
     * @param agree whether the two are equal, hidden or not
     * @param lastPingAt null when there is none
     */
    public record Totals(
            @Nullable Long ledger,
            @Nullable Long tally,
            boolean agree,
            @Nullable Instant lastPingAt) {}

    private record Limit(int contestId, long millis) {}

    private record Drawn(int contestId, Sparklines.Steps steps) {}

    /** What became of the first ping that a campaign's page sent. */
    public record FirstPing(Instant receivedAt, Verdict verdict) {}

    private record Entrant(int contestId, int campaign) {}

    private final TallyReader tallies;
    private final UnrecordedPings unledgered;
    private final LedgerReader reader;
    private final CertifiedResults results;
    /** The ledger's: by a clock that is behind it, entries from the hidden time could be taken for earlier ones. */
    private final StampingClock clock;

    private final Cache<Limit, Tally> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MAX_KEPT).build();
    private final Cache<Drawn, Sparklines> lines = Caffeine.newBuilder()
            .expireAfterWrite(LINES_KEPT)
            .maximumSize(MAX_KEPT)
            .build();

    /** A first ping stays the first one. */
    private final Cache<Entrant, FirstPing> firstPings =
            Caffeine.newBuilder().maximumSize(MAX_FIRST_PINGS).build();

    VisibleCounts(
            TallyReader tallies,
            UnrecordedPings unledgered,
            LedgerReader reader,
            CertifiedResults results,
            StampingClock clock) {
        this.tallies = tallies;
        this.unledgered = unledgered;
        this.reader = reader;
        this.results = results;
        this.clock = clock;
    }

    public Visibility visibility(ContestDetails contest) {
        return Visibility.of(contest, clock.now());
    }

    /** As of now, or of the last instant that is not hidden. Then shares are not told apart by platform. */
    public Counts now(ContestDetails contest) {
        var before = visibility(contest);
        if (before.isHiding()) {
            return lastShown(contest, before);
        }
        var tally = tallies.snapshot(contest.id()).tally();
        if (scoresBrought(contest)) {
            tallies.addBrought(contest.id(), tally);
        }
        // Asked again: had the hidden time begun meanwhile, some of it could have been read.
        var after = visibility(contest);
        return after.isHiding() ? lastShown(contest, after) : new Counts(tally, clock.now(), after);
    }

    private Counts lastShown(ContestDetails contest, Visibility visibility) {
        var asOf = visibility.notHidden(clock.now());
        var tally = kept.get(new Limit(contest.id(), asOf.toEpochMilli()), limit -> tallyAt(contest, asOf));
        return new Counts(tally, asOf, visibility);
    }

    private Tally tallyAt(ContestDetails contest, Instant at) {
        var tally = tallies.at(contest.id(), at.toEpochMilli());
        if (scoresBrought(contest)) {
            tallies.addBrought(contest.id(), at.toEpochMilli(), tally);
        }
        return tally;
    }

    /** Where it makes no difference it isn't read. */
    private static boolean scoresBrought(ContestDetails contest) {
        return contest.rules().score().brought() > 0;
    }

    /** As of an instant, that instant included, or of the last one before it that is not hidden. */
    Counts at(ContestDetails contest, Instant at) {
        var visibility = visibility(contest);
        var asOf = visibility.notHidden(at);
        return new Counts(tallyAt(contest, asOf), asOf, visibility);
    }

    /** By the contests' ids. */
    public Map<Integer, Totals> totals(List<ContestDetails> contests) {
        var read = tallies.totals(contests.stream().map(ContestDetails::id).toList());
        var totals = new HashMap<Integer, Totals>();
        for (var contest : contests) {
            var each = read.getOrDefault(contest.id(), TallyReader.Totals.NONE);
            var isHiding = visibility(contest).isHiding();
            totals.put(
                    contest.id(),
                    new Totals(
                            isHiding ? null : each.ledger(),
                            isHiding ? null : each.tally(),
                            each.ledger() == each.tally(),
                            each.lastPingAt()));
        }
        return totals;
    }

    /** When the last ping was taken, of whichever contest. */
    public Optional<Instant> lastPingAt() {
        return tallies.lastPingAt();
    }

    /** See {@link TallyReader#timeline}. */
    public List<TallyReader.Point> timeline(ContestDetails contest, int campaign, int stepMinutes) {
        return tallies.timeline(
                contest.id(),
                campaign,
                contest.window().opensAtMillis(),
                stepMinutes,
                visibility(contest).hidesFromMillis());
    }

    /** Of whole steps alone, so that no part of one is hidden; as of a few seconds ago. */
    Sparklines sparklines(ContestDetails contest) {
        var beforeMillis =
                Math.min(clock.now().toEpochMilli(), visibility(contest).hidesFromMillis());
        var steps = Sparklines.Steps.of(contest, beforeMillis);
        return steps.isLine()
                ? lines.get(
                        new Drawn(contest.id(), steps),
                        drawn -> Sparklines.of(
                                contest,
                                steps,
                                tallies.countedBySteps(contest.id(), steps.first(), steps.minutes(), steps.end())))
                : Sparklines.none();
    }

    /** The beginning of the minute in which a campaign's last ping came that is not hidden. */
    public Optional<Instant> lastMinute(ContestDetails contest, int campaign) {
        return timeline(contest, campaign, 1).stream()
                .map(point -> Instant.ofEpochMilli(point.atMillis()))
                .max(Comparator.naturalOrder());
    }

    /** How many pings for a campaign were turned away as a flood; of a hidden time only until its first minute. */
    public long shed(ContestDetails contest, int campaign) {
        return unledgered
                .ofCampaign(contest.id(), campaign, visibility(contest).hidesFromMillis())
                .shed();
    }

    /** The partitions of the ledger, by number, each up to its last entry that is committed and not hidden. */
    public List<PartitionEnd> ends(ContestDetails contest) {
        var hidesFromMillis = visibility(contest).hidesFromMillis();
        var ends = tallies.snapshot(contest.id()).partitions();
        if (hidesFromMillis == Long.MAX_VALUE) {
            return ends;
        }
        return ends.stream()
                .map(end ->
                        end.upTo(reader.firstReceivedFrom(end.partitionId(), end.lastSequence(), hidesFromMillis) - 1))
                .toList();
    }

    /** The first ping of each campaign that came by itself, not by an import, by number; as far as it may be seen. */
    public Map<Integer, FirstPing> firstPings(ContestDetails contest) {
        var found = new HashMap<Integer, FirstPing>();
        var waiting = new ArrayList<Integer>();
        for (var campaign : contest.campaigns()) {
            var known = firstPings.getIfPresent(new Entrant(contest.id(), campaign.number()));
            if (known == null) {
                waiting.add(campaign.number());
            } else {
                found.put(campaign.number(), known);
            }
        }
        if (!waiting.isEmpty()) {
            found.putAll(findFirst(contest, waiting));
        }
        return found;
    }

    private Map<Integer, FirstPing> findFirst(ContestDetails contest, List<Integer> campaigns) {
        var hidesFromMillis = visibility(contest).hidesFromMillis();
        var snapshot = tallies.snapshot(contest.id());
        var live = snapshot.partitions().stream()
                .filter(end -> end.number() == 0)
                .findFirst()
                .orElseThrow();
        var pinged = snapshot.tally().rows().stream().map(TallyRow::campaign).collect(Collectors.toSet());
        var found = new HashMap<Integer, FirstPing>();
        for (var campaign : campaigns) {
            if (pinged.contains(campaign)) {
                reader.firstOf(live, campaign, hidesFromMillis).ifPresent(entry -> {
                    var ping = entry.ping();
                    var first = new FirstPing(
                            Instant.ofEpochMilli(ping.receivedAtMillis()),
                            entry.verdict().tallied());
                    firstPings.put(new Entrant(contest.id(), campaign), first);
                    found.put(campaign, first);
                });
            }
        }
        return found;
    }

    /** See {@link LedgerReader#read}. */
    public void read(PartitionEnd end, long first, Consumer<LedgerEntry> entries) {
        reader.read(end.partitionId(), first, end.lastSequence(), entries);
    }

    /** See {@link LedgerReader#readWithCredit}. */
    void readWithCredit(PartitionEnd end, long first, CreditedReader entries) {
        reader.readWithCredit(end.partitionId(), first, end.lastSequence(), entries);
    }

    /** The certified result's JSON; empty until it is shown. */
    public Optional<String> result(ContestDetails contest) {
        return visibility(contest).showsResult() ? results.find(contest.id()) : Optional.empty();
    }
}
