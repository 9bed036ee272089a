package io.fortyeight.ingest;

import io.fortyeight.ledger.store.StampingClock;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpHeaders;
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

/** Tries out a page's pings: they go the way of all pings up to the judge, who never hears of them. */
@Path("api/pings/test")
@Tag(name = "Pings")
public class TestPingsResource {

    private final StampingClock clock;

    TestPingsResource(StampingClock clock) {
        this.clock = clock;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    @Pinged
    @NonBlocking
    @Operation(
            summary = "Try out a ping",
            description = "Checked and answered like any ping, but neither judged nor recorded nor counted")
    @RequestBody(description = "As of a ping: contest, campaign, kind, platform (for a share), visitor?, via?, id?")
    @APIResponse(
            responseCode = "200",
            description = "It would go to the judge",
            content = @Content(schema = @Schema(implementation = TestPingAnswer.class)))
    public CompletionStage<TestPingAnswer> ping(RoutingContext routing) {
        return IdentifiedPing.of(routing).thenApply(ping -> answer(ping, routing));
    }

    private TestPingAnswer answer(IdentifiedPing ping, RoutingContext routing) {
        var submission = ping.submission();
        var now = clock.now();
        return new TestPingAnswer(
                "test",
                ping.contest().slug(),
                ping.campaign().slug(),
                ping.contest().stateAt(now).jsonName(),
                routing.request().getHeader(HttpHeaders.ORIGIN),
                ping.isNamed() ? "visitor" : "network",
                submission != null && submission.robot(),
                now);
    }
}
