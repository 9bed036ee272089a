package io.fortyeight.web.error;

import io.fortyeight.web.http.SecurityHeaders;
import io.quarkus.security.AuthenticationRedirectException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Failures outside of the resources, in the same shapes as theirs: a page for who asked for one, a problem for all others. */
@Singleton
class FailureAnswers {

    private static final Logger LOG = Logger.getLogger(FailureAnswers.class);
    private static final int BEFORE_QUARKUS = Integer.MIN_VALUE;

    private final PageInstead pages;

    FailureAnswers(PageInstead pages) {
        this.pages = pages;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_QUARKUS).failureHandler(this::answer);
        router.errorHandler(404, exchange -> write(exchange, 404, null));
        router.errorHandler(405, exchange -> write(exchange, 405, null));
    }

    private void answer(RoutingContext exchange) {
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

    /** Ends the exchange; headers that are already set go with it. */
    void write(RoutingContext exchange, int status, @Nullable String detail) {
        var page = pages.of(exchange, status, detail);
        var response = exchange.response().setStatusCode(status);
        if (page.isPresent()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, SecurityHeaders.HTML_UTF_8)
                    .end(page.get());
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(problem(exchange, status, detail).toBuffer());
    }

    private static JsonObject problem(RoutingContext exchange, int status, @Nullable String detail) {
        var known = Status.fromStatusCode(status);
        var problem = new JsonObject()
                .put("title", known == null ? "Error" : known.getReasonPhrase())
                .put("status", status);
        if (detail != null) {
            problem.put("detail", detail);
        }
        return problem.put("instance", exchange.request().path());
    }
}
