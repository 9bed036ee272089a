package io.fortyeight.web.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Headers that every answer carries. Pages may only use what this server serves, and can't be framed. */
@Singleton
public class SecurityHeaders {

    /** The content type of pages. */
    public static final String HTML_UTF_8 = "text/html;charset=UTF-8";

    private static final int FIRST = 1000;
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data: https:; object-src 'none'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Nothing here uses them, so nothing that gets in can. */
    private static final String PERMISSIONS_POLICY =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=()";

    /** A year, and this host alone: the others of the domain may not be ours. */
    private static final String TRANSPORT_SECURITY = "max-age=31536000";

    private final boolean behindHttps;

    /** @param behindHttps people reach this server by https only, by a proxy that ends it */
    SecurityHeaders(@ConfigProperty(name = "fortyeight.https", defaultValue = "false") boolean behindHttps) {
        this.behindHttps = behindHttps;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FIRST);
    }

    private void handle(RoutingContext exchange) {
        exchange.addHeadersEndHandler(ignored -> {
            var headers = exchange.response().headers();
            headers.set("X-Content-Type-Options", "nosniff");
            putIfAbsent(exchange, "Referrer-Policy", "strict-origin-when-cross-origin");
            if (behindHttps) {
                putIfAbsent(exchange, "Strict-Transport-Security", TRANSPORT_SECURITY);
            }
            var type = headers.get(HttpHeaders.CONTENT_TYPE);
            if ("text/html".equals(type)) {
                // What rest-qute makes of a template's variant, whatever its resource is declared to produce.
                headers.set(HttpHeaders.CONTENT_TYPE, HTML_UTF_8);
            }
            if (type != null && type.startsWith("text/html")) {
                putIfAbsent(exchange, "Content-Security-Policy", CONTENT_SECURITY_POLICY);
                putIfAbsent(exchange, "Permissions-Policy", PERMISSIONS_POLICY);
                putIfAbsent(exchange, "Cross-Origin-Opener-Policy", "same-origin");
            }
            var policy = headers.get("Content-Security-Policy");
            if (policy == null || !policy.contains("frame-ancestors *")) {
                putIfAbsent(exchange, "X-Frame-Options", "DENY");
            }
        });
        exchange.next();
    }

    /** A page that may be framed, such as a badge, says so itself, in its policy. */
    private static void putIfAbsent(RoutingContext exchange, String name, String value) {
        if (!exchange.response().headers().contains(name)) {
            exchange.response().putHeader(name, value);
        }
    }
}
