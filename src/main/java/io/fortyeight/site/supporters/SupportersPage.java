package io.fortyeight.site.supporters;

import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.standings.shares.Moderation;
import io.fortyeight.standings.shares.SupportersResource.Supporter;
import io.fortyeight.web.form.Form;
import io.fortyeight.web.form.FormFields;
import io.fortyeight.web.http.Problems;
import io.fortyeight.web.http.SmallBody;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.PageText;
import io.fortyeight.web.page.Pages;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where organizers hide and rename supporters, by plain forms. */
@Path("/desk/contests/{contest}/supporters")
@Produces("text/html;charset=UTF-8")
@RolesAllowed(Roles.ORGANIZER)
@SmallBody
public class SupportersPage {

    @CheckedTemplate(basePath = "site/supporters")
    static class Templates {

        private Templates() {}

        static native TemplateInstance supporters(
                PageLayout shell,
                ContestDetails contest,
                List<Supporter> supporters,
                PageText<SupporterMessages> words,
                Form form);
    }

    private static final FormFields<SupporterMessages> FIELDS =
            FormFields.in(SupporterMessages.class).field("nickname", SupporterMessages::nickname);

    private final ContestDirectory directory;
    private final Moderation moderation;
    private final PageLayout shell;

    SupportersPage(ContestDirectory directory, Moderation moderation, PageLayout shell) {
        this.directory = directory;
        this.moderation = moderation;
        this.shell = shell;
    }

    @GET
    @Operation(hidden = true)
    public Response list(@PathParam("contest") String slug, @Context HttpHeaders headers) {
        return page(directory.known(slug), FIELDS.empty(Language.of(headers)));
    }

    /**
     * One act on one supporter.
     *
     * @param act {@code hide}, {@code show} or {@code rename}
     * @param nickname for {@code rename}; the empty one takes it away
     */
    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(
            @PathParam("contest") String slug,
            @PathParam("id") long id,
            @FormParam("act") @Nullable String act,
            @FormParam("nickname") @Nullable String nickname,
            @Context HttpHeaders headers) {
        var contest = directory.known(slug);
        var language = Language.of(headers);
        try {
            if ("rename".equals(act)) {
                moderation.change(contest, id, null, nickname == null ? "" : nickname);
            } else if ("hide".equals(act) || "show".equals(act)) {
                moderation.change(contest, id, "hide".equals(act), null);
            } else {
                throw Problems.invalid("act", "must be hide, show or rename");
            }
        } catch (HttpProblem problem) {
            return page(contest, FIELDS.empty(language).refused(problem));
        }
        return Pages.to("/desk/contests/" + slug + "/supporters");
    }

    private Response page(ContestDetails contest, Form form) {
        var page = Templates.supporters(
                shell, contest, moderation.list(contest), PageText.in(form.language(), SupporterMessages.class), form);
        return Pages.of(form.status(), page, form.language());
    }
}
