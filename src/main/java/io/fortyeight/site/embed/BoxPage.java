package io.fortyeight.site.embed;

import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.site.campaign.CampaignMessages;
import io.fortyeight.site.campaign.CampaignStanding;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.PageText;
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
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Small pages that any site may frame: a contest's standings, or one campaign's place. */
@Path("/embed/{contest}")
@Produces("text/html;charset=UTF-8")
public class BoxPage {

    private static final int MAX_AGE_SECONDS = 5;
    private static final String POLICY = "; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'";

    @CheckedTemplate(basePath = "site/embed")
    static class Templates {

        private Templates() {}

        static native TemplateInstance box(PageLayout shell, BoxView box);

        static native TemplateInstance missing(PageLayout shell);
    }

    private final ContestDirectory directory;
    private final ContestSnapshots glances;
    private final PageLayout shell;

    BoxPage(ContestDirectory directory, ContestSnapshots glances, PageLayout shell) {
        this.directory = directory;
        this.glances = glances;
        this.shell = shell;
    }

    @GET
    @Operation(hidden = true)
    public Response contest(@PathParam("contest") String slug, @Context HttpHeaders headers) {
        var language = language(headers);
        return directory
                .find(slug)
                .map(glances::at)
                .map(glance -> page(
                        Status.OK,
                        Templates.box(shell, BoxView.of(glance, PageText.in(language, CampaignMessages.class))),
                        language))
                .orElseGet(() -> page(Status.NOT_FOUND, Templates.missing(shell), language));
    }

    @GET
    @Path("{campaign}")
    @Operation(hidden = true)
    public Response campaign(
            @PathParam("contest") String slug, @PathParam("campaign") String campaign, @Context HttpHeaders headers) {
        var language = language(headers);
        return directory
                .find(slug)
                .map(glances::at)
                .flatMap(glance -> CampaignStanding.of(glance.leaderboard().standings(), campaign)
                        .map(race -> BoxView.of(glance, race, PageText.in(language, CampaignMessages.class))))
                .map(box -> page(Status.OK, Templates.box(shell, box), language))
                .orElseGet(() -> page(Status.NOT_FOUND, Templates.missing(shell), language));
    }

    /** The browser's alone: in a frame there is no cookie. */
    private static Language language(HttpHeaders headers) {
        return Language.accepted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static Response page(Status status, TemplateInstance page, Language language) {
        var answer = Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "max-age=" + MAX_AGE_SECONDS)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(page.setLocale(language.locale()));
        return EmbedHeaders.framed(answer, POLICY).build();
    }
}
