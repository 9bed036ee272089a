package io.fortyeight.standings.shares;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.core.counting.Platform;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the shares of a campaign brought, for everyone. */
@Path("/api/contests/{contest}/campaigns/{campaign}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sharing")
public class SharesResource {

    private final ContestDirectory directory;
    private final VisibleShares shares;
    private final Clock clock;

    SharesResource(ContestDirectory directory, VisibleShares shares, Clock clock) {
        this.directory = directory;
        this.shares = shares;
        this.clock = clock;
    }

    @GET
    @Path("shares")
    @Operation(
            summary = "What the shares of a campaign brought",
            description = "By generation, platform and hour; at most a second old. Nothing while counts are hidden")
    public SharesAnswer shares(@PathParam("contest") String slug, @PathParam("campaign") String campaignSlug) {
        var contest = directory.known(slug);
        return shares.figures(contest, contest.knownCampaign(campaignSlug))
                .map(SharesAnswer::of)
                .orElseGet(() -> SharesAnswer.hidden(shares.visibility(contest), clock.instant()));
    }

    @GET
    @Path("supporters")
    @Operation(
            summary = "Who brought the most counted views to a campaign",
            description = "By nickname, if they chose one. Nobody while counts are hidden")
    public SupportersAnswer supporters(@PathParam("contest") String slug, @PathParam("campaign") String campaignSlug) {
        var contest = directory.known(slug);
        return shares.links(contest, contest.knownCampaign(campaignSlug))
                .map(links -> answer(SupporterBoard.of(links.supporters())))
                .orElseGet(() -> hidden(contest));
    }

    private static SupportersAnswer answer(SupporterBoard board) {
        return new SupportersAnswer(
                null, null, board.lines().stream().map(SharesResource::line).toList());
    }

    private static SupportersAnswer.Line line(SupporterBoard.Line line) {
        return new SupportersAnswer.Line(
                line.place(),
                line.nickname(),
                line.platforms().stream().map(Platform::jsonName).toList(),
                line.visits(),
                line.counted());
    }

    private SupportersAnswer hidden(ContestDetails contest) {
        var visibility = shares.visibility(contest);
        return new SupportersAnswer(visibility.hiddenSince(), visibility.hiddenUntil(), List.of());
    }
}
