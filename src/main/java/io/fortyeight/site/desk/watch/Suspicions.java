package io.fortyeight.site.desk.watch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.site.desk.watch.SuspicionRules.Spread;
import io.fortyeight.standings.shares.LinkVisits.Link;
import io.fortyeight.standings.shares.LinkVisits.Links;
import io.fortyeight.standings.shares.LinkVisits.Parts;
import io.fortyeight.standings.shares.VisibleShares;
import io.fortyeight.web.data.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which of a contest's share links stand out, by {@link SuspicionRules}, among the 50 with most visits. For people to look
 * at: nothing is decided by it.
 */
@ApplicationScoped
class Suspicions {

    private static final Logger LOG = Logger.getLogger(Suspicions.class);
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MAX_KEPT = 100;

    /**
     * What was found.
     *
     * @param hiddenSince instead of all that is hidden; null when nothing is
     * @param links that brought visits; left out, as is the median, while that is hidden
     * @param median of their visits
     */
    @JsonInclude(Include.NON_NULL)
    record Report(
            Instant asOf,
            @Nullable Instant hiddenSince,
            @Nullable Instant hiddenUntil,
            @Nullable Long links,
            @Nullable Double median,
            SuspicionRules rules,
            List<Suspicion> suspicions) {}

    private record Of(int contestId, boolean isHidden) {}

    private final VisibleShares shares;
    private final Clock clock;
    private final Cache<Of, Optional<Report>> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MAX_KEPT).build();

    Suspicions(VisibleShares shares, Clock clock) {
        this.shares = shares;
        this.clock = clock;
    }

    /** As of a few seconds ago; empty when it can't be read for now. */
    Optional<Report> of(ContestDetails contest) {
        var of = new Of(contest.id(), shares.visibility(contest).isHiding());
        var report = kept.get(of, absent -> of.isHidden() ? Optional.of(hidden(contest)) : read(contest));
        // Asked again: had the hidden time begun meanwhile, some of it could have been read.
        return of.isHidden() || !shares.visibility(contest).isHiding() ? report : Optional.of(hidden(contest));
    }

    private Report hidden(ContestDetails contest) {
        var visibility = shares.visibility(contest);
        return new Report(
                clock.instant(),
                visibility.hiddenSince(),
                visibility.hiddenUntil(),
                null,
                null,
                SuspicionRules.RULES,
                List.of());
    }

    private Optional<Report> read(ContestDetails contest) {
        try {
            var links = shares.visits(contest);
            var parts = links.flatMap(seen -> shares.parts(contest, large(seen)));
            return Optional.of(parts.isEmpty() ? hidden(contest) : report(links.get(), parts.get()));
        } catch (DatabaseException failure) {
            LOG.warnf("What stands out in %s can't be read now: %s", contest.slug(), failure.getMessage());
            return Optional.empty();
        }
    }

    private Report report(Links links, Map<Long, Parts> parts) {
        return new Report(
                clock.instant(), null, null, links.count(), links.median(), SuspicionRules.RULES, found(links, parts));
    }

    private static List<Link> large(Links links) {
        return links.largest().stream()
                .filter(link -> link.visits() >= SuspicionRules.RULES.leastForPart())
                .toList();
    }

    private static List<Suspicion> found(Links links, Map<Long, Parts> parts) {
        var rules = SuspicionRules.RULES;
        var spread = new Spread(links.count(), links.median(), links.medianDeviation(), links.meanDeviation());
        var found = new ArrayList<Suspicion>();
        for (var link : links.largest()) {
            if (rules.isFarAbove(link.visits(), spread)) {
                found.add(farAbove(link, spread.score(link.visits())));
            }
            var part = parts.get(link.id());
            if (part != null && rules.isLargePart(link.visits(), part.ofNetwork(), part.looked())) {
                found.add(part(link, "one_network", part.ofNetwork(), part.looked(), part.network(), null));
            }
            if (part != null && rules.isLargePart(link.visits(), part.ofMinute(), part.looked())) {
                found.add(part(link, "one_minute", part.ofMinute(), part.looked(), null, part.minute()));
            }
        }
        return found;
    }

    private static Suspicion farAbove(Link link, double score) {
        return new Suspicion(
                "far_above",
                link.code(),
                link.campaign(),
                link.platform(),
                link.visits(),
                Math.round(score * 10) / 10.0,
                null,
                null,
                null,
                null);
    }

    private static Suspicion part(
            Link link, String kind, long part, long of, @Nullable String network, @Nullable Instant minute) {
        return new Suspicion(
                kind, link.code(), link.campaign(), link.platform(), link.visits(), null, part, of, network, minute);
    }
}
