package io.fortyeight.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Sends one message to one endpoint. The name is looked up here and the connection made to the very address that was
 * checked, so that a name can't turn into a private address between check and connection. Redirects are not followed.
 */
@Singleton
class Sender {

    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final int MOST_CONNECTIONS_TO_AN_ENDPOINT = 20;

    private final Vertx vertx;
    private final HttpClient client;
    private final AddressLookup addresses;
    private final WebhookConfig config;

    Sender(Vertx vertx, AddressLookup addresses, WebhookConfig config) {
        this.vertx = vertx;
        this.addresses = addresses;
        this.config = config;
        client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(MOST_CONNECTIONS_TO_AN_ENDPOINT)
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
            var found = addresses.all(target.host());
            for (var address : found) {
                if (!config.allowPrivate() && !PublicAddress.is(address)) {
                    return done("The address " + address.getHostAddress() + " of " + target.host() + " is not public");
                }
            }
            return exchange(target, found[choice % found.length], headers, body);
        } catch (UnknownHostException unknown) {
            return done("The name " + target.host() + " has no address");
        }
    }

    private static CompletionStage<Outcome> done(String error) {
        return CompletableFuture.completedFuture(Outcome.failed(error));
    }

    private CompletionStage<Outcome> exchange(
            Target target, InetAddress address, Map<String, String> headers, String body) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, target.port())))
                .setSsl(target.isSecure())
                .setHost(target.host())
                .setPort(target.port())
                .setURI(target.path())
                .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        return new Exchange(vertx, client, config.timeout()).start(options, body);
    }
}
