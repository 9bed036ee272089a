package io.fortyeight.site.embed;

import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.site.campaign.CampaignMessages;
import io.fortyeight.site.campaign.CampaignStanding;
import io.fortyeight.site.campaign.ResultStatus;
import io.fortyeight.web.http.CachedBody;
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
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Place and score as a small picture for other sites. */
@Path("/badge/{contest}/{campaign}.svg")
@Tag(name = "Elsewhere")
public class BadgeResource {

    private static final String TYPE = "image/svg+xml;charset=UTF-8";
    private static final int MAX_AGE_SECONDS = 30;
    private static final String MOVING = "#8a5a00";
    private static final String CERTIFIED = "#17652c";
    private static final String NOTHING = "#56635f";
    private static final String PRODUCT = "Fortyeight";

    private final ContestDirectory directory;
    private final ContestSnapshots glances;
    private final Badge badge;

    BadgeResource(ContestDirectory directory, ContestSnapshots glances, Lettering lettering) {
        this.directory = directory;
        this.glances = glances;
        this.badge = new Badge(lettering);
    }

    @GET
    @Produces(TYPE)
    @Operation(summary = "A campaign's place and score as an SVG badge", description = "language is en or ko")
    public Response badge(
            @PathParam("contest") String slug,
            @PathParam("campaign") String campaign,
            @QueryParam("language") @DefaultValue("en") String language,
            @Context Request request) {
        var words = PageText.in(Language.ofTag(language).orElse(Language.ENGLISH), CampaignMessages.class);
        var answer = directory
                .find(slug)
                .map(glances::at)
                .flatMap(glance -> CampaignStanding.of(glance.leaderboard().standings(), campaign)
                        .map(race ->
                                CachedBody.answer(request, bytes(svg(glance, race, words)), TYPE, MAX_AGE_SECONDS)))
                .orElseGet(() -> CachedBody.missing(bytes(missing(words)), TYPE, MAX_AGE_SECONDS));
        return EmbedHeaders.framed(answer, "").build();
    }

    private String svg(ContestSnapshot glance, CampaignStanding race, PageText<CampaignMessages> words) {
        var telling = new StandingCaption(glance, words);
        var title = race.line().title();
        var said = glance.stand() == ResultStatus.SCHEDULED
                ? telling.stand()
                : telling.place(race.line().place()) + " · "
                        + telling.score(race.line().score()) + " · " + telling.stand();
        return badge.svg(
                title,
                said,
                title + " · " + telling.of(race),
                glance.stand() == ResultStatus.FINAL
                        ? CERTIFIED
                        : glance.stand() == ResultStatus.SCHEDULED ? NOTHING : MOVING);
    }

    private String missing(PageText<CampaignMessages> words) {
        var said = words.messages().badgeMissing();
        return badge.svg(PRODUCT, said, PRODUCT + ": " + said, NOTHING);
    }

    private static byte[] bytes(String svg) {
        return svg.getBytes(StandardCharsets.UTF_8);
    }
}
