package io.fortyeight.site.sharing;

import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.ingest.robots.LinkPreviews;
import io.fortyeight.ledger.link.ShareLink.Target;
import io.fortyeight.ledger.link.ShareLinks;
import io.fortyeight.web.http.PublicUrl;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageLayout;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
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

/**
 * A share link, opened. People are led to the campaign's own page, as the organizer entered it, and nowhere else; who fetches
 * the link only to show it to others gets what is to be shown.
 */
@Path("/s/{code}")
@Produces("text/html;charset=UTF-8")
public class LinkPage {

    @CheckedTemplate(basePath = "site/sharing")
    static class Templates {

        private Templates() {}

        static native TemplateInstance linkMissing(PageLayout shell);

        static native TemplateInstance preview(PageLayout shell, Preview preview);
    }

    private final ShareLinks links;
    private final UnknownCodeLimit unknownCodes;
    private final LinkPreviews previews;
    private final ContestDirectory directory;
    private final PublicUrl address;
    private final PageLayout shell;

    LinkPage(
            ShareLinks links,
            UnknownCodeLimit unknownCodes,
            LinkPreviews previews,
            ContestDirectory directory,
            PublicUrl address,
            PageLayout shell) {
        this.links = links;
        this.unknownCodes = unknownCodes;
        this.previews = previews;
        this.directory = directory;
        this.address = address;
        this.shell = shell;
    }

    @GET
    @NonBlocking
    @Operation(hidden = true)
    public CompletionStage<Response> open(@PathParam("code") String typed, @Context HttpServerRequest request) {
        // From a poster it may be typed in capitals.
        var code = typed.toLowerCase(Locale.ROOT);
        var userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        var isFetcher = userAgent != null && previews.isFetcher(userAgent);
        // Taken here: once the database was asked there is no current request any more.
        var base = isFetcher ? address.of("") : "";
        if (!links.isInMemory(code)) {
            unknownCodes.check(request);
        }
        return links.find(code).thenApply(target -> place(target)
                .map(place -> isFetcher ? preview(place, base, code, request) : redirect(place, code))
                .orElseGet(() -> missing(code, request)));
    }

    private Optional<Place> place(Optional<Target> target) {
        return target.flatMap(to -> directory
                .find(to.contestId())
                .map(contest -> new Place(contest, contest.campaigns().get(to.campaign()))));
    }

    private static Response redirect(Place place, String code) {
        return common(Status.FOUND)
                .header(HttpHeaders.LOCATION, Destination.of(place.campaign().pageUrl(), code))
                .build();
    }

    private Response preview(Place place, String base, String code, HttpServerRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        var language = accepted == null ? place.language() : Language.accepted(accepted);
        return page(Status.OK, Templates.preview(shell, Preview.of(place, base, code)), language);
    }

    private Response missing(String code, HttpServerRequest request) {
        if (ShareLinks.isWellFormed(code)) {
            unknownCodes.add(request);
        }
        return page(Status.NOT_FOUND, Templates.linkMissing(shell), Language.of(request));
    }

    /** Rendered later, where there is a current request again. */
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
