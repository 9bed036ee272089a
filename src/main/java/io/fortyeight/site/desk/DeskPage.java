package io.fortyeight.site.desk;

import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.standings.VisibleCounts;
import io.fortyeight.web.page.PageLayout;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where organizers begin: all contests, and what is left to do in each. */
@Path("/desk")
@Produces("text/html;charset=UTF-8")
public class DeskPage {

    @CheckedTemplate(basePath = "site/desk")
    static class Templates {

        private Templates() {}

        static native TemplateInstance desk(PageLayout shell, DeskResponses.Reader reader, DeskView desk);
    }

    private final ContestDirectory directory;
    private final VisibleCounts counts;
    private final Clock clock;
    private final DeskResponses answers;

    DeskPage(ContestDirectory directory, VisibleCounts counts, Clock clock, DeskResponses answers) {
        this.directory = directory;
        this.counts = counts;
        this.clock = clock;
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @Operation(hidden = true)
    public Response desk(@Context HttpHeaders headers) {
        var desk = DeskView.of(
                List.copyOf(directory.all()),
                contest -> counts.now(contest).tally().rows(),
                clock.instant(),
                DeskResponses.words(headers));
        return DeskResponses.page(headers, Templates.desk(answers.shell(), answers.reader(), desk));
    }
}
