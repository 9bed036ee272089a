package io.fortyeight.web.http;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.HexFormat;

/** Answers that may be kept for a while, and are not sent again while they stay the same. */
public final class CachedBody {

    private static final int TAG_BYTES = 16;

    private CachedBody() {}

    public static ResponseBuilder answer(Request request, byte[] body, String type, int maxAgeSeconds) {
        var tag = new EntityTag(tag(body));
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(body).type(type) : unchanged)
                .tag(tag)
                .cacheControl(caching(maxAgeSeconds));
    }

    /** What isn't there may be soon: kept as long, without a tag. */
    public static ResponseBuilder missing(byte[] body, String type, int maxAgeSeconds) {
        return Response.status(Status.NOT_FOUND).entity(body).type(type).cacheControl(caching(maxAgeSeconds));
    }

    private static CacheControl caching(int maxAgeSeconds) {
        var caching = new CacheControl();
        caching.setMaxAge(maxAgeSeconds);
        return caching;
    }

    private static String tag(byte[] body) {
        var hash = Sha256.of(body);
        return HexFormat.of().formatHex(Arrays.copyOf(hash, TAG_BYTES));
    }
}
