package io.fortyeight.web.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * CORS for {@code /api}: pages of known origins may read answers, errors included; those of all others only why their pings
 * are refused. Preflights are answered here, before anything asks who calls; no header but {@code Content-Type} is granted,
 * so tokens can't be sent from pages.
 */
@Singleton
class CrossOrigin {

    private static final int BEFORE_AUTHENTICATION = 300;

    /** A refusal tells nothing about anybody, and who needs it most runs a page whose origin is missing. */
    private static final Set<String> REFUSALS_FOR_ALL = Set.of("/api/pings", "/api/pings/test", "/api/links");

    private static final String ANY_ORIGIN = "*";

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
        var known = origin != null && (SameOrigin.isOwn(origin, request) || knownOrigins.knows(origin));
        var granted = known || (origin != null && REFUSALS_FOR_ALL.contains(path));
        if (known) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After");
        }
        if (isPreflight(request)) {
            if (granted) {
                response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, known ? origin : ANY_ORIGIN)
                        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, HEAD")
                        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "content-type")
                        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "7200");
            }
            response.setStatusCode(204).end();
            return;
        }
        if (granted && !known) {
            exchange.addHeadersEndHandler(ending -> openRefusal(response));
        }
        exchange.next();
    }

    private static void openRefusal(HttpServerResponse response) {
        if (response.getStatusCode() >= 400 && response.getStatusCode() < 500) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY_ORIGIN);
        }
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.getHeader(HttpHeaders.ORIGIN) != null
                && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
    }
}
