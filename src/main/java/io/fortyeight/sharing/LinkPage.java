package io.fortyeight.sharing;

import io.fortyeight.contest.CampaignDetails;
import io.fortyeight.contest.ContestDirectory;
import io.fortyeight.leaderboard.Shell;
import io.fortyeight.ledger.ShareLink.Target;
import io.fortyeight.ledger.ShareLinks;
import io.fortyeight.web.Language;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A share link, opened. It leads to the campaign's own page, as the organizer entered it, and nowhere else. */
@Path("/s/{code}")
@Produces("text/html;charset=UTF-8")
public class LinkPage {

    @CheckedTemplate
    static class Templates {

        private Templates() {}

        static native TemplateInstance missing(Shell shell);
    }

    private final ShareLinks links;
    private final ContestDirectory directory;
    private final Shell shell;

    LinkPage(ShareLinks links, ContestDirectory directory, Shell shell) {
        this.links = links;
        this.directory = directory;
        this.shell = shell;
    }

    @GET
    @NonBlocking
    @Operation(hidden = true)
    public CompletionStage<Response> open(@PathParam("code") String typed, @Context HttpHeaders headers) {
        // From a poster it may be typed in capitals.
        var code = typed.toLowerCase(Locale.ROOT);
        var language = Language.of(headers);
        return links.find(code).thenApply(target -> target.flatMap(this::campaign)
                .map(campaign -> redirect(campaign, code))
                .orElseGet(() -> missing(language)));
    }

    private Optional<CampaignDetails> campaign(Target target) {
        return directory.find(target.contestId()).map(contest -> contest.campaigns()
                .get(target.campaign()));
    }

    private static Response redirect(CampaignDetails campaign, String code) {
        return common(Status.FOUND)
                .header(HttpHeaders.LOCATION, Destination.of(campaign.pageUrl(), code))
                .build();
    }

    private Response missing(Language language) {
        return page(Status.NOT_FOUND, Templates.missing(shell), language);
    }

    /** Rendered later, where there is a current request: here there may be none any more. */
    private static Response page(Status status, TemplateInstance page, Language language) {
        return common(status)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .entity(page.setLocale(language.locale()))
                .build();
    }

    /** Each click must come by here, and no search engine shall offer somebody's own link to others. */
    private static ResponseBuilder common(Status status) {
        return Response.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex");
    }
}
