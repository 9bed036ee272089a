package io.fortyeight.ingest;

import io.fortyeight.ledger.writer.Answer;
import io.fortyeight.ledger.writer.Receipts;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Where campaign pages report views and shares. An answer means that the ping is on disk. */
@Path("/")
@Tag(name = "Pings")
public class PingResource {

    private static final int ACCEPTED = 202;

    private final PingHandover handover;
    private final Receipts receipts;

    PingResource(PingHandover handover, Receipts receipts) {
        this.handover = handover;
        this.receipts = receipts;
    }

    @POST
    @Path("api/pings")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    @Pinged
    @NonBlocking
    @ResponseStatus(ACCEPTED)
    @Operation(summary = "Report a view or a share", description = "The answer tells whether it counted, and why not")
    @RequestBody(description = "contest, campaign, kind (view or share), platform (for a share), visitor?, via?, id?")
    @APIResponse(
            responseCode = "202",
            description = "It is in the ledger",
            content = @Content(schema = @Schema(implementation = PingAnswer.class)))
    public CompletionStage<Buffer> ping(RoutingContext routing) {
        return IdentifiedPing.of(routing).thenCompose(ping -> handover.judged(ping)
                .thenApply(
                        answer -> PingAnswer.of(answer, receipt(ping, answer)).json()));
    }

    private @Nullable String receipt(IdentifiedPing ping, Answer answer) {
        return answer.isLedgered() ? receipts.of(ping.contest().id(), answer) : null;
    }
}
