package io.fortyeight.feed;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Answers with a text that may be kept for a minute, and is not sent again while it stays the same. */
final class CachedText {

    private static final int MAX_AGE_SECONDS = 60;
    private static final int TAG_BYTES = 16;

    private CachedText() {}

    static Response answer(Request request, String text, String type) {
        var body = text.getBytes(StandardCharsets.UTF_8);
        var tag = new EntityTag(tag(body));
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged == null ? Response.ok(body).type(type) : unchanged;
        var caching = new CacheControl();
        caching.setMaxAge(MAX_AGE_SECONDS);
        return answer.tag(tag).cacheControl(caching).build();
    }

    private static String tag(byte[] body) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(Arrays.copyOf(hash, TAG_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("Every Java has SHA-256", impossible);
        }
    }
}
