package io.fortyeight.web.error;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Answers 503 with {@code Retry-After} when a request has no answer after {@value #PATIENCE_MILLIS} ms, whatever holds it up:
 * a database that stands still, or threads that all wait for one. What was asked for may still happen; its own answer then
 * comes too late, which Quarkus logs.
 */
@Singleton
class AnswerInTime {

    private static final Logger LOG = Logger.getLogger(AnswerInTime.class);
    private static final int BEFORE_QUARKUS = Integer.MIN_VALUE + 1;
    private static final long PATIENCE_MILLIS = 4_250;
    private static final String RETRY_AFTER_SECONDS = "2";

    /** Pings and share links have a deadline of their own, without a timer each; an upload and a recount take as long as there is to read. */
    private static final Pattern EXEMPT = Pattern.compile(
            "/api/pings(/.*)?|/p/.*|/s/[^/]*|/api/contests/[^/]*/(imports|recount)|/desk/contests/[^/]*/imports");

    private final FailureAnswers failures;

    AnswerInTime(FailureAnswers failures) {
        this.failures = failures;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_QUARKUS).handler(this::watch);
    }

    private void watch(RoutingContext exchange) {
        if (!EXEMPT.matcher(exchange.request().path()).matches()) {
            var timer = exchange.vertx().setTimer(PATIENCE_MILLIS, fired -> answer(exchange));
            exchange.addEndHandler(ended -> exchange.vertx().cancelTimer(timer));
        }
        exchange.next();
    }

    private void answer(RoutingContext exchange) {
        var response = exchange.response();
        if (response.headWritten() || response.ended() || response.closed()) {
            return;
        }
        LOG.warnf(
                "%s %s has no answer yet",
                exchange.request().method(), exchange.request().path());
        response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        failures.write(
                exchange,
                Status.SERVICE_UNAVAILABLE.getStatusCode(),
                "There is no answer in time; the database may be away");
    }
}
