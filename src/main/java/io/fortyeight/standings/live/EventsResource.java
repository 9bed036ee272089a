package io.fortyeight.standings.live;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A contest as it changes. */
@Path("/api/contests/{contest}/events")
@Produces(MediaType.SERVER_SENT_EVENTS)
@Tag(name = "Reading")
public class EventsResource {

    private final ContestDirectory directory;
    private final LiveEvents events;

    EventsResource(ContestDirectory directory, LiveEvents events) {
        this.directory = directory;
        this.events = events;
    }

    /** The answer is written by {@link LiveEvents}, the same bytes to every reader; it never completes from here. */
    @GET
    @NonBlocking
    @Operation(
            summary = "Server-sent events",
            description = "standings is the leaderboard; state has state, opensAt, closesAt and serverTime. "
                    + "Both come at once, then within 2 seconds of a change")
    public Uni<Void> events(@PathParam("contest") String slug, RoutingContext exchange) {
        var contest = contest(slug);
        events.stream(contest, exchange);
        return Uni.createFrom().nothing();
    }

    @HEAD
    @NonBlocking
    @Operation(hidden = true)
    public Response head(@PathParam("contest") String slug) {
        contest(slug);
        return Response.ok()
                .type(MediaType.SERVER_SENT_EVENTS)
                .header("Cache-Control", "no-store")
                .build();
    }

    private ContestDetails contest(String slug) {
        return directory.known(slug);
    }
}
