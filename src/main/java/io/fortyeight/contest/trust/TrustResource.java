package io.fortyeight.contest.trust;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.linkcheck.CheckedLink;
import io.fortyeight.contest.linkcheck.LinkStore;
import io.fortyeight.web.http.Problems;
import io.fortyeight.web.http.SmallBody;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Trust cards: read by everyone, written by organizers, at any time. */
@Path("/api/contests/{contest}/campaigns/{campaign}/trust")
@Produces(MediaType.APPLICATION_JSON)
@SmallBody
@Tag(name = "Trust")
public class TrustResource {

    /**
     * A card as everyone sees it.
     *
     * @param missing what a complete card has and this one lacks
     * @param competes whether the campaign's pings are taken
     */
    @JsonInclude(Include.NON_NULL)
    record TrustAnswer(
            @JsonUnwrapped TrustCard card,
            List<CheckedLink> links,
            List<String> missing,
            boolean competes,
            int version,
            Instant editedAt) {}

    private final ContestDirectory directory;
    private final TrustStore store;
    private final LinkStore links;
    private final TrustService stating;
    private final SecurityIdentity caller;

    TrustResource(
            ContestDirectory directory,
            TrustStore store,
            LinkStore links,
            TrustService stating,
            SecurityIdentity caller) {
        this.directory = directory;
        this.store = store;
        this.links = links;
        this.stating = stating;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Who is behind a campaign", description = "404 when it has not said so")
    public TrustAnswer show(@PathParam("contest") String slug, @PathParam("campaign") String campaignSlug) {
        var contest = directory.known(slug);
        return answer(contest, contest.knownCampaign(campaignSlug));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(summary = "Say who is behind a campaign", description = "Replaces the whole card; every edition is kept")
    public TrustAnswer replace(
            @PathParam("contest") String slug, @PathParam("campaign") String campaignSlug, @Nullable NewTrust request) {
        var contest = directory.known(slug);
        var campaign = contest.knownCampaign(campaignSlug);
        if (request == null) {
            throw Problems.badRequest("The body must be a JSON object");
        }
        stating.card(contest, campaign, request, caller.getPrincipal().getName());
        var changed = directory.known(slug);
        return answer(changed, changed.knownCampaign(campaignSlug));
    }

    @GET
    @Path("history")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(summary = "Every edition of a card", description = "The newest hundred, newest first, and who made them")
    public List<TrustCardVersion> history(
            @PathParam("contest") String slug, @PathParam("campaign") String campaignSlug) {
        var contest = directory.known(slug);
        return store.history(contest, contest.knownCampaign(campaignSlug));
    }

    private TrustAnswer answer(ContestDetails contest, CampaignDetails campaign) {
        var edition = store.current(contest, campaign)
                .orElseThrow(() -> Problems.notFound("This campaign has not said who is behind it"));
        return new TrustAnswer(
                edition.card(),
                links.of(contest, campaign),
                edition.card().missing(),
                campaign.competes(),
                edition.version(),
                edition.editedAt());
    }
}
