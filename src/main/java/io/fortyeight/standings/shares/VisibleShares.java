package io.fortyeight.standings.shares;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.Visibility;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.standings.VisibleCounts;
import io.fortyeight.standings.shares.ShareSums.Branch;
import io.fortyeight.standings.shares.ShareSums.Link;
import io.fortyeight.standings.shares.ShareSums.Supporter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads what shares brought, and nothing of it while counts are hidden: then every answer is empty. No surface reads the sums
 * of credit otherwise: {@code ArchitectureTest} sees to it. What a campaign's readers all see is read once for all of them.
 */
@ApplicationScoped
public class VisibleShares {

    /** So many supporters are on the board. */
    static final int MAX_SUPPORTERS = 20;

    /** With more links than this that brought somebody, a tree is not drawn person by person. */
    static final int MAX_BRANCHES = 200;

    private static final Duration KEPT = Duration.ofSeconds(1);

    /** They add up every link of a campaign. */
    private static final Duration LINKS_KEPT = Duration.ofSeconds(3);

    private static final int MAX_KEPT = 500;

    /**
     * The links that brought somebody, and who brought the most.
     *
     * @param branches one more than are drawn when there are more
     */
    public record Links(List<Branch> branches, List<Supporter> supporters) {

        public boolean isWhole() {
            return branches.size() <= MAX_BRANCHES;
        }
    }

    private record Of(int contestId, int campaign, Visibility visibility) {}

    private final ShareSums sums;
    private final LinkVisits visits;
    private final VisibleCounts counts;
    private final Cache<Of, ShareFigures> figures =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MAX_KEPT).build();
    private final Cache<Of, Links> links = Caffeine.newBuilder()
            .expireAfterWrite(LINKS_KEPT)
            .maximumSize(MAX_KEPT)
            .build();

    VisibleShares(ShareSums sums, LinkVisits visits, VisibleCounts counts) {
        this.visits = visits;
        this.sums = sums;
        this.counts = counts;
    }

    public Visibility visibility(ContestDetails contest) {
        return counts.visibility(contest);
    }

    public Optional<ShareFigures> figures(ContestDetails contest, CampaignDetails campaign) {
        return seen(contest, () -> figures.get(of(contest, campaign), absent -> readFigures(contest, campaign)));
    }

    private ShareFigures readFigures(ContestDetails contest, CampaignDetails campaign) {
        var seen = counts.now(contest);
        var tally = seen.tally().rows().stream()
                .filter(row -> row.campaign() == campaign.number())
                .toList();
        return ShareFigures.of(seen.asOf(), tally, sums.of(contest.id(), campaign.number()));
    }

    public Optional<Links> links(ContestDetails contest, CampaignDetails campaign) {
        return seen(
                contest,
                () -> links.get(
                        of(contest, campaign),
                        absent -> new Links(
                                sums.branches(contest.id(), campaign.number(), MAX_BRANCHES + 1),
                                sums.supporters(contest.id(), campaign.number(), MAX_SUPPORTERS))));
    }

    /** What a supporter's own links brought; not kept, for nobody else asks. */
    Optional<List<Link>> brought(ContestDetails contest, CampaignDetails campaign, VisitorKey sharer) {
        return seen(contest, () -> sums.links(contest.id(), campaign.number(), sharer.toUuid()));
    }

    /** For organizers: the supporters of all campaigns. */
    Optional<List<SupportersResource.Supporter>> all(ContestDetails contest) {
        return seen(contest, () -> sums.ofContest(contest.id(), SupporterStore.MAX_LISTED));
    }

    /** The visits of the links of all campaigns; not kept, and given up after 2 s. */
    public Optional<LinkVisits.Links> visits(ContestDetails contest) {
        return seen(contest, () -> visits.links(contest));
    }

    /** Where the visits of some links come from, by the links' ids; not kept, and given up after 2 s. */
    public Optional<Map<Long, LinkVisits.Parts>> parts(ContestDetails contest, List<LinkVisits.Link> links) {
        return seen(contest, () -> visits.parts(contest, links));
    }

    /** So that who is hidden is gone at once. */
    public void forgetSupporters() {
        links.invalidateAll();
    }

    /** Asked before and after: had the hidden time begun while it was read, some of it could be in it. */
    private <T> Optional<T> seen(ContestDetails contest, Supplier<T> reading) {
        if (visibility(contest).isHiding()) {
            return Optional.empty();
        }
        var read = reading.get();
        return visibility(contest).isHiding() ? Optional.empty() : Optional.of(read);
    }

    private Of of(ContestDetails contest, CampaignDetails campaign) {
        return new Of(contest.id(), campaign.number(), visibility(contest));
    }
}
