package io.fortyeight.embed;

import io.fortyeight.campaign.Race;
import io.fortyeight.campaign.Words;
import io.fortyeight.contest.ContestDirectory;
import io.fortyeight.leaderboard.Shell;
import io.fortyeight.web.Language;
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

    @CheckedTemplate
    static class Templates {

        private Templates() {}

        static native TemplateInstance box(Shell shell, BoxView box);

        static native TemplateInstance missing(Shell shell);
    }

    private final ContestDirectory directory;
    private final Glances glances;
    private final Shell shell;

    BoxPage(ContestDirectory directory, Glances glances, Shell shell) {
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
                .map(glance -> page(Status.OK, Templates.box(shell, BoxView.of(glance, Words.in(language))), language))
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
                .flatMap(glance -> Race.of(glance.leaderboard().standings(), campaign)
                        .map(race -> BoxView.of(glance, race, Words.in(language))))
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
        return Sharing.framed(answer, POLICY).build();
    }
}
