package io.fortyeight.standings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.core.tally.TallyRow;
import io.fortyeight.standings.result.Leaderboard;
import io.fortyeight.web.http.Problems;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Standings, campaigns and timelines. */
@Path("/api/contests/{contest}")
@Tag(name = "Reading")
public class LeaderboardResource {

    private static final Duration MAX_STEP = Duration.ofDays(366);

    /**
     * A campaign with its tally.
     *
     * @param shed pings that were turned away unrecorded as a flood
     */
    record CampaignAnswer(
            String slug, String title, URI pageUrl, long score, int place, long shed, List<TallyLine> tally) {}

    /** How many pings of a kind, and to a platform, got a verdict: {@code counted} or the reason. */
    @JsonInclude(Include.NON_NULL)
    record TallyLine(String kind, @Nullable String platform, String verdict, long count) {

        static TallyLine of(TallyRow row) {
            var platform = row.platform();
            return new TallyLine(
                    row.kind().jsonName(),
                    platform == null ? null : platform.jsonName(),
                    row.verdict().jsonName(),
                    row.count());
        }
    }

    /** Pings by step, kind and verdict; empty steps are left out. */
    record Timeline(String step, List<Point> points) {

        /** @param at when the step begins */
        record Point(Instant at, String kind, String verdict, long count) {}
    }

    private final ContestDirectory directory;
    private final Leaderboards leaderboards;
    private final VisibleCounts counts;

    LeaderboardResource(ContestDirectory directory, Leaderboards leaderboards, VisibleCounts counts) {
        this.directory = directory;
        this.leaderboards = leaderboards;
        this.counts = counts;
    }

    @GET
    @Path("leaderboard")
    @Operation(
            summary = "The standings",
            description = "As of now, or as of the instant at (inclusive); before hiddenSince, when it is there")
    public Leaderboard leaderboard(@PathParam("contest") String slug, @QueryParam("at") @Nullable String at) {
        var contest = contest(slug);
        return at == null ? leaderboards.now(contest) : leaderboards.at(contest, instant(at));
    }

    @GET
    @Path("campaigns/{campaign}")
    @Operation(summary = "A campaign with its tally")
    public CampaignAnswer campaign(@PathParam("contest") String slug, @PathParam("campaign") String campaignSlug) {
        var contest = contest(slug);
        var campaign = contest.knownCampaign(campaignSlug);
        var tally = counts.now(contest).tally();
        var standing = Leaderboard.rank(contest(slug), tally).stream()
                .filter(line -> line.campaign().equals(campaignSlug))
                .findFirst()
                .orElseThrow();
        var lines = tally.rows().stream()
                .filter(row -> row.campaign() == campaign.number())
                .map(TallyLine::of)
                .toList();
        return new CampaignAnswer(
                campaign.slug(),
                campaign.title(),
                campaign.pageUrl(),
                standing.score(),
                standing.place(),
                counts.shed(contest, campaign.number()),
                lines);
    }

    @GET
    @Path("campaigns/{campaign}/timeline")
    @Operation(summary = "A campaign's pings over time", description = "step is in whole minutes, PT1M by default")
    public Timeline timeline(
            @PathParam("contest") String slug,
            @PathParam("campaign") String campaignSlug,
            @QueryParam("step") @Nullable String step) {
        var contest = contest(slug);
        var campaign = contest.knownCampaign(campaignSlug);
        var duration = step == null ? Duration.ofMinutes(1) : step(step);
        var points = counts.timeline(contest, campaign.number(), Math.toIntExact(duration.toMinutes())).stream()
                .map(point -> new Timeline.Point(
                        Instant.ofEpochMilli(point.atMillis()),
                        point.kind().jsonName(),
                        point.verdict().jsonName(),
                        point.count()))
                .toList();
        return new Timeline(duration.toString(), points);
    }

    private ContestDetails contest(String slug) {
        return directory.known(slug);
    }

    private static Instant instant(String text) {
        try {
            var instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
            if (instant.isBefore(Instant.EPOCH) || instant.isAfter(Instant.parse("3000-01-01T00:00:00Z"))) {
                throw Problems.invalidQuery("at", "must lie between 1970 and 3000");
            }
            return instant;
        } catch (DateTimeException malformed) {
            throw Problems.invalidQuery("at", "must be an ISO-8601 instant, for instance 2013-12-17T05:00:00Z");
        }
    }

    private static Duration step(String text) {
        try {
            var step = Duration.parse(text);
            if (step.toMinutes() < 1
                    || !step.equals(Duration.ofMinutes(step.toMinutes()))
                    || step.compareTo(MAX_STEP) > 0) {
                throw Problems.invalidQuery("step", "must be whole minutes, from PT1M to 366 days");
            }
            return step;
        } catch (DateTimeException malformed) {
            throw Problems.invalidQuery("step", "must be an ISO-8601 duration, for instance PT1M");
        }
    }
}
