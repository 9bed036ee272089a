package io.fortyeight.web.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Whether a request comes from a page of this server, as browsers tell: by {@code Origin}, or without one by
 * {@code Sec-Fetch-Site}. No page can forge these.
 */
public final class SameOrigin {

    private static final String SEC_FETCH_SITE = "Sec-Fetch-Site";

    /** The second: nobody's page but the reader themselves, as when they load a sent form again. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private SameOrigin() {}

    /** A request that says neither is not sent by them. */
    public static boolean sent(HttpServerRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            return isOwn(origin, request);
        }
        var site = request.getHeader(SEC_FETCH_SITE);
        return site != null && OWN.contains(site);
    }

    /** @throws HttpProblem 403 unless it is sent by them */
    public static void require(HttpServerRequest request) {
        if (!sent(request)) {
            throw refusal();
        }
    }

    /** 403: another site's page has sent this in somebody's name. */
    public static HttpProblem refusal() {
        return Problems.forbidden(
                "This must be sent by a page of this server: the header Origin names another one, or there"
                        + " is none. Programs authenticate with Authorization: Bearer <token> instead of a cookie");
    }

    /** By host and port only: behind a proxy that ends TLS, this server doesn't know its own scheme. */
    static boolean isOwn(String origin, HttpServerRequest request) {
        var own = request.authority();
        try {
            var from = new URI(origin);
            if (own == null || from.getRawAuthority() == null) {
                return false;
            }
            // A host with an underscore has an authority, but no host for Java.
            if (from.getHost() == null || from.getRawUserInfo() != null) {
                return from.getRawAuthority().equalsIgnoreCase(own.toString());
            }
            var usual = "https".equalsIgnoreCase(from.getScheme()) ? HTTPS_PORT : HTTP_PORT;
            return from.getHost().equalsIgnoreCase(own.host())
                    && port(from.getPort(), usual) == port(own.port(), usual);
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static int port(int given, int usual) {
        return given < 0 ? usual : given;
    }
}
