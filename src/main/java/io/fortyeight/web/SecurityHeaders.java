package io.fortyeight.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** Headers that every answer carries. Pages may only use what this server serves, and can't be framed. */
class SecurityHeaders {

    private static final int FIRST = 1000;
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data: https:; object-src 'none'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::handle, FIRST);
    }

    private static void handle(RoutingContext exchange) {
        exchange.addHeadersEndHandler(ignored -> {
            var headers = exchange.response().headers();
            headers.set("X-Content-Type-Options", "nosniff");
            putIfAbsent(exchange, "Referrer-Policy", "strict-origin-when-cross-origin");
            var type = headers.get(HttpHeaders.CONTENT_TYPE);
            if (type != null && type.startsWith("text/html")) {
                putIfAbsent(exchange, "Content-Security-Policy", CONTENT_SECURITY_POLICY);
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
