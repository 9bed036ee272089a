package io.fortyeight.site.script;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The script that campaign pages load, by an address that never changes: so it is kept for minutes only. */
@Path("/")
public class ScriptResource {

    /** An old one goes on being used while a new one is fetched, and for a day while there is no getting one. */
    private static final String CACHING = "public, max-age=600, stale-while-revalidate=86400, stale-if-error=86400";

    private static final Pattern GZIP =
            Pattern.compile("(?:^|,)\\s*(?:gzip|\\*)\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[^,]*)?(?:,|$)");

    private final ScriptFile core = ScriptFile.of("fortyeight.js");
    private final ScriptFile more = ScriptFile.of("fortyeight-more.js");
    private final ScriptFile share = ScriptFile.of("fortyeight-share.js");

    @GET
    @Path("fortyeight.js")
    @NonBlocking
    @Operation(hidden = true)
    public Response core(@HeaderParam("Accept-Encoding") @Nullable String accepted, @Context Request request) {
        return answer(core, accepted, request);
    }

    @GET
    @Path("fortyeight-more.js")
    @NonBlocking
    @Operation(hidden = true)
    public Response more(@HeaderParam("Accept-Encoding") @Nullable String accepted, @Context Request request) {
        return answer(more, accepted, request);
    }

    @GET
    @Path("fortyeight-share.js")
    @NonBlocking
    @Operation(hidden = true)
    public Response share(@HeaderParam("Accept-Encoding") @Nullable String accepted, @Context Request request) {
        return answer(share, accepted, request);
    }

    private static Response answer(ScriptFile file, @Nullable String accepted, Request request) {
        var zips = accepted != null
                && GZIP.matcher(accepted.toLowerCase(Locale.ROOT)).find();
        var tag = new EntityTag(zips ? file.hash() + "-gzip" : file.hash());
        @Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged == null ? whole(file, zips) : unchanged;
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, CACHING)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }

    private static ResponseBuilder whole(ScriptFile file, boolean zips) {
        var answer = Response.ok(zips ? file.gzipped() : file.plain()).type("text/javascript;charset=utf-8");
        return zips ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer;
    }
}
