package io.fortyeight.standings.shares;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.standings.shares.ShareSums.Link;
import io.fortyeight.standings.shares.SupporterStore.Known;
import io.fortyeight.web.http.PublicUrl;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.ToLongFunction;

/** Tells a visitor what their own shares brought. */
@Singleton
public class SharerResults {

    private final VisibleShares shares;
    private final SupporterStore store;
    private final PublicUrl address;

    SharerResults(VisibleShares shares, SupporterStore store, PublicUrl address) {
        this.shares = shares;
        this.store = store;
        this.address = address;
    }

    public SharerResultsAnswer of(ContestDetails contest, CampaignDetails campaign, VisitorKey visitor) {
        var nickname = store.find(contest, visitor).map(Known::nickname).orElse(null);
        var links = shares.brought(contest, campaign, visitor);
        if (links.isEmpty()) {
            var visibility = shares.visibility(contest);
            return new SharerResultsAnswer(
                    visibility.hiddenSince(), visibility.hiddenUntil(), null, null, null, null, nickname, null);
        }
        return new SharerResultsAnswer(
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

    private SharerResultsAnswer.Link link(Link link) {
        return new SharerResultsAnswer.Link(
                link.platform().jsonName(),
                address.of("/s/" + link.code()),
                link.visits(),
                link.counted(),
                link.discounted());
    }
}
