package io.fortyeight.ingest;

import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.ingest.client.Identification;
import io.fortyeight.ledger.link.ShareLink;
import io.fortyeight.ledger.link.ShareLinks;
import io.fortyeight.ledger.store.StampingClock;
import io.fortyeight.web.http.Problems;
import io.fortyeight.web.http.PublicUrl;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where campaign pages get share links for their visitors, who are known as by their pings. */
@Path("api/links")
@Tag(name = "Share links")
public class LinksResource {

    private final ContestDirectory directory;
    private final Identification identification;
    private final FloodGate gate;
    private final ShareLinks links;
    private final StampingClock clock;
    private final PublicUrl address;

    LinksResource(
            ContestDirectory directory,
            Identification identification,
            FloodGate gate,
            ShareLinks links,
            StampingClock clock,
            PublicUrl address) {
        this.directory = directory;
        this.identification = identification;
        this.gate = gate;
        this.links = links;
        this.clock = clock;
        this.address = address;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    @Operation(
            summary = "Get a visitor's share link",
            description = "The same one each time for the same visitor, campaign and platform")
    @RequestBody(description = "contest, campaign, platform, visitor?")
    @APIResponse(
            responseCode = "200",
            description = "It can be shared",
            content = @Content(schema = @Schema(implementation = LinkAnswer.class)))
    public CompletionStage<LinkAnswer> link(RoutingContext routing) {
        var request = routing.request();
        // Taken here: where the body has come there is no current request any more.
        var below = address.of("/s/");
        return BodyReader.read(request, RefreshRateFilter.MAX_BODY_BYTES)
                .thenApply(PingBody::readLink)
                .thenCompose(share -> links.codeOf(link(share, request)))
                .thenApply(code -> new LinkAnswer(code, below + code));
    }

    private ShareLink link(PingRequest share, HttpServerRequest request) {
        var contest = directory.known(share.contest());
        var campaign = contest.knownCampaign(share.campaign());
        PageOrigin.check(request, campaign);
        RefreshRateFilter.requireCompeting(campaign);
        var platform = share.platform();
        if (platform == null) {
            throw new IllegalStateException("A missing platform went unnoticed");
        }
        var nowMillis = clock.millis();
        if (!gate.admitsLink(identification.network(request), nowMillis)) {
            throw Problems.tooMany(
                    "This network asks for too many share links", FloodGate.secondsToNextMinute(nowMillis));
        }
        var sharer = identification
                .visitor(contest, share.visitor(), request)
                .orElseThrow(() -> Problems.conflict(
                        "This contest is over and its secret is destroyed: nobody can be told apart any more"));
        return new ShareLink(contest.id(), campaign.number(), platform, sharer);
    }
}
