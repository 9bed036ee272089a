package io.fortyeight.site.desk;

import io.fortyeight.account.user.Roles;
import io.fortyeight.close.RecountAnswer;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestSummary;
import io.fortyeight.contest.rules.RobotsVersion;
import io.fortyeight.contest.rules.RulesReader;
import io.fortyeight.web.form.Form;
import io.fortyeight.web.form.FormError;
import io.fortyeight.web.http.SmallBody;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.Pages;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who would have been where by another card; and recounts by the contest's own. Changes nothing. */
@Path("/desk/contests/{contest}")
@Produces("text/html;charset=UTF-8")
@SmallBody
public class WhatIfPage {

    @CheckedTemplate(basePath = "site/desk")
    static class Templates {

        private Templates() {}

        static native TemplateInstance whatIf(PageLayout shell, ContestSummary contest, Form form);

        static native TemplateInstance recount(
                PageLayout shell,
                ContestSummary contest,
                boolean isRunning,
                boolean isWhatIf,
                @Nullable FormError problem,
                long pings,
                @Nullable RecountAnswer answer,
                @Nullable Comparison comparison);
    }

    private final ContestDirectory directory;
    private final RobotsVersion robots;
    private final WhatIfs whatIfs;
    private final Clock clock;
    private final DeskResponses answers;

    WhatIfPage(ContestDirectory directory, RobotsVersion robots, WhatIfs whatIfs, Clock clock, DeskResponses answers) {
        this.directory = directory;
        this.robots = robots;
        this.whatIfs = whatIfs;
        this.clock = clock;
        this.answers = answers;
    }

    @GET
    @Path("what-if")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(hidden = true)
    public Response form(@Context HttpHeaders headers, @PathParam("contest") String slug) {
        return directory
                .find(slug)
                .map(contest -> DeskResponses.page(
                        headers, form(headers, contest, ContestForm.ofCard(contest.rules(), Language.of(headers)))))
                .orElseGet(() -> answers.missing(headers, slug));
    }

    @POST
    @Path("what-if")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.AUDITOR)
    @Operation(hidden = true)
    public Response ask(
            @Context HttpHeaders headers, @PathParam("contest") String slug, MultivaluedMap<String, String> posted) {
        var found = directory.find(slug);
        if (found.isEmpty()) {
            return answers.missing(headers, slug);
        }
        var contest = found.get();
        var form = ContestForm.posted(posted, Language.of(headers));
        try {
            var window = contest.window();
            var length = Duration.ofMillis(window.closesAtMillis() - window.opensAtMillis());
            RulesReader.read(RulesForm.json(form), length, robots.robots());
            return Pages.to("/desk/contests/" + slug + "/recounts/" + whatIfs.start(slug, RulesForm.json(form)));
        } catch (HttpProblem problem) {
            var wrong = form.refused(problem);
            return DeskResponses.page(wrong.status(), headers, form(headers, contest, wrong));
        }
    }

    @POST
    @Path("recounts")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.AUDITOR)
    @Operation(hidden = true)
    public Response recount(@Context HttpHeaders headers, @PathParam("contest") String slug) {
        if (directory.find(slug).isEmpty()) {
            return answers.missing(headers, slug);
        }
        try {
            return Pages.to("/desk/contests/" + slug + "/recounts/" + whatIfs.start(slug, null));
        } catch (HttpProblem problem) {
            return answers.refused(headers, slug, problem);
        }
    }

    @GET
    @Path("recounts/{id}")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(hidden = true)
    public Response recounted(
            @Context HttpHeaders headers, @PathParam("contest") String slug, @PathParam("id") UUID id) {
        var contest = directory.find(slug);
        var run = whatIfs.find(slug, id);
        if (contest.isEmpty() || run.isEmpty()) {
            return answers.missing(headers, slug);
        }
        var asked = run.get();
        var answer = asked.answer();
        var problem = asked.problem();
        return DeskResponses.page(
                headers,
                Templates.recount(
                        answers.shell(),
                        new ContestSummary(contest.get(), clock.instant(), DeskResponses.words(headers)),
                        asked.isRunning(),
                        asked.card() != null,
                        problem == null ? null : Form.notice(problem, Language.of(headers)),
                        answer == null ? 0 : answer.pings(),
                        answer,
                        Comparison.of(answer)));
    }

    private TemplateInstance form(HttpHeaders headers, ContestDetails contest, Form form) {
        return Templates.whatIf(
                answers.shell(), new ContestSummary(contest, clock.instant(), DeskResponses.words(headers)), form);
    }
}
