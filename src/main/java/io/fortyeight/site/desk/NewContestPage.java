package io.fortyeight.site.desk;

import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.api.ContestService;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The form that makes a contest: says what it means before it is saved. */
@Path("/desk")
@Produces("text/html;charset=UTF-8")
@SmallBody
public class NewContestPage {

    private final ContestService organizing;
    private final ContestForms forms;

    NewContestPage(ContestService organizing, ContestForms forms) {
        this.organizing = organizing;
        this.forms = forms;
    }

    @GET
    @Path("new")
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(hidden = true)
    public Response fresh(@Context HttpHeaders headers) {
        return forms.begun(headers, Target.NEW, ContestForm.fresh(Language.of(headers)));
    }

    /** By GET: it changes nothing, and is no act that the audit log should tell of. */
    @GET
    @Path("new/preview")
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(hidden = true)
    public Response preview(@Context HttpHeaders headers, @Context UriInfo address) {
        return forms.previewed(
                headers, Target.NEW, ContestForm.posted(address.getQueryParameters(), Language.of(headers)));
    }

    @POST
    @Path("contests")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(hidden = true)
    public Response create(@Context HttpHeaders headers, MultivaluedMap<String, String> posted) {
        var form = ContestForm.posted(posted, Language.of(headers));
        try {
            return Pages.to("/desk/contests/"
                    + organizing.create(ContestForm.request(form)).slug());
        } catch (HttpProblem problem) {
            return forms.wrong(headers, Target.NEW, form, problem);
        }
    }
}
