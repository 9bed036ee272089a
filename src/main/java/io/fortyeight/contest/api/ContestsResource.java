package io.fortyeight.contest.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.web.http.Problems;
import io.fortyeight.web.http.SmallBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contests and campaigns: read by everyone, changed by organizers. */
@Path("/api/contests")
@Produces(MediaType.APPLICATION_JSON)
@SmallBody
public class ContestsResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final ContestDirectory directory;
    private final ContestService organizing;
    private final ContestPatch patches;
    private final Clock clock;

    ContestsResource(ContestDirectory directory, ContestService organizing, ContestPatch patches, Clock clock) {
        this.directory = directory;
        this.organizing = organizing;
        this.patches = patches;
        this.clock = clock;
    }

    /** A campaign that has entered, with every web origin that may ping for it. */
    public record CampaignAnswer(String slug, String title, String pageUrl, List<String> origins) {}

    /** The newest window first; without rehearsals, which are nobody's but the organizers'. */
    @GET
    public List<ContestAnswer> list() {
        var now = clock.instant();
        return directory.all().stream()
                .filter(contest -> !contest.isRehearsal())
                .map(contest -> ContestAnswer.of(contest, now))
                .toList();
    }

    @GET
    @Path("{contest}")
    public ContestAnswer show(@PathParam("contest") String contest) {
        return answer(directory.find(contest).orElseThrow(() -> ContestService.unknown(contest)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ORGANIZER)
    public Response create(@Nullable NewContest request) {
        var contest = organizing.create(required(request));
        return Response.created(URI.create("/api/contests/" + contest.slug()))
                .entity(answer(contest))
                .build();
    }

    /** Until the window opens. Same fields as at creation, all optional; null takes an optional one away. */
    @PATCH
    @Path("{contest}")
    @Consumes({MediaType.APPLICATION_JSON, MERGE_PATCH})
    @RolesAllowed(Roles.ORGANIZER)
    public ContestAnswer edit(@PathParam("contest") String contest, @Nullable JsonNode patch) {
        return answer(organizing.edit(contest, stated -> patches.apply(stated, patch)));
    }

    /** Until the window closes; in a past contest until its close begins. */
    @POST
    @Path("{contest}/campaigns")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ORGANIZER)
    public Response enter(@PathParam("contest") String contest, @Nullable NewCampaign request) {
        var campaign = organizing.enter(contest, required(request));
        return Response.created(URI.create("/api/contests/" + contest + "/campaigns/" + campaign.slug()))
                .entity(new CampaignAnswer(
                        campaign.slug(),
                        campaign.title(),
                        campaign.pageUrl().toString(),
                        List.copyOf(campaign.origins())))
                .build();
    }

    private ContestAnswer answer(ContestDetails contest) {
        return ContestAnswer.of(contest, clock.instant());
    }

    private static <T> T required(@Nullable T request) {
        if (request == null) {
            throw Problems.badRequest("The body must be a JSON object");
        }
        return request;
    }
}
