package io.fortyeight.site.contest;

import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestSummary;
import io.fortyeight.standings.Leaderboards;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.PageText;
import io.fortyeight.web.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pages that everyone sees: the list of contests, and each contest's leaderboard, result and rules. */
@Path("/")
@Produces("text/html;charset=UTF-8")
public class ContestsPage {

    @CheckedTemplate(basePath = "site/contest")
    static class Templates {

        private Templates() {}

        static native TemplateInstance contests(PageLayout shell, ContestList list);

        static native TemplateInstance contest(PageLayout shell, ContestSummary contest, ContestView view);

        static native TemplateInstance result(PageLayout shell, ContestSummary contest, ResultView result);

        static native TemplateInstance noResult(PageLayout shell, ContestSummary contest, WaitingView waiting);

        static native TemplateInstance rules(PageLayout shell, ContestSummary contest, RulesView view);

        static native TemplateInstance missing(PageLayout shell, String slug);
    }

    private final ContestDirectory directory;
    private final Leaderboards leaderboards;
    private final Clock clock;
    private final WorkedExamples examples;
    private final PageLayout shell;

    ContestsPage(
            ContestDirectory directory,
            Leaderboards leaderboards,
            Clock clock,
            WorkedExamples examples,
            PageLayout shell) {
        this.directory = directory;
        this.leaderboards = leaderboards;
        this.clock = clock;
        this.examples = examples;
        this.shell = shell;
    }

    @GET
    @Operation(hidden = true)
    public Response contests(@Context HttpHeaders headers) {
        var speech = PageText.in(Language.of(headers), PageMessages.class);
        var list = ContestList.of(directory.all(), leaderboards::countedLately, clock.instant(), speech);
        return Pages.ok(Templates.contests(shell, list), speech.language());
    }

    @GET
    @Path("contests/{contest}")
    @Operation(hidden = true)
    public Response contest(@PathParam("contest") String slug, @Context HttpHeaders headers) {
        var speech = PageText.in(Language.of(headers), PageMessages.class);
        var found = directory.find(slug);
        if (found.isEmpty()) {
            return Pages.of(Status.NOT_FOUND, Templates.missing(shell, slug), speech.language());
        }
        var contest = found.get();
        var certificate = leaderboards.result(contest).orElse(null);
        var leaderboard = certificate == null ? leaderboards.now(contest) : certificate.leaderboard();
        var sparklines = leaderboards.sparklines(contest);
        var summary = new ContestSummary(contest, clock.instant(), speech);
        var view = ContestView.of(summary, leaderboard, certificate, sparklines, speech);
        return Pages.ok(Templates.contest(shell, summary, view), speech.language());
    }

    @GET
    @Path("contests/{contest}/result")
    @Operation(hidden = true)
    public Response result(@PathParam("contest") String slug, @Context HttpHeaders headers) {
        var speech = PageText.in(Language.of(headers), PageMessages.class);
        var found = directory.find(slug);
        if (found.isEmpty()) {
            return Pages.of(Status.NOT_FOUND, Templates.missing(shell, slug), speech.language());
        }
        var contest = found.get();
        var certificate = leaderboards.result(contest);
        var summary = new ContestSummary(contest, clock.instant(), speech);
        return Pages.ok(
                certificate.isEmpty()
                        ? Templates.noResult(shell, summary, WaitingView.of(summary, speech))
                        : Templates.result(shell, summary, ResultView.of(contest, certificate.get(), speech)),
                speech.language());
    }

    @GET
    @Path("contests/{contest}/rules")
    @Operation(hidden = true)
    public Response rules(@PathParam("contest") String slug, @Context HttpHeaders headers) {
        var speech = PageText.in(Language.of(headers), PageMessages.class);
        return directory
                .find(slug)
                .map(contest -> Pages.ok(
                        Templates.rules(
                                shell,
                                new ContestSummary(contest, clock.instant(), speech),
                                RulesView.of(contest, examples.of(contest), speech)),
                        speech.language()))
                .orElseGet(() -> Pages.of(Status.NOT_FOUND, Templates.missing(shell, slug), speech.language()));
    }
}
