package io.fortyeight.site.sharing;

import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.web.form.Form;
import io.fortyeight.web.form.FormPart;
import io.fortyeight.web.http.SmallBody;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.LocaleFormat;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where organizers write what shares say, by a plain form. */
@Path("/desk/contests/{contest}/campaigns/{campaign}/share-text")
@Produces("text/html;charset=UTF-8")
@RolesAllowed(Roles.ORGANIZER)
@SmallBody
public class ShareTextPage {

    @CheckedTemplate(basePath = "site/sharing")
    static class Templates {

        private Templates() {}

        static native TemplateInstance form(
                PageLayout shell,
                ContestDetails contest,
                CampaignDetails campaign,
                Form form,
                List<Part> parts,
                boolean isSaved);
    }

    /**
     * What is written in one language.
     *
     * @param language what the reader calls it
     * @param usual what is said where a field is empty
     */
    record Part(String tag, String language, FormPart fields, ShareText usual) {}

    private final ContestDirectory directory;
    private final ShareTexts texts;
    private final PageLayout shell;

    ShareTextPage(ContestDirectory directory, ShareTexts texts, PageLayout shell) {
        this.directory = directory;
        this.texts = texts;
        this.shell = shell;
    }

    @GET
    @Operation(hidden = true)
    public Response show(
            @PathParam("contest") String slug,
            @PathParam("campaign") String campaignSlug,
            @QueryParam("saved") @Nullable String saved,
            @Context HttpHeaders headers) {
        var language = Language.of(headers);
        var contest = directory.known(slug);
        var campaign = contest.knownCampaign(campaignSlug);
        var form = ShareTextForm.of(texts.own(contest, campaign), language);
        return page(contest, campaign, form, saved != null);
    }

    /** Sent on to the page itself, so that loading it again sends nothing twice. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response save(
            @PathParam("contest") String slug,
            @PathParam("campaign") String campaignSlug,
            MultivaluedMap<String, String> sent,
            @Context HttpHeaders headers) {
        var contest = directory.known(slug);
        var campaign = contest.knownCampaign(campaignSlug);
        var form = ShareTextForm.posted(Form.typed(sent), Language.of(headers));
        try {
            texts.replace(contest, campaign, ShareTextReader.read(ShareTextForm.stated(form)));
        } catch (HttpProblem problem) {
            return page(contest, campaign, form.refused(problem), false);
        }
        texts.forget(contest, campaign);
        return Pages.to("/desk/contests/" + slug + "/campaigns/" + campaignSlug + "/share-text?saved=1");
    }

    private Response page(ContestDetails contest, CampaignDetails campaign, Form form, boolean isSaved) {
        var reader = form.language();
        var parts = Arrays.stream(Language.values())
                .map(each -> new Part(
                        each.tag(),
                        LocaleFormat.in(reader).name(each),
                        new FormPart(form, each.tag()),
                        ShareTexts.usual(contest, campaign, each)))
                .toList();
        return Pages.of(form.status(), Templates.form(shell, contest, campaign, form, parts, isSaved), reader);
    }
}
