package io.fortyeight.site.script;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.standings.Leaderboards;
import io.fortyeight.standings.result.Leaderboard;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * A campaign's numbers for all the readers of its page. However many ask, the standings of a contest are read once in
 * {@link #KEPT}; and an answer may be kept on the way for as long.
 */
@Path("/api/contests/{contest}/campaigns/{campaign}/live")
@Tag(name = "Reading")
public class LiveNumbersResource {

    static final Duration KEPT = Duration.ofSeconds(2);

    private static final int MAX_KEPT = 1_000;

    private final ContestDirectory directory;
    private final Leaderboards leaderboards;
    private final Clock clock;
    private final AsyncCache<Integer, Leaderboard> kept = Caffeine.newBuilder()
            .executor(Infrastructure.getDefaultExecutor())
            .expireAfterWrite(KEPT)
            .maximumSize(MAX_KEPT)
            .buildAsync();

    LiveNumbersResource(ContestDirectory directory, Leaderboards leaderboards, Clock clock) {
        this.directory = directory;
        this.leaderboards = leaderboards;
        this.clock = clock;
    }

    @GET
    @NonBlocking
    @Operation(summary = "A campaign's count, place and time left", description = "At most 2 seconds old")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LiveNumbers.class)),
            description = "As much as may be seen")
    public CompletionStage<Response> live(
            @PathParam("contest") String slug, @PathParam("campaign") String campaignSlug) {
        var contest = directory.known(slug);
        var campaign = contest.knownCampaign(campaignSlug);
        return kept.get(contest.id(), id -> leaderboards.now(current(contest)))
                .thenApply(leaderboard -> Response.ok(LiveNumbers.of(contest, campaign, leaderboard, clock.instant()))
                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + KEPT.toSeconds())
                        .build());
    }

    private ContestDetails current(ContestDetails contest) {
        return directory.find(contest.id()).orElse(contest);
    }
}
