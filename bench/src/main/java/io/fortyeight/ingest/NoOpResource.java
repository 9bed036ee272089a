package io.fortyeight.ingest;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * What a ping would cost if nothing were judged or stored: same filters, same JSON, an answer of the same size. The answer is
 * written as any endpoint's is, by Jackson.
 */
@Path("/api/pings/no-op")
public class NoOpResource {

    private static final PingAnswer ANSWER = new PingAnswer("counted", null, null, "0.123456.AAAAAAAAAAAAAAAA");

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    @Pinged
    @NonBlocking
    @ResponseStatus(202)
    public CompletionStage<PingAnswer> ping(RoutingContext routing) {
        return IdentifiedPing.of(routing).thenApply(ping -> ANSWER);
    }
}
