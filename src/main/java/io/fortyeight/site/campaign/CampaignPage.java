package io.fortyeight.site.campaign;

import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestSummary;
import io.fortyeight.site.supporters.SharesView;
import io.fortyeight.site.supporters.SharesViews;
import io.fortyeight.site.trust.TrustCards;
import io.fortyeight.site.trust.TrustView;
import io.fortyeight.web.http.PublicUrl;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.PageText;
import io.fortyeight.web.page.Pages;
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
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A campaign's own page, where its supporters wait. */
@Path("/contests/{contest}/campaigns/{campaign}")
@Produces("text/html;charset=UTF-8")
public class CampaignPage {

    @CheckedTemplate(basePath = "site/campaign")
    static class Templates {

        private Templates() {}

        static native TemplateInstance campaign(
                PageLayout shell, ContestSummary contest, CampaignView view, TrustView trust, SharesView shares);

        static native TemplateInstance missing(PageLayout shell, String contest, String name);

        static native TemplateInstance missingContest(PageLayout shell);
    }

    private final ContestDirectory directory;
    private final CampaignCounts counts;
    private final TrustCards trustCards;
    private final SharesViews shares;
    private final Clock clock;
    private final PublicUrl address;
    private final PageLayout shell;

    CampaignPage(
            ContestDirectory directory,
            CampaignCounts counts,
            TrustCards trustCards,
            SharesViews shares,
            Clock clock,
            PublicUrl address,
            PageLayout shell) {
        this.directory = directory;
        this.counts = counts;
        this.trustCards = trustCards;
        this.shares = shares;
        this.clock = clock;
        this.address = address;
        this.shell = shell;
    }

    @GET
    @Operation(hidden = true)
    public Response campaign(
            @PathParam("contest") String contestSlug,
            @PathParam("campaign") String slug,
            @Context HttpHeaders headers) {
        var language = Language.of(headers);
        var found = directory.find(contestSlug);
        if (found.isEmpty()) {
            return Pages.of(Status.NOT_FOUND, Templates.missingContest(shell), language);
        }
        var campaign = found.get().campaign(slug);
        if (campaign.isEmpty()) {
            var missing = Templates.missing(shell, contestSlug, found.get().name());
            return Pages.of(Status.NOT_FOUND, missing, language);
        }
        var read = counts.of(found.get(), campaign.get());
        // Others may have entered while the counts were read.
        var contest = directory.known(contestSlug);
        var text = PageText.in(language, CampaignMessages.class);
        var summary = new ContestSummary(contest, clock.instant(), text);
        var view = CampaignView.of(contest, campaign.get(), read, summary.at(), text, address);
        var trust = trustCards.of(contest, campaign.get(), read.leaderboard(), language);
        var brought = shares.of(contest, campaign.get(), language);
        return Pages.of(Status.OK, Templates.campaign(shell, summary, view, trust, brought), language);
    }
}
