package io.fortyeight.desk;

import io.fortyeight.account.Roles;
import io.fortyeight.contest.ContestDirectory;
import io.fortyeight.contest.ContestPlan;
import io.fortyeight.contest.Organizing;
import io.fortyeight.contest.RobotsVersion;
import io.fortyeight.contest.RulesReader;
import io.fortyeight.counting.RulesCard;
import io.fortyeight.leaderboard.Shell;
import io.fortyeight.ledger.StampingClock;
import io.fortyeight.web.SmallBody;
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
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The form that makes a contest, or changes one that has not opened: says what it means before it is saved. */
@Path("/desk")
@Produces("text/html;charset=UTF-8")
@SmallBody
public class ContestFormPage {

    @CheckedTemplate(basePath = "desk")
    static class Templates {

        private Templates() {}

        static native TemplateInstance contestForm(
                Shell shell,
                Target target,
                ContestForm form,
                FormErrors errors,
                ContestCheck check,
                List<String> zones);
    }

    /**
     * Where the form goes.
     *
     * @param slug of the contest that is edited; null for a new one
     */
    record Target(@Nullable String slug, String save, String preview) {

        static final Target NEW = new Target(null, "/desk/contests", "/desk/new/preview");

        static Target edit(String slug) {
            var page = "/desk/contests/" + slug + "/edit";
            return new Target(slug, page, page + "/preview");
        }
    }

    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.equals("UTC") || (id.contains("/") && !id.matches("(SystemV|Etc)/.*")))
            .sorted()
            .toList();

    private final Organizing organizing;
    private final ContestDirectory directory;
    private final RobotsVersion robots;
    private final StampingClock clock;
    private final DeskAnswers answers;

    ContestFormPage(
            Organizing organizing,
            ContestDirectory directory,
            RobotsVersion robots,
            StampingClock clock,
            DeskAnswers answers) {
        this.organizing = organizing;
        this.directory = directory;
        this.robots = robots;
        this.clock = clock;
        this.answers = answers;
    }

    @GET
    @Path("new")
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(hidden = true)
    public Response fresh(@Context HttpHeaders headers) {
        return DeskAnswers.page(headers, form(headers, Target.NEW, ContestForm.fresh(), FormErrors.none()));
    }

    /** Shows what the form means; makes nothing. */
    @POST
    @Path("new/preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(hidden = true)
    public Response preview(@Context HttpHeaders headers, MultivaluedMap<String, String> posted) {
        return previewed(headers, Target.NEW, ContestForm.posted(posted));
    }

    @POST
    @Path("contests")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(hidden = true)
    public Response create(@Context HttpHeaders headers, MultivaluedMap<String, String> posted) {
        var form = ContestForm.posted(posted);
        try {
            return DeskAnswers.then(
                    "/desk/contests/" + organizing.create(form.request()).slug());
        } catch (HttpProblem problem) {
            return wrong(headers, Target.NEW, form, problem);
        }
    }

    @GET
    @Path("contests/{contest}/edit")
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(hidden = true)
    public Response stated(@Context HttpHeaders headers, @PathParam("contest") String slug) {
        return directory
                .find(slug)
                .map(contest -> DeskAnswers.page(
                        headers,
                        form(
                                headers,
                                Target.edit(slug),
                                ContestForm.of(organizing.stated(slug), contest.rules()),
                                FormErrors.none())))
                .orElseGet(() -> answers.missing(headers, slug));
    }

    @POST
    @Path("contests/{contest}/edit/preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(hidden = true)
    public Response previewEdit(
            @Context HttpHeaders headers, @PathParam("contest") String slug, MultivaluedMap<String, String> posted) {
        return previewed(headers, Target.edit(slug), ContestForm.posted(posted));
    }

    @POST
    @Path("contests/{contest}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(hidden = true)
    public Response edit(
            @Context HttpHeaders headers, @PathParam("contest") String slug, MultivaluedMap<String, String> posted) {
        if (directory.find(slug).isEmpty()) {
            return answers.missing(headers, slug);
        }
        var form = ContestForm.posted(posted);
        try {
            return DeskAnswers.then("/desk/contests/"
                    + organizing.edit(slug, stated -> form.request()).slug());
        } catch (HttpProblem problem) {
            return wrong(headers, Target.edit(slug), form, problem);
        }
    }

    private Response previewed(HttpHeaders headers, Target target, ContestForm form) {
        FormErrors errors;
        try {
            organizing.plan(form.toLookAt());
            errors = FormErrors.none();
        } catch (HttpProblem problem) {
            errors = FormErrors.of(problem);
        }
        return DeskAnswers.page(headers, form(headers, target, form, errors));
    }

    private Response wrong(HttpHeaders headers, Target target, ContestForm form, HttpProblem problem) {
        var errors = FormErrors.of(problem);
        return DeskAnswers.page(errors.status(), headers, form(headers, target, form, errors));
    }

    private TemplateInstance form(HttpHeaders headers, Target target, ContestForm form, FormErrors errors) {
        var plan = plan(form);
        var check = ContestCheck.of(
                plan, plan == null ? card(form) : plan.rules(), clock.now(), DeskAnswers.words(headers));
        return Templates.contestForm(answers.shell(), target, form, errors, check, ZONES);
    }

    private @Nullable ContestPlan plan(ContestForm form) {
        try {
            return organizing.plan(form.toLookAt());
        } catch (HttpProblem notYet) {
            return null;
        }
    }

    /** The card alone, while the window is not stated yet. */
    private @Nullable RulesCard card(ContestForm form) {
        try {
            return RulesReader.read(form.rules(), Duration.ofDays(366), robots.robots());
        } catch (HttpProblem notYet) {
            return null;
        }
    }
}
