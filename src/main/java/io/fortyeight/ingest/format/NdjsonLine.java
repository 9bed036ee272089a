package io.fortyeight.ingest.format;

import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.ingest.client.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * A line of an import in NDJSON:
 * {@code {"at","kind","campaign","visitor"?,"ip"?,"userAgent"?,"platform"?,"via"?}}, with {@code visitor} or {@code ip}
 * at least. A field that is null counts as left out.
 *
 * @param atMillis epoch milliseconds, floored
 * @param campaign a slug
 * @param platform null exactly for views
 * @param visitor 1 to 64 characters, if given
 * @param userAgent empty if left out
 * @param via 1 to 32 characters of {@code A-Za-z0-9_-}, if given
 */
record NdjsonLine(
        long atMillis,
        Kind kind,
        String campaign,
        @Nullable Platform platform,
        @Nullable String visitor,
        @Nullable IpAddress ip,
        String userAgent,
        @Nullable String via) {

    static final int MAX_VISITOR_LENGTH = 64;

    static NdjsonLine parse(String line) throws MalformedLineException {
        NdjsonFields fields = NdjsonFields.parse(line);
        long atMillis = fields.atMillis();
        String kindName = fields.required(NdjsonFields.KIND);
        Kind kind = Kind.ofJsonName(kindName)
                .orElseThrow(() -> new MalformedLineException("kind is neither view nor share"));
        String campaign = fields.required(NdjsonFields.CAMPAIGN);
        String visitor = fields.text(NdjsonFields.VISITOR);
        if (visitor != null && visitor.codePointCount(0, visitor.length()) > MAX_VISITOR_LENGTH) {
            throw new MalformedLineException("visitor is longer than " + MAX_VISITOR_LENGTH + " characters");
        }
        IpAddress ip = fields.ip();
        boolean named = visitor != null && !visitor.isEmpty();
        if (!named && ip == null) {
            throw new MalformedLineException("visitor and ip are missing: one is needed");
        }
        String userAgent = fields.text(NdjsonFields.USER_AGENT);
        return new NdjsonLine(
                atMillis,
                kind,
                campaign,
                kind == Kind.SHARE ? fields.platform() : null,
                named ? visitor : null,
                ip,
                userAgent == null ? "" : userAgent,
                fields.via());
    }
}
