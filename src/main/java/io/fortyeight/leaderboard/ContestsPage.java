package io.fortyeight.leaderboard;

import io.fortyeight.contest.ContestDirectory;
import io.fortyeight.ledger.StampingClock;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages that everyone sees: the list of contests, and each contest's leaderboard. */
@Path("/")
@Produces("text/html;charset=UTF-8")
public class ContestsPage {

    @CheckedTemplate
    static class Templates {

        private Templates() {}

        static native TemplateInstance contests(Shell shell, ContestList list);

        static native TemplateInstance contest(Shell shell, ContestView contest);

        static native TemplateInstance missing(Shell shell, String slug);
    }

    private final ContestDirectory directory;
    private final Leaderboards leaderboards;
    private final StampingClock clock;
    private final Shell shell;

    ContestsPage(ContestDirectory directory, Leaderboards leaderboards, StampingClock clock, Shell shell) {
        this.directory = directory;
        this.leaderboards = leaderboards;
        this.clock = clock;
        this.shell = shell;
    }

    @GET
    @Operation(hidden = true)
    public Response contests() {
        return page(Status.OK, Templates.contests(shell, ContestList.of(directory.all(), clock.now())));
    }

    @GET
    @Path("contests/{contest}")
    @Operation(hidden = true)
    public Response contest(@PathParam("contest") String slug) {
        var found = directory.find(slug);
        if (found.isEmpty()) {
            return page(Status.NOT_FOUND, Templates.missing(shell, slug));
        }
        var contest = found.get();
        var certificate = leaderboards.certificate(contest).orElse(null);
        var leaderboard = certificate == null ? leaderboards.now(contest) : certificate.leaderboard();
        return page(
                Status.OK, Templates.contest(shell, ContestView.of(contest, leaderboard, certificate, clock.now())));
    }

    private static Response page(Status status, TemplateInstance page) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(page)
                .build();
    }
}
