package io.fortyeight.site.desk;

import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.api.ContestService;
import io.fortyeight.contest.api.NewCampaign;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestSummary;
import io.fortyeight.site.trust.TrustCards;
import io.fortyeight.standings.VisibleCounts;
import io.fortyeight.web.form.Form;
import io.fortyeight.web.form.FormFields;
import io.fortyeight.web.form.Wording;
import io.fortyeight.web.http.PublicUrl;
import io.fortyeight.web.http.SmallBody;
import io.fortyeight.web.page.CommonMessages;
import io.fortyeight.web.page.Language;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A contest's campaigns: enter them, copy what their pages need, and see the first ping of each arrive. */
@Path("/desk/contests/{contest}")
@Produces("text/html;charset=UTF-8")
@SmallBody
public class ContestDeskPage {

    @CheckedTemplate(basePath = "site/desk")
    static class Templates {

        private Templates() {}

        static native TemplateInstance contest(
                PageLayout shell,
                DeskResponses.Reader reader,
                ContestSummary contest,
                List<CampaignCard> campaigns,
                boolean isWaiting,
                Form form);
    }

    private static final FormFields<DeskMessages> FIELDS = FormFields.in(DeskMessages.class)
            .worded(
                    "title",
                    Wording.of(CommonMessages.class, CommonMessages::title),
                    Wording.of(DeskMessages.class, DeskMessages::campaignTitleHint))
            .field("slug", DeskMessages::slug, DeskMessages::slugHint)
            .field("pageUrl", DeskMessages::pageUrl, DeskMessages::pageUrlHint)
            .field("origins", DeskMessages::origins, DeskMessages::originsHint);

    private final ContestDirectory directory;
    private final ContestService organizing;
    private final VisibleCounts counts;
    private final Clock clock;
    private final TrustCards trust;
    private final PublicUrl address;
    private final DeskResponses answers;

    ContestDeskPage(
            ContestDirectory directory,
            ContestService organizing,
            VisibleCounts counts,
            Clock clock,
            TrustCards trust,
            PublicUrl address,
            DeskResponses answers) {
        this.directory = directory;
        this.organizing = organizing;
        this.counts = counts;
        this.clock = clock;
        this.trust = trust;
        this.address = address;
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @Operation(hidden = true)
    public Response contest(@Context HttpHeaders headers, @PathParam("contest") String slug) {
        return directory
                .find(slug)
                .map(contest -> DeskResponses.page(headers, page(headers, contest, FIELDS.empty(Language.of(headers)))))
                .orElseGet(() -> answers.missing(headers, slug));
    }

    @POST
    @Path("campaigns")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(hidden = true)
    public Response enter(
            @Context HttpHeaders headers, @PathParam("contest") String slug, MultivaluedMap<String, String> posted) {
        var contest = directory.find(slug);
        if (contest.isEmpty()) {
            return answers.missing(headers, slug);
        }
        var form = FIELDS.filled(Form.typed(posted), Language.of(headers));
        try {
            var campaign = organizing.enter(slug, request(form));
            return Pages.to("/desk/contests/" + slug + "#campaign-" + campaign.slug());
        } catch (HttpProblem problem) {
            var wrong = form.refused(problem);
            return DeskResponses.page(wrong.status(), headers, page(headers, contest.get(), wrong));
        }
    }

    /** Origins stand one to a line, or parted by spaces. */
    private static NewCampaign request(Form form) {
        return new NewCampaign(
                form.text("slug"),
                form.text("title"),
                form.text("pageUrl"),
                Arrays.stream(form.value("origins").split("[\\s,]+"))
                        .filter(origin -> !origin.isEmpty())
                        .<@Nullable String>map(origin -> origin)
                        .toList());
    }

    private TemplateInstance page(HttpHeaders headers, ContestDetails contest, Form form) {
        var words = DeskResponses.words(headers);
        var head = new ContestSummary(contest, clock.instant(), words);
        var campaigns =
                CampaignCard.of(contest, counts.firstPings(contest), trust.complete(contest), address.of(""), words);
        var isWaiting = !contest.past()
                && !head.isFinal()
                && head.hidden() == null
                && campaigns.stream().anyMatch(campaign -> campaign.first() == null);
        return Templates.contest(answers.shell(), answers.reader(), head, campaigns, isWaiting, form);
    }
}
