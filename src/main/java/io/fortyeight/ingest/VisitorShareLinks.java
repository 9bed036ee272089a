package io.fortyeight.ingest;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.ingest.client.Identification;
import io.fortyeight.ingest.robots.Prefetch;
import io.fortyeight.ingest.robots.RobotsList;
import io.fortyeight.ledger.link.ShareLink;
import io.fortyeight.ledger.link.ShareLinks;
import io.fortyeight.ledger.link.ShareLinksAwayException;
import io.fortyeight.ledger.store.StampingClock;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Share links of those who come without a script: they are known by network and browser, as by the pixel. */
@Singleton
public class VisitorShareLinks {

    private static final long PATIENCE_MILLIS = 3_000;

    private final Identification identification;
    private final RobotsList robots;
    private final FloodGate gate;
    private final ShareLinks links;
    private final StampingClock clock;

    VisitorShareLinks(
            Identification identification, RobotsList robots, FloodGate gate, ShareLinks links, StampingClock clock) {
        this.identification = identification;
        this.robots = robots;
        this.gate = gate;
        this.links = links;
        this.clock = clock;
    }

    /**
     * The code of their link. Empty for robots, and whenever there can't be one now: sharing goes on without. Waits for the
     * database, for 3 s at most.
     */
    public Optional<String> codeFor(
            ContestDetails contest, CampaignDetails campaign, Platform platform, HttpServerRequest request) {
        if (!campaign.competes()
                || robots.isRobot(Identification.userAgent(request))
                || Prefetch.isPrefetch(request.headers()::get)
                || !gate.admitsLink(identification.network(request), clock.millis())) {
            return Optional.empty();
        }
        return identification
                .visitor(contest, null, request)
                .flatMap(sharer -> made(new ShareLink(contest.id(), campaign.number(), platform, sharer)));
    }

    private Optional<String> made(ShareLink link) {
        try {
            return Optional.of(links.codeOf(link)
                    .copy()
                    .orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .join());
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof ShareLinksAwayException
                    || failure.getCause() instanceof TimeoutException) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
