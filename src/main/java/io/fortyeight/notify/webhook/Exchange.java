package io.fortyeight.notify.webhook;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, within one limit of time for all of it. Of the answer no more is read than the log keeps. All
 * but {@link #start} happens on one event loop.
 */
final class Exchange {

    private static final int KEPT_BYTES = 300;
    private static final int MAX_DELAY_DIGITS = 9;

    private final Vertx vertx;
    private final HttpClient client;
    private final Duration timeout;
    private final Promise<Outcome> outcome = Promise.promise();
    private final Buffer answer = Buffer.buffer();
    private long timer;
    private @Nullable HttpClientRequest request;
    private @Nullable HttpClientResponse response;

    Exchange(Vertx vertx, HttpClient client, Duration timeout) {
        this.vertx = vertx;
        this.client = client;
        this.timeout = timeout;
    }

    CompletionStage<Outcome> start(RequestOptions options, String body) {
        vertx.getOrCreateContext().runOnContext(ignored -> {
            timer = vertx.setTimer(timeout.toMillis(), fired -> fail("There was no answer within " + timeout));
            client.request(options)
                    .onSuccess(connected -> send(connected, body))
                    .onFailure(this::fail);
        });
        return outcome.future().toCompletionStage();
    }

    private void send(HttpClientRequest connected, String body) {
        request = connected;
        if (outcome.future().isComplete()) {
            connected.reset();
            return;
        }
        connected.send(Buffer.buffer(body)).onSuccess(this::read).onFailure(this::fail);
    }

    private void read(HttpClientResponse answered) {
        response = answered;
        answered.handler(this::keep).exceptionHandler(this::fail).endHandler(ended -> end());
    }

    private void keep(Buffer part) {
        answer.appendBuffer(part, 0, Math.min(part.length(), KEPT_BYTES - answer.length()));
        if (answer.length() >= KEPT_BYTES) {
            end();
        }
    }

    private void fail(Throwable failure) {
        fail(said(failure));
    }

    /** The root of it says what is wrong with a certificate. */
    private static String said(Throwable failure) {
        var said = Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var cause = root.getMessage();
        return cause == null || said.contains(cause) ? said : said + ": " + cause;
    }

    /** Once there is a status it decides, however the rest of the answer goes. */
    private void fail(String error) {
        if (response == null) {
            complete(Outcome.failed(error));
        } else {
            end();
        }
    }

    private void end() {
        var answered = Objects.requireNonNull(response);
        complete(
                Outcome.answered(answered.statusCode(), answer.toString(StandardCharsets.UTF_8), retryAfter(answered)));
    }

    private void complete(Outcome reached) {
        if (!outcome.tryComplete(reached)) {
            return;
        }
        vertx.cancelTimer(timer);
        if (request != null) {
            request.reset();
        }
    }

    /** In seconds; as a date it is not honoured. */
    private static @Nullable Duration retryAfter(HttpClientResponse response) {
        var value = response.getHeader("Retry-After");
        return value != null && value.matches("\\d{1," + MAX_DELAY_DIGITS + "}")
                ? Duration.ofSeconds(Long.parseLong(value))
                : null;
    }
}
