package io.fortyeight.desk;

import io.fortyeight.account.Roles;
import io.fortyeight.contest.ContestDirectory;
import io.fortyeight.leaderboard.Shell;
import io.fortyeight.leaderboard.VisibleCounts;
import io.fortyeight.ledger.StampingClock;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where organizers begin: all contests, and what is left to do in each. */
@Path("/desk")
@Produces("text/html;charset=UTF-8")
public class DeskPage {

    @CheckedTemplate(basePath = "desk")
    static class Templates {

        private Templates() {}

        static native TemplateInstance desk(Shell shell, DeskAnswers.Reader reader, DeskView desk);
    }

    private final ContestDirectory directory;
    private final VisibleCounts counts;
    private final StampingClock clock;
    private final DeskAnswers answers;

    DeskPage(ContestDirectory directory, VisibleCounts counts, StampingClock clock, DeskAnswers answers) {
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
                clock.now(),
                DeskAnswers.words(headers));
        return DeskAnswers.page(headers, Templates.desk(answers.shell(), answers.reader(), desk));
    }
}
