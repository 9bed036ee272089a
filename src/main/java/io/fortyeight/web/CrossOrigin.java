package io.fortyeight.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * CORS for {@code /api}: pages of known origins may read answers, errors included. Preflights are answered here, before
 * anything asks who calls; no header but {@code Content-Type} is granted, so tokens can't be sent from pages.
 */
@Singleton
class CrossOrigin {

    private static final int BEFORE_AUTHENTICATION = 300;

    private final KnownOrigins knownOrigins;

    CrossOrigin(KnownOrigins knownOrigins) {
        this.knownOrigins = knownOrigins;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEFORE_AUTHENTICATION);
    }

    private void handle(RoutingContext exchange) {
        var request = exchange.request();
        var path = request.path();
        if (path == null || !path.startsWith("/api/")) {
            exchange.next();
            return;
        }
        var response = exchange.response();
        response.headers().add(HttpHeaders.VARY, "Origin");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        var allowed = origin != null && (OwnPages.isOwn(origin, request) || knownOrigins.knows(origin));
        if (allowed) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After");
        }
        if (isPreflight(request)) {
            if (allowed) {
                response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, HEAD")
                        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "content-type")
                        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "7200");
            }
            response.setStatusCode(204).end();
            return;
        }
        exchange.next();
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.getHeader(HttpHeaders.ORIGIN) != null
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }
}
