package io.fortyeight.ingest;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.ledger.writer.Submission;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A ping that has passed the filter: known contest and campaign, allowed origin, and who sent it, as keys.
 *
 * @param isNamed whether the page said who it is; else network and user agent stand for the visitor
 * @param submission what the judge gets; null when the contest's secret is gone, so that nobody can be told apart any more
 */
record IdentifiedPing(
        ContestDetails contest,
        CampaignDetails campaign,
        boolean isNamed,
        @Nullable Submission submission) {

    private static final String KEY = IdentifiedPing.class.getName();

    static void put(RoutingContext routing, CompletableFuture<IdentifiedPing> ping) {
        routing.put(KEY, ping);
    }

    /** What the filter has found out, or will when the body has come. */
    static CompletableFuture<IdentifiedPing> of(RoutingContext routing) {
        return routing.get(KEY);
    }
}
