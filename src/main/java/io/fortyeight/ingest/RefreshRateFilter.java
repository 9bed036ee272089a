package io.fortyeight.ingest;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.ingest.client.Identification;
import io.fortyeight.ingest.robots.Prefetch;
import io.fortyeight.ingest.robots.RobotsList;
import io.fortyeight.ledger.store.StampingClock;
import io.fortyeight.ledger.writer.FrozenVisitors;
import io.fortyeight.ledger.writer.Submission;
import io.fortyeight.ledger.writer.UnrecordedPings;
import io.fortyeight.ledger.writer.UnrecordedPings.Sort;
import io.fortyeight.web.http.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The rate-limit filter at the edge: it stands before the ping endpoints, finds out who sends, and sheds floods.
 *
 * <p>It does not discount: that an abnormally refreshing visitor's pings don't count is the judge's verdict, by the rules
 * card, and is recorded. Only what would fill the disk is turned away here: a visitor who is frozen already and keeps
 * hammering, and a network that sends beyond measure. Both get 429 and are summed as {@code shed}.
 */
class RefreshRateFilter {

    static final int MAX_BODY_BYTES = 8 * 1024;

    private final ContestDirectory directory;
    private final Identification identification;
    private final RobotsList robots;
    private final FloodGate gate;
    private final FrozenVisitors freezes;
    private final UnrecordedPings unledgered;
    private final StampingClock clock;

    RefreshRateFilter(
            ContestDirectory directory,
            Identification identification,
            RobotsList robots,
            FloodGate gate,
            FrozenVisitors freezes,
            UnrecordedPings unledgered,
            StampingClock clock) {
        this.directory = directory;
        this.identification = identification;
        this.robots = robots;
        this.gate = gate;
        this.freezes = freezes;
        this.unledgered = unledgered;
        this.clock = clock;
    }

    /**
     * Puts the {@link IdentifiedPing} into the request's context, for when the body has come; that fails with an
     * {@link HttpProblem} for a ping that is turned away. The endpoint waits for it and for the judge in one: for each wait of
     * its own, resuming a request would cost as much as judging it.
     */
    @Pinged
    @ServerRequestFilter
    void filter(RoutingContext routing) {
        var request = routing.request();
        IdentifiedPing.put(routing, read(routing).thenApply(ping -> identify(ping, request)));
    }

    private static CompletableFuture<PingRequest> read(RoutingContext routing) {
        return routing.request().method().equals(HttpMethod.POST)
                ? BodyReader.read(routing.request(), MAX_BODY_BYTES).thenApply(PingBody::read)
                : CompletableFuture.completedFuture(routing)
                        .thenApply(pixel -> PixelRequest.of(pixel.normalizedPath(), pixel.queryParams()));
    }

    private IdentifiedPing identify(PingRequest ping, HttpServerRequest request) {
        var contest = directory.known(ping.contest());
        var campaign = contest.knownCampaign(ping.campaign());
        PageOrigin.check(request, campaign);
        requireCompeting(campaign);
        var network = identification.network(request);
        var nowMillis = clock.millis();
        if (!gate.admitsNetwork(network, nowMillis)) {
            throw shed(contest, campaign, nowMillis, FloodGate.secondsToNextMinute(nowMillis));
        }
        var pseudonyms = identification.pseudonyms(contest);
        if (pseudonyms.isEmpty()) {
            return new IdentifiedPing(contest, campaign, ping.visitor() != null, null);
        }
        var userAgent = Identification.userAgent(request);
        var visitor = Identification.visitor(pseudonyms.get(), ping.visitor(), network, userAgent);
        shedFrozen(contest, campaign, visitor, nowMillis);
        var item = ping.kind() == Kind.VIEW || ping.platform() == null
                ? Item.view(campaign.number())
                : Item.share(campaign.number(), ping.platform());
        var robot = robots.isRobot(userAgent) || Prefetch.isPrefetch(request.headers()::get);
        return new IdentifiedPing(
                contest,
                campaign,
                ping.visitor() != null,
                new Submission(
                        contest.id(), item, visitor, pseudonyms.get().network(network), robot, ping.id(), ping.via()));
    }

    /** @throws HttpProblem 409 unless it competes */
    static void requireCompeting(CampaignDetails campaign) {
        if (!campaign.competes()) {
            throw Problems.conflict("This campaign does not compete yet: its contest requires a complete trust card");
        }
    }

    private void shedFrozen(ContestDetails contest, CampaignDetails campaign, VisitorKey visitor, long nowMillis) {
        var frozenUntilMillis = freezes.frozenUntilMillis(contest.id(), visitor);
        if (nowMillis < frozenUntilMillis && !gate.admitsFrozen(contest.id(), visitor, nowMillis)) {
            throw shed(contest, campaign, nowMillis, (frozenUntilMillis - nowMillis + 999) / 1000);
        }
    }

    private HttpProblem shed(ContestDetails contest, CampaignDetails campaign, long nowMillis, long retryAfterSeconds) {
        unledgered.add(contest.id(), campaign.number(), nowMillis, Sort.SHED);
        return Problems.tooMany("Too many pings; this one was not recorded", retryAfterSeconds);
    }
}
