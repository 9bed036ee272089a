package io.fortyeight.ingest.format;

import org.jspecify.annotations.Nullable;

/**
 * What a request asked for, not decoded.
 *
 * @param path {@code /} where there is none
 * @param query without its question mark; null if there was no question mark
 */
record RequestTarget(String path, @Nullable String query) {

    private static final String GET = "GET ";
    private static final String PROTOCOL = " HTTP/";

    /** What a request line such as {@code GET /page HTTP/1.1} gets; null if it is none, or has another method. */
    static @Nullable RequestTarget ofGet(String request) {
        int end = request.lastIndexOf(PROTOCOL);
        return request.startsWith(GET) && end > GET.length() ? parse(request.substring(GET.length(), end)) : null;
    }

    /** Of {@code /path?query}, or of a whole URI. */
    static RequestTarget parse(String target) {
        int fragment = target.indexOf('#');
        String whole = fragment < 0 ? target : target.substring(0, fragment);
        int question = whole.indexOf('?');
        String path = question < 0 ? whole : whole.substring(0, question);
        String query = question < 0 ? null : whole.substring(question + 1);
        int scheme = path.startsWith("/") ? -1 : path.indexOf("://");
        if (scheme >= 0) {
            int slash = path.indexOf('/', scheme + 3);
            path = slash < 0 ? "" : path.substring(slash);
        }
        return new RequestTarget(path.isEmpty() ? "/" : path, query);
    }
}
