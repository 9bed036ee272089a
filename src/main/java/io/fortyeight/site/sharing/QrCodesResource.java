package io.fortyeight.site.sharing;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.fortyeight.ledger.link.ShareLinks;
import io.fortyeight.web.http.Problems;
import io.fortyeight.web.http.PublicUrl;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Share links as QR codes, for posters and phones. A link never changes, nor does its code. */
@Path("/s/{code}/qr.{format}")
@Tag(name = "Share links")
public class QrCodesResource {

    private record Wanted(String link, String format) {}

    private static final String SVG = "svg";
    private static final String PNG = "png";
    private static final Map<String, String> TYPES = Map.of(SVG, "image/svg+xml;charset=UTF-8", PNG, "image/png");
    private static final String CACHING = "public, max-age=86400, immutable";
    private static final int PIXELS_PER_MODULE = 40;

    /** Of a few kilobytes each. */
    private static final int MAX_KEPT = 1_000;

    private final ShareLinks links;
    private final UnknownCodeLimit unknownCodes;
    private final PublicUrl address;
    private final LoadingCache<Wanted, byte[]> drawn =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).build(QrCodesResource::draw);

    QrCodesResource(ShareLinks links, UnknownCodeLimit unknownCodes, PublicUrl address) {
        this.links = links;
        this.unknownCodes = unknownCodes;
        this.address = address;
    }

    @GET
    @Blocking
    @Operation(
            summary = "A share link as a QR code",
            description =
                    "format is svg, for screens and for print of any size, or png, for 12 cm at 300 dots per inch")
    public CompletionStage<Response> code(
            @PathParam("code") String typed, @PathParam("format") String format, @Context HttpServerRequest request) {
        var type = TYPES.get(format);
        if (type == null) {
            throw Problems.notFound("QR codes are svg or png");
        }
        var code = typed.toLowerCase(Locale.ROOT);
        // Taken here: later there may be no current request any more.
        var link = address.of("/s/" + code);
        if (!links.isInMemory(code)) {
            unknownCodes.check(request);
        }
        return links.find(code).thenApply(target -> {
            if (target.isEmpty()) {
                if (ShareLinks.isWellFormed(code)) {
                    unknownCodes.add(request);
                }
                throw Problems.notFound("There is no such share link");
            }
            return Response.ok(drawn.get(new Wanted(link, format)))
                    .type(type)
                    .header(HttpHeaders.CACHE_CONTROL, CACHING)
                    .header("X-Robots-Tag", "noindex")
                    // A page that is isolated from others may show it, too.
                    .header("Cross-Origin-Resource-Policy", "cross-origin")
                    .build();
        });
    }

    private static byte[] draw(Wanted wanted) {
        var code = QrCode.of(wanted.link());
        return wanted.format().equals(SVG) ? code.svg() : code.png(PIXELS_PER_MODULE);
    }
}
