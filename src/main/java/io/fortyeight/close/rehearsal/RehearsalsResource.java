package io.fortyeight.close.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.web.http.OptionalBody;
import io.fortyeight.web.http.Problems;
import io.fortyeight.web.http.SmallBody;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tries out a close: the whole of it, in a copy of a contest. */
@Path("/api/contests/{contest}/rehearsals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Close")
@SmallBody
public class RehearsalsResource {

    private final ContestDirectory directory;
    private final Rehearsals rehearsals;
    private final RehearsalStore store;
    private final ObjectMapper json;

    RehearsalsResource(ContestDirectory directory, Rehearsals rehearsals, RehearsalStore store, ObjectMapper json) {
        this.directory = directory;
        this.rehearsals = rehearsals;
        this.store = store;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.OPS)
    @Operation(
            summary = "Rehearse the close",
            description = "In a copy of the contest, with made-up traffic. The body is optional: "
                    + "{\"window\",\"pingsPerSecond\"}")
    public Response start(
            @PathParam("contest") String slug, @Nullable String body, @Context HttpServerRequest exchange) {
        var contest = directory.known(slug);
        var request = OptionalBody.read(json, body, RehearsalSettings.Request.DEFAULTS);
        var report = rehearsals.start(contest, RehearsalSettings.read(request), ThisInstance.address(exchange));
        return Response.accepted(report)
                .location(URI.create("/api/contests/" + slug + "/rehearsals/" + report.id()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(summary = "How a rehearsal goes, or went")
    public JsonNode report(@PathParam("contest") String slug, @PathParam("id") UUID id) {
        return store.find(directory.known(slug).id(), id)
                .orElseThrow(() -> Problems.notFound("There is no such rehearsal of this contest"));
    }
}
