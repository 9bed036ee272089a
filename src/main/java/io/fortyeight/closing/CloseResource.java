package io.fortyeight.closing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fortyeight.account.Roles;
import io.fortyeight.contest.ContestDetails;
import io.fortyeight.contest.ContestDirectory;
import io.fortyeight.contest.ContestLifecycle;
import io.fortyeight.contest.Publication;
import io.fortyeight.contest.RobotsVersion;
import io.fortyeight.contest.RulesReader;
import io.fortyeight.contest.Visibility;
import io.fortyeight.leaderboard.Leaderboard;
import io.fortyeight.leaderboard.VisibleCounts;
import io.fortyeight.ledger.Recount;
import io.fortyeight.ledger.StampingClock;
import io.fortyeight.web.Instants;
import io.fortyeight.web.JsonProblems;
import io.fortyeight.web.OptionalBody;
import io.fortyeight.web.Problems;
import io.fortyeight.web.SmallBody;
import io.fortyeight.web.Texts;
import io.fortyeight.web.Violations;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
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

    /** A recount reads the whole ledger. */
    private static final int RECOUNTS_AT_ONCE = 2;

    private static final long RETRY_AFTER_SECONDS = 10;

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

    /**
     * What a recount found.
     *
     * @param agrees whether every verdict and sum is as it was written; only for the contest's own card
     * @param differences the first hundred, in words
     * @param hiddenSince given when counts are hidden for now: then there are no standings and no differences
     * @param differsFrom the live standings, for another card: who would have been where
     */
    @JsonInclude(Include.NON_NULL)
    record RecountAnswer(
            String contest,
            Instant asOf,
            String rulesHash,
            long pings,
            @Nullable Boolean agrees,
            @Nullable List<String> differences,
            @Nullable Instant hiddenSince,
            @Nullable List<Leaderboard.Line> standings,
            @Nullable List<Leaderboard.Line> differsFrom,
            List<CertifiedResult.End> partitions) {}

    private final ContestDirectory directory;
    private final ContestLifecycle lifecycle;
    private final VisibleCounts counts;
    private final Recount recount;
    private final RobotsVersion robots;
    private final StampingClock clock;
    private final ObjectMapper json;
    private final CloseSteps steps;
    private final CloseReleases releases;
    private final SecurityIdentity caller;
    private final Semaphore recounts = new Semaphore(RECOUNTS_AT_ONCE);

    CloseResource(
            ContestDirectory directory,
            ContestLifecycle lifecycle,
            VisibleCounts counts,
            Recount recount,
            RobotsVersion robots,
            StampingClock clock,
            ObjectMapper json,
            CloseSteps steps,
            CloseReleases releases,
            SecurityIdentity caller) {
        this.directory = directory;
        this.lifecycle = lifecycle;
        this.counts = counts;
        this.recount = recount;
        this.robots = robots;
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
        var contest = contest(slug);
        switch (contest.stateAt(clock.now())) {
            case OPEN -> {
                if (!contest.past()) {
                    throw Problems.conflict("This contest closes by itself at "
                            + Instants.text(contest.window().closesAt()));
                }
                lifecycle.beginClosing(contest.id());
            }
            case HELD -> lifecycle.release(contest.id(), caller.getPrincipal().getName(), reason(body));
            case SCHEDULED ->
                throw Problems.conflict("This contest opens only at "
                        + Instants.text(contest.window().opensAt()));
            case CLOSING, CERTIFIED, ANNOUNCED -> {
                // Asked before: nothing is left to do.
            }
        }
        return new CloseAnswer(slug, contest(slug).stateAt(clock.now()).wire());
    }

    private String reason(@Nullable String body) {
        var request = OptionalBody.read(json, body, new CloseRequest(null));
        var violations = new Violations();
        var reason = Texts.named("reason", request.reason(), violations);
        violations.throwIfAny();
        return reason;
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
                contest.stateAt(now).wire(),
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
        var contest = contest(slug);
        var window = contest.window();
        var other = body == null || body.isBlank() ? null : parse(body);
        var whatIf = other != null;
        var length = Duration.ofMillis(window.closesAtMillis() - window.opensAtMillis());
        if (whatIf) {
            refuseWhileHiding(contest);
        }
        var card = other == null ? contest.rules() : RulesReader.read(other, length, robots.robots());
        if (!recounts.tryAcquire()) {
            throw Problems.unavailable("Other recounts are under way", RETRY_AFTER_SECONDS);
        }
        try {
            var asOf = clock.now();
            var outcome = recount.of(contest, card);
            // Looked up and asked about after the reading: what was read while nothing was hidden may be told.
            var current = contest(slug);
            if (whatIf) {
                refuseWhileHiding(current);
            }
            var hiddenSince = Visibility.of(current, clock.now()).hiddenSince();
            var isTold = hiddenSince == null;
            return new RecountAnswer(
                    slug,
                    asOf,
                    card.hash(),
                    outcome.pings(),
                    whatIf ? null : outcome.agrees(),
                    whatIf || !isTold ? null : outcome.differences(),
                    hiddenSince,
                    isTold ? Leaderboard.rank(current, card.score(), outcome.recounted()) : null,
                    whatIf ? Leaderboard.rank(current, outcome.tallied()) : null,
                    outcome.partitions().stream()
                            .map(end -> new CertifiedResult.End(end.number(), end.lastSequence()))
                            .toList());
        } finally {
            recounts.release();
        }
    }

    private void refuseWhileHiding(ContestDetails contest) {
        var hiddenSince = Visibility.of(contest, clock.now()).hiddenSince();
        if (hiddenSince != null) {
            throw Problems.conflict("What was received from " + Instants.text(hiddenSince)
                    + " on is hidden until the result is published: ask then what would have been");
        }
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
