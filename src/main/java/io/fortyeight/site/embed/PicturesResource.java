package io.fortyeight.site.embed;

import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.site.campaign.CampaignMessages;
import io.fortyeight.site.campaign.CampaignStanding;
import io.fortyeight.web.http.CachedBody;
import io.fortyeight.web.http.Problems;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.PageText;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The pictures by which networks show a link to a contest or a campaign. */
@Path("/og")
@Tag(name = "Elsewhere")
public class PicturesResource {

    private static final String TYPE = "image/png";
    private static final int MAX_AGE_SECONDS = 60;

    private final ContestDirectory directory;
    private final ContestSnapshots glances;
    private final Pictures pictures;

    PicturesResource(ContestDirectory directory, ContestSnapshots glances, Pictures pictures) {
        this.directory = directory;
        this.glances = glances;
        this.pictures = pictures;
    }

    @GET
    @Path("{contest}.png")
    @Produces(TYPE)
    @Operation(summary = "A contest's standings as a picture of 1200 by 630", description = "language is en or ko")
    public Response contest(
            @PathParam("contest") String slug,
            @QueryParam("language") @DefaultValue("en") String language,
            @Context Request request) {
        var glance = glances.at(directory.known(slug));
        return answer(request, pictures.of(glance, words(language)));
    }

    @GET
    @Path("{contest}/{campaign}.png")
    @Produces(TYPE)
    @Operation(summary = "A campaign's place as a picture of 1200 by 630", description = "language is en or ko")
    public Response campaign(
            @PathParam("contest") String slug,
            @PathParam("campaign") String campaign,
            @QueryParam("language") @DefaultValue("en") String language,
            @Context Request request) {
        var glance = glances.at(directory.known(slug));
        var race = CampaignStanding.of(glance.leaderboard().standings(), campaign)
                .orElseThrow(() -> Problems.notFound("There is no such campaign in this contest"));
        return answer(request, pictures.of(glance, race, words(language)));
    }

    private static Response answer(Request request, byte[] picture) {
        return EmbedHeaders.open(CachedBody.answer(request, picture, TYPE, MAX_AGE_SECONDS))
                .build();
    }

    /** In English for a language that isn't known: a picture is no place for an error. */
    private static PageText<CampaignMessages> words(String language) {
        return PageText.in(Language.ofTag(language).orElse(Language.ENGLISH), CampaignMessages.class);
    }
}
