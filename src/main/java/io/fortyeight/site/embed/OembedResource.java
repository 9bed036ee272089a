package io.fortyeight.site.embed;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.site.campaign.Box;
import io.fortyeight.web.data.StoredJson;
import io.fortyeight.web.http.Problems;
import io.fortyeight.web.http.PublicUrl;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An oEmbed provider (oembed.com) for the pages of contests and campaigns. */
@Path("/oembed")
@Tag(name = "Elsewhere")
public class OembedResource {

    private static final Pattern PAGE = Pattern.compile("/contests/([^/]+?)(?:/campaigns/([^/]+))?/?");
    private static final int CACHE_SECONDS = 300;
    private static final String JSON = "application/json;charset=UTF-8";
    private static final String XML = "text/xml;charset=UTF-8";

    /** What can be embedded. */
    private record Target(ContestDetails contest, Optional<CampaignDetails> campaign) {}

    private final ContestDirectory directory;
    private final PublicUrl address;
    private final StoredJson json;

    OembedResource(ContestDirectory directory, PublicUrl address, StoredJson json) {
        this.directory = directory;
        this.address = address;
        this.json = json;
    }

    @GET
    @Operation(
            summary = "What a page of this server is embedded by",
            description = "url is that of a contest or a campaign; format is json or xml")
    public Response oembed(
            @QueryParam("url") @Nullable String url,
            @QueryParam("format") @DefaultValue("json") String format,
            @QueryParam("maxwidth") @Nullable String maxWidth,
            @QueryParam("maxheight") @Nullable String maxHeight) {
        if (!format.equals("json") && !format.equals("xml")) {
            return HttpProblem.valueOf(Status.NOT_IMPLEMENTED, "The format is json or xml")
                    .toResponse();
        }
        if (url == null || url.isBlank()) {
            throw Problems.invalidQuery("url", "must be given");
        }
        var target = address.pathOf(url)
                .flatMap(this::target)
                .orElseThrow(() -> Problems.notFound("This address is no contest and no campaign of this server"));
        var answer = answer(target, size("maxwidth", maxWidth), size("maxheight", maxHeight));
        var caching = new CacheControl();
        caching.setMaxAge(CACHE_SECONDS);
        return EmbedHeaders.open(
                        format.equals("json") ? Response.ok(json.text(answer), JSON) : Response.ok(answer.xml(), XML))
                .cacheControl(caching)
                .build();
    }

    private Optional<Target> target(String path) {
        var match = PAGE.matcher(path);
        if (!match.matches()) {
            return Optional.empty();
        }
        var contest = directory.find(match.group(1));
        return match.group(2) == null
                ? contest.map(found -> new Target(found, Optional.empty()))
                : contest.flatMap(found ->
                        found.campaign(match.group(2)).map(campaign -> new Target(found, Optional.of(campaign))));
    }

    private OembedAnswer answer(Target target, int maxWidth, int maxHeight) {
        var box = target.campaign.isPresent() ? Box.CAMPAIGN : Box.CONTEST;
        var path = target.contest.slug()
                + target.campaign.map(campaign -> "/" + campaign.slug()).orElse("");
        var title = target.campaign.map(campaign -> campaign.title() + " – ").orElse("") + target.contest.name();
        var width = Math.min(box.width(), maxWidth);
        var height = Math.min(box.height(), maxHeight);
        var hasThumbnail = Canvas.WIDTH <= maxWidth && Canvas.HEIGHT <= maxHeight;
        return new OembedAnswer(
                title,
                box.code(address.of("/embed/" + path), title, width, height),
                width,
                height,
                "Fortyeight",
                address.of("/"),
                CACHE_SECONDS,
                hasThumbnail ? address.of("/og/" + path + ".png") : null,
                hasThumbnail ? Canvas.WIDTH : null,
                hasThumbnail ? Canvas.HEIGHT : null);
    }

    private static int size(String parameter, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        try {
            var size = Integer.parseInt(text);
            if (size >= 1) {
                return size;
            }
        } catch (NumberFormatException malformed) {
            // Told below, as numbers that make no sense are.
        }
        throw Problems.invalidQuery(parameter, "must be a whole number of pixels, 1 or more");
    }
}
