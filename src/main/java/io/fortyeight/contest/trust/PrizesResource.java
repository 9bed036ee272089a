package io.fortyeight.contest.trust;

import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.web.http.Problems;
import io.fortyeight.web.http.SmallBody;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What there is to be won: read by everyone, stated by organizers until the window opens. */
@Path("/api/contests/{contest}/prizes")
@Produces(MediaType.APPLICATION_JSON)
@SmallBody
@Tag(name = "Trust")
public class PrizesResource {

    private final ContestDirectory directory;
    private final PrizeStore store;
    private final TrustService stating;
    private final SecurityIdentity caller;

    PrizesResource(ContestDirectory directory, PrizeStore store, TrustService stating, SecurityIdentity caller) {
        this.directory = directory;
        this.store = store;
        this.stating = stating;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What there is to be won", description = "By place; an empty list when nothing was stated")
    public Prizes show(@PathParam("contest") String slug) {
        return store.of(directory.known(slug));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(summary = "State the prizes", description = "Replaces all of them; until the window opens")
    public Prizes replace(@PathParam("contest") String slug, @Nullable NewPrizes request) {
        var contest = directory.known(slug);
        if (request == null) {
            throw Problems.badRequest("The body must be a JSON object");
        }
        stating.prizes(contest, request, caller.getPrincipal().getName());
        return store.of(contest);
    }
}
