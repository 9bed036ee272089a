package io.fortyeight.site.desk;

import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.api.ContestService;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.site.desk.ContestForms.Target;
import io.fortyeight.web.http.SmallBody;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.Pages;
import io.quarkiverse.resteasy.problem.HttpProblem;
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
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The form that changes a contest, until it opens. */
@Path("/desk/contests/{contest}/edit")
@Produces("text/html;charset=UTF-8")
@SmallBody
public class EditContestPage {

    private final ContestService organizing;
    private final ContestDirectory directory;
    private final ContestForms forms;
    private final DeskResponses answers;

    EditContestPage(ContestService organizing, ContestDirectory directory, ContestForms forms, DeskResponses answers) {
        this.organizing = organizing;
        this.directory = directory;
        this.forms = forms;
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(hidden = true)
    public Response stated(@Context HttpHeaders headers, @PathParam("contest") String slug) {
        return directory
                .find(slug)
                .map(contest -> forms.begun(
                        headers,
                        Target.edit(slug),
                        ContestForm.of(organizing.stated(slug), contest.rules(), Language.of(headers))))
                .orElseGet(() -> answers.missing(headers, slug));
    }

    /** By GET: it changes nothing, and is no act that the audit log should tell of. */
    @GET
    @Path("preview")
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(hidden = true)
    public Response preview(@Context HttpHeaders headers, @Context UriInfo address, @PathParam("contest") String slug) {
        return forms.previewed(
                headers, Target.edit(slug), ContestForm.posted(address.getQueryParameters(), Language.of(headers)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(hidden = true)
    public Response edit(
            @Context HttpHeaders headers, @PathParam("contest") String slug, MultivaluedMap<String, String> posted) {
        if (directory.find(slug).isEmpty()) {
            return answers.missing(headers, slug);
        }
        var form = ContestForm.posted(posted, Language.of(headers));
        try {
            return Pages.to("/desk/contests/"
                    + organizing.edit(slug, stated -> ContestForm.request(form)).slug());
        } catch (HttpProblem problem) {
            return forms.wrong(headers, Target.edit(slug), form, problem);
        }
    }
}
