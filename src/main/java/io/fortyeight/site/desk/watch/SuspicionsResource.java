package io.fortyeight.site.desk.watch;

import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.web.http.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Share links that stand out, as data. */
@Path("/api/contests/{contest}/suspicions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reading")
public class SuspicionsResource {

    private static final long RETRY_AFTER_SECONDS = 10;

    private final ContestDirectory directory;
    private final Suspicions suspicions;

    SuspicionsResource(ContestDirectory directory, Suspicions suspicions) {
        this.directory = directory;
        this.suspicions = suspicions;
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            summary = "Share links that stand out",
            description = "Among the 50 with most visits; no proof of anything, and nothing follows from it. "
                    + "Nothing is told while counts are hidden")
    public Suspicions.Report suspicions(@PathParam("contest") String slug) {
        return suspicions
                .of(directory.known(slug))
                .orElseThrow(() -> Problems.unavailable("What stands out can't be read now", RETRY_AFTER_SECONDS));
    }
}
