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
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers what the resources don't: failures outside of them, and requests that have no answer in time. The answers have the
 * same shapes as theirs: a page for browsers, a problem for all others.
 */
@Singleton
class RouterErrorHandler {

    private static final Logger LOG = Logger.getLogger(RouterErrorHandler.class);
    private static final int BEFORE_QUARKUS = Integer.MIN_VALUE;
    private static final long TIMEOUT_MILLIS = 4_250;
    private static final String RETRY_AFTER_SECONDS = "2";

    /** Pings and share links have a deadline of their own, without a timer each; an upload and a recount take as long as there is to read. */
    private static final Pattern WITHOUT_TIMEOUT = Pattern.compile(
            "/api/pings(/.*)?|/p/.*|/s/[^/]*|/api/contests/[^/]*/(imports|recount)|/desk/contests/[^/]*/imports");

    private final ErrorPage page;

    RouterErrorHandler(ErrorPage page) {
        this.page = page;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_QUARKUS).failureHandler(this::answerFailure);
        router.route().order(BEFORE_QUARKUS + 1).handler(this::startTimeout);
        router.errorHandler(404, exchange -> write(exchange, 404, null));
        router.errorHandler(405, exchange -> write(exchange, 405, null));
    }

    private void answerFailure(RoutingContext exchange) {
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

    private void startTimeout(RoutingContext exchange) {
        if (!WITHOUT_TIMEOUT.matcher(exchange.request().path()).matches()) {
            var timer = exchange.vertx().setTimer(TIMEOUT_MILLIS, fired -> answerTimeout(exchange));
            exchange.addEndHandler(ended -> exchange.vertx().cancelTimer(timer));
        }
        exchange.next();
    }

    /**
     * Whatever holds the request up: a database that stands still, or threads that all wait for one. What was asked for may
     * still happen; its own answer then comes too late, which Quarkus logs.
     */
    private void answerTimeout(RoutingContext exchange) {
        var response = exchange.response();
        if (response.headWritten() || response.ended() || response.closed()) {
            return;
        }
        LOG.warnf(
                "%s %s has no answer yet",
                exchange.request().method(), exchange.request().path());
        response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        write(exchange, 503, "There is no answer in time; the database may be away");
    }

    /** Ends the exchange; headers that are already set go with it. */
    private void write(RoutingContext exchange, int status, @Nullable String detail) {
        var html = page.render(exchange, status, detail);
        var response = exchange.response().setStatusCode(status);
        if (html.isPresent()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, SecurityHeaders.HTML_UTF_8)
                    .end(html.get());
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
