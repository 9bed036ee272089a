package io.fortyeight.ingest;

import io.fortyeight.web.http.Problems;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Counts a view for pages without scripts: a picture that is never cached, whatever the request says it accepts. */
@Path("/p/{contest}/{campaign}.gif")
@Tag(name = "Pings")
public class PixelResource {

    private static final int OK = 200;

    private final PingHandover handover;

    PixelResource(PingHandover handover) {
        this.handover = handover;
    }

    @GET
    @Pinged
    @NonBlocking
    @Operation(summary = "Report a view by showing a picture", description = "X-Fortyeight-Verdict tells the verdict")
    public CompletionStage<Response> view(RoutingContext routing) {
        return IdentifiedPing.of(routing)
                .thenCompose(handover::judged)
                .thenApply(
                        answer -> Pixel.answer(OK, answer.verdict().jsonName()).build())
                .exceptionally(failure -> Pixel.refused(Problems.of(failure)));
    }

    /** Tells what the picture would be; nobody sees it, so nothing is counted. */
    @HEAD
    @NonBlocking
    @Operation(hidden = true)
    public Response head() {
        return Pixel.answer(OK, "none").build();
    }
}
