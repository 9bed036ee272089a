package io.fortyeight.site.desk.watch;

import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestSummary;
import io.fortyeight.site.desk.DeskMessages;
import io.fortyeight.site.desk.DeskResponses;
import io.fortyeight.standings.VisibleCounts;
import io.fortyeight.web.page.PageLayout;
import io.fortyeight.web.page.PageText;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What becomes of a contest's pings: verdicts by campaign and over time, who sends most, and which share links stand out. */
@Path("/desk/contests/{contest}/watch")
@Produces("text/html;charset=UTF-8")
public class WatchPage {

    private static final int MAX_STEPS = 48;
    private static final List<Integer> STEPS_MINUTES = List.of(1, 5, 15, 30, 60, 180, 360, 720, 1440, 10_080);

    @CheckedTemplate(basePath = "site/desk")
    static class Templates {

        private Templates() {}

        static native TemplateInstance watch(
                PageLayout shell,
                ContestSummary contest,
                VerdictTable sums,
                @Nullable Timeline timeline,
                TopSenders.@Nullable Report busiest,
                @Nullable SuspicionsView suspicions);
    }

    /**
     * One campaign over time.
     *
     * @param data where its points are
     * @param step between them, ISO-8601
     * @param span the same in words
     */
    record Timeline(String campaign, List<Choice> choices, String data, String step, String span, VerdictTable table) {}

    /** A campaign that can be looked at. */
    record Choice(String slug, String title, boolean isChosen) {}

    private final ContestDirectory directory;
    private final VisibleCounts counts;
    private final TopSenders busiest;
    private final Suspicions suspicions;
    private final Clock clock;
    private final DeskResponses answers;

    WatchPage(
            ContestDirectory directory,
            VisibleCounts counts,
            TopSenders busiest,
            Suspicions suspicions,
            Clock clock,
            DeskResponses answers) {
        this.directory = directory;
        this.counts = counts;
        this.busiest = busiest;
        this.suspicions = suspicions;
        this.clock = clock;
        this.answers = answers;
    }

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @Operation(hidden = true)
    public Response watch(
            @Context HttpHeaders headers,
            @PathParam("contest") String slug,
            @QueryParam("campaign") @Nullable String campaign) {
        return directory
                .find(slug)
                .map(contest -> DeskResponses.page(headers, page(headers, contest, campaign)))
                .orElseGet(() -> answers.missing(headers, slug));
    }

    private TemplateInstance page(HttpHeaders headers, ContestDetails contest, @Nullable String campaign) {
        var words = DeskResponses.words(headers);
        var tally = counts.now(contest).tally().rows();
        // Campaigns may have entered while the tally was read.
        var current = directory.find(contest.id()).orElse(contest);
        var chosen = current.campaign(campaign == null ? "" : campaign)
                .or(() -> current.campaigns().stream().findFirst());
        return Templates.watch(
                answers.shell(),
                new ContestSummary(current, clock.instant(), words),
                VerdictTable.byCampaign(current, tally),
                chosen.map(each -> timeline(current, each, words)).orElse(null),
                busiest.of(current),
                suspicions
                        .of(current)
                        .map(report -> SuspicionsView.of(current, report, words))
                        .orElse(null));
    }

    private Timeline timeline(ContestDetails contest, CampaignDetails chosen, PageText<DeskMessages> words) {
        var minutes = stepMinutes(contest);
        var step = Duration.ofMinutes(minutes);
        return new Timeline(
                chosen.title(),
                contest.campaigns().stream()
                        .map(each -> new Choice(
                                each.slug(), each.title(), each.slug().equals(chosen.slug())))
                        .toList(),
                "/api/contests/" + contest.slug() + "/campaigns/" + chosen.slug() + "/timeline?step=" + step,
                step.toString(),
                words.span(step),
                VerdictTable.byTime(contest, counts.timeline(contest, chosen.number(), minutes), words));
    }

    private static int stepMinutes(ContestDetails contest) {
        var window = contest.window();
        var minutes = Duration.ofMillis(window.closesAtMillis() - window.opensAtMillis())
                .toMinutes();
        return STEPS_MINUTES.stream()
                .filter(step -> minutes / step <= MAX_STEPS)
                .findFirst()
                .orElse(STEPS_MINUTES.get(STEPS_MINUTES.size() - 1));
    }
}
