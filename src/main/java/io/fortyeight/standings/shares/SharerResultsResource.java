package io.fortyeight.standings.shares;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.ingest.VisitorResolver;
import io.fortyeight.web.http.Problems;
import io.fortyeight.web.http.SmallBody;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What a visitor asks of their own shares, and what they are called. By POST although the first changes nothing: an id of a
 * visitor is in no address, so in no log either.
 */
@Path("/api/contests/{contest}/campaigns/{campaign}")
@Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
@Produces(MediaType.APPLICATION_JSON)
@SmallBody
@Tag(name = "Sharing")
public class SharerResultsResource {

    private final ContestDirectory directory;
    private final VisitorResolver questions;
    private final SharerResults brought;
    private final SupporterStore store;
    private final VisibleShares shares;
    private final ObjectMapper json;

    SharerResultsResource(
            ContestDirectory directory,
            VisitorResolver questions,
            SharerResults brought,
            SupporterStore store,
            VisibleShares shares,
            ObjectMapper json) {
        this.directory = directory;
        this.questions = questions;
        this.brought = brought;
        this.store = store;
        this.shares = shares;
        this.json = json;
    }

    @POST
    @Path("brought")
    @Operation(summary = "What a visitor's own shares brought", description = "No sums while counts are hidden")
    @RequestBody(description = "visitor?")
    public SharerResultsAnswer brought(
            @PathParam("contest") String slug,
            @PathParam("campaign") String campaignSlug,
            byte[] body,
            @Context HttpServerRequest request) {
        var contest = directory.known(slug);
        var campaign = contest.knownCampaign(campaignSlug);
        var said = VisitorBody.read(body, json);
        return brought.of(contest, campaign, questions.about(contest, campaign, said.visitor(), request));
    }

    @POST
    @Path("nickname")
    @Operation(
            summary = "Choose a nickname for the supporters' board",
            description = "In all campaigns of the contest; the empty one takes it away")
    @RequestBody(description = "visitor?, nickname")
    public SharerResultsAnswer name(
            @PathParam("contest") String slug,
            @PathParam("campaign") String campaignSlug,
            byte[] body,
            @Context HttpServerRequest request) {
        var contest = directory.known(slug);
        var campaign = contest.knownCampaign(campaignSlug);
        var said = VisitorBody.read(body, json);
        if (said.nickname() == null) {
            throw Problems.invalid("nickname", "is missing; the empty one takes it away");
        }
        var visitor = questions.about(contest, campaign, said.visitor(), request);
        store.choose(contest, visitor, Nickname.read(said.nickname()));
        shares.forgetSupporters();
        return brought.of(contest, campaign, visitor);
    }
}
