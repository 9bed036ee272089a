package io.fortyeight.supporters;

import io.fortyeight.contest.CampaignDetails;
import io.fortyeight.contest.ContestDetails;
import io.fortyeight.counting.VisitorKey;
import io.fortyeight.supporters.ShareSums.Link;
import io.fortyeight.supporters.SupporterStore.Known;
import io.fortyeight.web.OwnAddress;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.ToLongFunction;

/** Tells a visitor what their own shares brought. */
@Singleton
class Brought {

    private final VisibleShares shares;
    private final SupporterStore store;
    private final OwnAddress address;

    Brought(VisibleShares shares, SupporterStore store, OwnAddress address) {
        this.shares = shares;
        this.store = store;
        this.address = address;
    }

    BroughtAnswer of(ContestDetails contest, CampaignDetails campaign, VisitorKey visitor) {
        var nickname = store.find(contest, visitor).map(Known::nickname).orElse(null);
        var links = shares.brought(contest, campaign, visitor);
        if (links.isEmpty()) {
            var visibility = shares.visibility(contest);
            return new BroughtAnswer(
                    visibility.hiddenSince(), visibility.hiddenUntil(), null, null, null, null, nickname, null);
        }
        return new BroughtAnswer(
                null,
                null,
                (int) links.get().stream().filter(link -> link.visits() > 0).count(),
                sum(links.get(), Link::visits),
                sum(links.get(), Link::counted),
                sum(links.get(), Link::discounted),
                nickname,
                links.get().stream().map(this::link).toList());
    }

    private static long sum(List<Link> links, ToLongFunction<Link> part) {
        return links.stream().mapToLong(part).sum();
    }

    private BroughtAnswer.Link link(Link link) {
        return new BroughtAnswer.Link(
                link.platform().wire(),
                address.of("/s/" + link.code()),
                link.visits(),
                link.counted(),
                link.discounted());
    }
}
