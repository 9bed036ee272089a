package io.fortyeight.web;

import io.quarkus.security.AuthenticationRedirectException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Failures outside of the resources, in the same shape as theirs, whatever the caller accepts. */
class FailureAnswers {

    private static final Logger LOG = Logger.getLogger(FailureAnswers.class);
    private static final int BEFORE_QUARKUS = Integer.MIN_VALUE;

    void register(@Observes Router router) {
        router.route().order(BEFORE_QUARKUS).failureHandler(FailureAnswers::answer);
        router.errorHandler(404, exchange -> write(exchange, 404, null));
        router.errorHandler(405, exchange -> write(exchange, 405, null));
    }

    private static void answer(RoutingContext exchange) {
        if (exchange.response().ended()
                || exchange.response().headWritten()
                || exchange.failure() instanceof AuthenticationRedirectException) {
            exchange.next();
            return;
        }
        var status = exchange.statusCode() < 400 ? 500 : exchange.statusCode();
        if (status >= 500 && exchange.failure() != null) {
            LOG.errorf(
                    exchange.failure(),
                    "%s %s failed",
                    exchange.request().method(),
                    exchange.request().path());
        }
        write(exchange, status, null);
    }

    /** Ends the exchange with a problem; headers that are already set go with it. */
    static void write(RoutingContext exchange, int status, @Nullable String detail) {
        var known = Status.fromStatusCode(status);
        var problem = new JsonObject()
                .put("title", known == null ? "Error" : known.getReasonPhrase())
                .put("status", status);
        if (detail != null) {
            problem.put("detail", detail);
        }
        exchange.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(problem.put("instance", exchange.request().path()).toBuffer());
    }
}
