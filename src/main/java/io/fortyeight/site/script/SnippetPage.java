package io.fortyeight.site.script;

import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.standings.VisibleCounts;
import io.fortyeight.web.http.PublicUrl;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageLayout;
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
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What to put on a campaign's page, and whether it works there. For everyone: it tells nothing that pages don't. */
@Path("/contests/{contest}/campaigns/{campaign}/snippet")
@Produces("text/html;charset=UTF-8")
public class SnippetPage {

    @CheckedTemplate(basePath = "site/script")
    static class Templates {

        private Templates() {}

        static native TemplateInstance snippet(PageLayout shell, SnippetView view);
    }

    private final ContestDirectory directory;
    private final VisibleCounts counts;
    private final PublicUrl address;
    private final PageLayout shell;

    SnippetPage(ContestDirectory directory, VisibleCounts counts, PublicUrl address, PageLayout shell) {
        this.directory = directory;
        this.counts = counts;
        this.address = address;
        this.shell = shell;
    }

    @GET
    @Operation(hidden = true)
    public Response snippet(
            @PathParam("contest") String slug,
            @PathParam("campaign") String campaignSlug,
            @Context HttpHeaders headers) {
        var contest = directory.known(slug);
        var campaign = contest.knownCampaign(campaignSlug);
        var view = SnippetView.of(contest, campaign, address.of(""), counts.lastMinute(contest, campaign.number()));
        return Pages.ok(Templates.snippet(shell, view), Language.of(headers));
    }
}
