package io.fortyeight.close;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.directory.Publication;
import io.fortyeight.contest.directory.Visibility;
import io.fortyeight.ledger.store.StampingClock;
import io.fortyeight.standings.VisibleCounts;
import io.fortyeight.web.http.Instants;
import io.fortyeight.web.http.JsonProblems;
import io.fortyeight.web.http.OptionalBody;
import io.fortyeight.web.http.Problems;
import io.fortyeight.web.http.SmallBody;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The certified result, the close of contests in the past, and recounts. */
@Path("/api/contests/{contest}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Close")
public class CloseResource {

    private static final int ACCEPTED = 202;

    /** What asking for a close led to. */
    record CloseAnswer(String contest, String state) {}

    /** @param reason why a held close may try again; 1 to 200 characters */
    record CloseRequest(@Nullable String reason) {}

    /** How far a close has got, and what was decided about it. */
    @JsonInclude(Include.NON_NULL)
    record CloseReport(
            String contest,
            String state,
            @Nullable String heldReason,
            List<CloseSteps.Attempt> steps,
            List<CloseReleases.Release> releases) {}

    private final ContestDirectory directory;
    private final VisibleCounts counts;
    private final CloseRequests closes;
    private final Recounts recounts;
    private final StampingClock clock;
    private final ObjectMapper json;
    private final CloseSteps steps;
    private final CloseReleases releases;
    private final SecurityIdentity caller;

    CloseResource(
            ContestDirectory directory,
            VisibleCounts counts,
            CloseRequests closes,
            Recounts recounts,
            StampingClock clock,
            ObjectMapper json,
            CloseSteps steps,
            CloseReleases releases,
            SecurityIdentity caller) {
        this.directory = directory;
        this.counts = counts;
        this.closes = closes;
        this.recounts = recounts;
        this.clock = clock;
        this.json = json;
        this.steps = steps;
        this.releases = releases;
        this.caller = caller;
    }

    @GET
    @Path("result")
    @Operation(summary = "The certified result", description = "404 until there is one, saying when to come back")
    public String result(@PathParam("contest") String slug) {
        var contest = contest(slug);
        return counts.result(contest).orElseThrow(() -> notYet(contest));
    }

    private HttpProblem notYet(ContestDetails contest) {
        var detail = whenToComeBack(contest);
        var announcesAt = contest.announcesAt();
        if (contest.publishes() != Publication.ANNOUNCED
                || announcesAt == null
                || !clock.now().isBefore(announcesAt)) {
            return Problems.notFound(detail);
        }
        return Problems.notFoundUntil(
                detail + "; the result is announced at " + Instants.text(announcesAt), "announcesAt", announcesAt);
    }

    private String whenToComeBack(ContestDetails contest) {
        return switch (contest.stateAt(clock.now())) {
            case HELD ->
                "There is no result yet: the close is held. "
                        + Visibility.of(contest, clock.now()).heldReason();
            case CLOSING -> "There is no result yet: the window is closed, and the count is being checked";
            case CERTIFIED -> "The result is certified, and held back for now";
            default ->
                contest.past()
                        ? "There is no result yet: the organizer has not closed this contest"
                        : "There is no result yet: the window closes at "
                                + Instants.text(contest.window().closesAt());
        };
    }

    @POST
    @Path("close")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.OPS)
    @SmallBody
    @ResponseStatus(ACCEPTED)
    @Operation(
            summary = "Close a contest whose window is in the past, or try a held close again",
            description = "A held close needs the reason in the body: {\"reason\"}; it is recorded and published. "
                    + "The close then runs by itself: see the contest's state and its result")
    public CloseAnswer close(@PathParam("contest") String slug, @Nullable String body) {
        var request = contest(slug).stateAt(clock.now()) == ContestState.HELD
                ? OptionalBody.read(json, body, new CloseRequest(null))
                : new CloseRequest(null);
        return new CloseAnswer(
                slug,
                closes.ask(slug, caller.getPrincipal().getName(), request.reason())
                        .jsonName());
    }

    @GET
    @Path("close")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(summary = "How far the close has got", description = "Its steps, and who let it try again and why")
    public CloseReport report(@PathParam("contest") String slug) {
        var contest = contest(slug);
        var now = clock.now();
        var visibility = Visibility.of(contest, now);
        return new CloseReport(
                slug,
                contest.stateAt(now).jsonName(),
                visibility.heldReason(),
                steps.of(contest.id()).stream()
                        .map(attempt -> visibility.hidesFindings() ? attempt.withoutDetail() : attempt)
                        .toList(),
                releases.of(contest.id()).stream()
                        .map(release -> release.told(visibility.told(release.heldReason())))
                        .toList());
    }

    @POST
    @Path("recount")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.AUDITOR)
    @SmallBody
    @Operation(
            summary = "Recount the ledger",
            description = "Without a body by the contest's own card; with another card in the body: what if. "
                    + "Changes nothing. While counts are hidden it tells only whether ledger and tally agree, "
                    + "and there is no what if (409)")
    public RecountAnswer recount(@PathParam("contest") String slug, @Nullable String body) {
        return recounts.of(slug, body == null || body.isBlank() ? null : parse(body));
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw JsonProblems.of(malformed);
        }
    }

    private ContestDetails contest(String slug) {
        return directory.known(slug);
    }
}
