package io.fortyeight.site.desk;

import io.fortyeight.account.user.Roles;
import io.fortyeight.close.CloseRequests;
import io.fortyeight.close.rehearsal.RehearsalSettings;
import io.fortyeight.close.rehearsal.Rehearsals;
import io.fortyeight.close.rehearsal.ThisInstance;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestSummary;
import io.fortyeight.web.form.Form;
import io.fortyeight.web.form.FormFields;
import io.fortyeight.web.http.SmallBody;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.Pages;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A contest's close on the desk: ask for it, let a held one try again with a reason, recount, rehearse. */
@Path("/desk/contests/{contest}")
@Produces("text/html;charset=UTF-8")
@SmallBody
public class ClosePage {

    private static final int SHOWN = 10;
    private static final String SECONDS = "seconds";
    private static final String PINGS = "pingsPerSecond";

    private static final FormFields<DeskMessages> FIELDS = FormFields.in(DeskMessages.class)
            .field("reason", DeskMessages::reason, DeskMessages::reasonHint)
            .field(SECONDS, DeskMessages::rehearsalSeconds)
            .alias("window", SECONDS)
            .field(PINGS, DeskMessages::rehearsalPings);

    @CheckedTemplate(basePath = "site/desk")
    static class Templates {

        private Templates() {}

        static native TemplateInstance close(
                PageLayout shell,
                DeskResponses.Reader reader,
                ContestSummary contest,
                List<RehearsalView> rehearsals,
                Form form);

        static native TemplateInstance rehearsal(PageLayout shell, ContestSummary contest, RehearsalView report);
    }

    private final ContestDirectory directory;
    private final CloseRequests closes;
    private final Rehearsals rehearsals;
    private final Clock clock;
    private final DeskResponses answers;

    ClosePage(
            ContestDirectory directory,
            CloseRequests closes,
            Rehearsals rehearsals,
            Clock clock,
            DeskResponses answers) {
        this.directory = directory;
        this.closes = closes;
        this.rehearsals = rehearsals;
        this.clock = clock;
        this.answers = answers;
    }

    @GET
    @Path("close")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(hidden = true)
    public Response show(@Context HttpHeaders headers, @PathParam("contest") String slug) {
        return directory
                .find(slug)
                .map(contest -> DeskResponses.page(headers, page(headers, contest, form(Map.of(), headers))))
                .orElseGet(() -> answers.missing(headers, slug));
    }

    @POST
    @Path("close")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OPS)
    @Operation(hidden = true)
    public Response close(
            @Context HttpHeaders headers, @PathParam("contest") String slug, MultivaluedMap<String, String> posted) {
        var contest = directory.find(slug);
        if (contest.isEmpty()) {
            return answers.missing(headers, slug);
        }
        var form = form(Form.typed(posted), headers);
        try {
            closes.ask(slug, answers.callerName(), form.typed().get("reason"));
            return Pages.to("/desk/contests/" + slug + "/close");
        } catch (HttpProblem problem) {
            return wrong(headers, contest.get(), form, problem);
        }
    }

    @POST
    @Path("rehearsals")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OPS)
    @Operation(hidden = true)
    public Response rehearse(
            @Context HttpHeaders headers,
            @Context HttpServerRequest exchange,
            @PathParam("contest") String slug,
            MultivaluedMap<String, String> posted) {
        var contest = directory.find(slug);
        if (contest.isEmpty()) {
            return answers.missing(headers, slug);
        }
        var form = form(Form.typed(posted), headers);
        try {
            var report = rehearsals.start(contest.get(), settings(form), ThisInstance.address(exchange));
            return Pages.to("/desk/contests/" + slug + "/rehearsals/" + report.id());
        } catch (HttpProblem problem) {
            return wrong(headers, contest.get(), form, problem);
        }
    }

    @GET
    @Path("rehearsals/{id}")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(hidden = true)
    public Response rehearsal(
            @Context HttpHeaders headers, @PathParam("contest") String slug, @PathParam("id") UUID id) {
        var contest = directory.find(slug);
        var report = contest.flatMap(known -> rehearsals.report(known.id(), id));
        if (contest.isEmpty() || report.isEmpty()) {
            return answers.missing(headers, slug);
        }
        return DeskResponses.page(
                headers,
                Templates.rehearsal(answers.shell(), head(headers, contest.get()), RehearsalView.of(report.get())));
    }

    /** Before anything is typed, a rehearsal of the usual size. */
    private static Form form(Map<String, String> typed, HttpHeaders headers) {
        var filled = new HashMap<>(Map.of(SECONDS, "20", PINGS, "50"));
        filled.putAll(typed);
        return FIELDS.filled(filled, Language.of(headers));
    }

    private static RehearsalSettings settings(Form form) {
        var pings = form.value(PINGS).strip();
        return RehearsalSettings.read(new RehearsalSettings.Request(
                "PT" + form.value(SECONDS).strip() + "S",
                pings.matches("\\d{1,9}") ? Integer.valueOf(pings) : Integer.valueOf(0)));
    }

    private Response wrong(HttpHeaders headers, ContestDetails contest, Form form, HttpProblem problem) {
        var wrong = form.refused(problem);
        return DeskResponses.page(wrong.status(), headers, page(headers, contest, wrong));
    }

    private TemplateInstance page(HttpHeaders headers, ContestDetails contest, Form form) {
        var reports = rehearsals.newest(contest.id(), SHOWN).stream()
                .flatMap(id -> rehearsals.report(contest.id(), id).stream())
                .map(RehearsalView::of)
                .toList();
        return Templates.close(answers.shell(), answers.reader(), head(headers, contest), reports, form);
    }

    private ContestSummary head(HttpHeaders headers, ContestDetails contest) {
        return new ContestSummary(contest, clock.instant(), DeskResponses.words(headers));
    }
}
