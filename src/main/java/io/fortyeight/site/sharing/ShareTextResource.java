package io.fortyeight.site.sharing;

import io.fortyeight.account.user.Roles;
import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.web.http.Problems;
import io.fortyeight.web.http.SmallBody;
import io.fortyeight.web.page.Language;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What shares of a campaign say: read by everyone, written by organizers at any time. */
@Path("/api/contests/{contest}/campaigns/{campaign}/share-text")
@Produces(MediaType.APPLICATION_JSON)
@SmallBody
@Tag(name = "Sharing")
public class ShareTextResource {

    private static final String CACHING = "public, max-age=60";

    private final ContestDirectory directory;
    private final ShareTexts texts;

    ShareTextResource(ContestDirectory directory, ShareTexts texts) {
        this.directory = directory;
        this.texts = texts;
    }

    @GET
    @Operation(
            summary = "What shares of a campaign say",
            description = "Title, text and hashtags by the tag of each language")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT, additionalProperties = ShareText.class)),
            description = "What the organizer chose, else the campaign's title and a sentence about it")
    public Response show(@PathParam("contest") String slug, @PathParam("campaign") String campaignSlug) {
        var contest = directory.known(slug);
        return Response.ok(answer(contest, contest.knownCampaign(campaignSlug)))
                .header(HttpHeaders.CACHE_CONTROL, CACHING)
                .build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(
            summary = "Say what shares of a campaign say",
            description = "Replaces all texts. A language or field that is left out gets the usual text.")
    public Map<String, ShareText> replace(
            @PathParam("contest") String slug,
            @PathParam("campaign") String campaignSlug,
            @Nullable Map<String, @Nullable NewShareText> request) {
        var contest = directory.known(slug);
        var campaign = contest.knownCampaign(campaignSlug);
        if (request == null) {
            throw Problems.badRequest("The body must be a JSON object");
        }
        var read = ShareTextReader.read(request);
        texts.replace(contest, campaign, read);
        texts.forget(contest, campaign);
        return answer(contest, campaign);
    }

    private Map<String, ShareText> answer(ContestDetails contest, CampaignDetails campaign) {
        var answer = new LinkedHashMap<String, ShareText>();
        for (var language : Language.values()) {
            answer.put(language.tag(), texts.of(contest, campaign, language));
        }
        return answer;
    }
}
