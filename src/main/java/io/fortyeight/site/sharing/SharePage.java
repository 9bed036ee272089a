package io.fortyeight.site.sharing;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.ingest.VisitorShareLinks;
import io.fortyeight.site.script.ShareIntents;
import io.fortyeight.web.http.PublicUrl;
import io.fortyeight.web.page.CommonMessages;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Share buttons without scripts: a link here makes the reader's own share link, and goes on to where the platform shares it, or
 * shows it. Leads to addresses of {@code share-intents.json} alone.
 */
@Path("/share/{contest}/{campaign}/{platform}")
@Produces("text/html;charset=UTF-8")
public class SharePage {

    @CheckedTemplate(basePath = "site/sharing")
    static class Templates {

        private Templates() {}

        static native TemplateInstance link(PageLayout shell, LinkView link);

        static native TemplateInstance missing(PageLayout shell);
    }

    /**
     * A link to be shared by hand.
     *
     * @param url of the campaign's page itself, when there can be no link of the reader's own
     * @param path of the link, below which are its QR codes; null when there is none
     * @param app whose users paste links into it; null when no app is meant
     */
    record LinkView(
            String contest,
            String campaign,
            String title,
            String url,
            @Nullable String path,
            @Nullable String app) {}

    private final ContestDirectory directory;
    private final VisitorShareLinks links;
    private final ShareIntents intents;
    private final ShareTexts texts;
    private final PublicUrl address;
    private final PageLayout shell;

    SharePage(
            ContestDirectory directory,
            VisitorShareLinks links,
            ShareIntents intents,
            ShareTexts texts,
            PublicUrl address,
            PageLayout shell) {
        this.directory = directory;
        this.links = links;
        this.intents = intents;
        this.texts = texts;
        this.address = address;
        this.shell = shell;
    }

    private record Place(ContestDetails contest, CampaignDetails campaign, Platform platform) {}

    @GET
    @Operation(hidden = true)
    public Response share(
            @PathParam("contest") String contest,
            @PathParam("campaign") String campaign,
            @PathParam("platform") String platform,
            @Context HttpHeaders headers,
            RoutingContext routing) {
        var language = Language.of(headers);
        var place = find(contest, campaign, platform);
        if (place.isEmpty()) {
            return Pages.of(Status.NOT_FOUND, Templates.missing(shell), language);
        }
        return share(place.get(), language, routing);
    }

    private Optional<Place> find(String contest, String campaign, String platform) {
        return directory.find(contest).flatMap(found -> found.campaign(campaign)
                .flatMap(entered -> Platform.ofJsonName(platform).map(to -> new Place(found, entered, to))));
    }

    private Response share(Place place, Language language, RoutingContext routing) {
        var contest = place.contest();
        var campaign = place.campaign();
        var path = links.codeFor(contest, campaign, place.platform(), routing.request())
                .map(code -> "/s/" + code);
        var url = path.map(address::of).orElseGet(() -> campaign.pageUrl().toString());
        var intent = intents.to(place.platform());
        return intent.addressFor(texts.of(contest, campaign, language).with(url))
                .map(Pages::to)
                .orElseGet(() -> {
                    var view = new LinkView(
                            contest.slug(),
                            campaign.slug(),
                            campaign.title(),
                            url,
                            path.orElse(null),
                            intent.isApp()
                                    ? language.messages(CommonMessages.class).platform(place.platform())
                                    : null);
                    return Pages.ok(Templates.link(shell, view), language);
                });
    }
}
