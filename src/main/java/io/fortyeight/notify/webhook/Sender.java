package io.fortyeight.notify.webhook;

import io.fortyeight.web.outbound.Destinations;
import io.fortyeight.web.outbound.RefusedTargetException;
import io.fortyeight.web.outbound.Target;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Sends one message to one endpoint, at an address that {@link Destinations} has checked. Redirects are not followed.
 */
@Singleton
class Sender {

    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final int MAX_CONNECTIONS_TO_AN_ENDPOINT = 20;

    private final Vertx vertx;
    private final HttpClient client;
    private final Destinations destinations;
    private final WebhookConfig config;

    Sender(Vertx vertx, Destinations destinations, WebhookConfig config) {
        this.vertx = vertx;
        this.destinations = destinations;
        this.config = config;
        client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(MAX_CONNECTIONS_TO_AN_ENDPOINT)
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS));
    }

    Duration timeout() {
        return config.timeout();
    }

    /**
     * Waits for the look-up of the name, not for the answer.
     *
     * @param choice of a name's addresses, where it has several: the next attempt should try the next one
     * @return never fails: whatever goes wrong is the outcome
     */
    CompletionStage<Outcome> send(Target target, Map<String, String> headers, String body, int choice) {
        try {
            var found = destinations.find(target, config.allowPrivate());
            var options = target.at(found[choice % found.length]).setMethod(HttpMethod.POST);
            headers.forEach(options::putHeader);
            return new Exchange(vertx, client, config.timeout()).start(options, body);
        } catch (RefusedTargetException refused) {
            return CompletableFuture.completedFuture(Outcome.failed(String.valueOf(refused.getMessage())));
        }
    }
}
