package io.fortyeight.contest.linkcheck;

import io.fortyeight.web.outbound.Destinations;
import io.fortyeight.web.outbound.RefusedTargetException;
import io.fortyeight.web.outbound.Target;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether a link works, as a browser would follow it: by GET, for many sites answer HEAD otherwise. The connection is
 * broken off as soon as the headers are there, whatever the page weighs. Each redirect is looked at like the link itself: it
 * must be by https, and to a public address.
 */
@Singleton
class LinkProbe {

    private static final String USER_AGENT = "Fortyeight (checks links that campaigns publish)";
    private static final int MAX_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final int MAX_HEADER_BYTES = 32 * 1024;
    private static final int MAX_CONNECTIONS_TO_A_SITE = 4;

    private record Answer(int status, @Nullable String location) {}

    private final HttpClient client;
    private final Destinations destinations;
    private final LinkPolicy links;
    private final LinkCheckConfig config;

    LinkProbe(Vertx vertx, Destinations destinations, LinkPolicy links, LinkCheckConfig config) {
        this.destinations = destinations;
        this.links = links;
        this.config = config;
        client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(MAX_CONNECTIONS_TO_A_SITE)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS));
    }

    /** Waits for the end of the check, not much longer than {@link LinkCheckConfig#timeout}. */
    LinkCheckResult look(String url) throws InterruptedException {
        var endNanos = System.nanoTime() + config.timeout().toNanos();
        var next = url;
        for (var hop = 0; hop <= MAX_REDIRECTS; hop++) {
            var target = links.target(next);
            if (target.isEmpty()) {
                return LinkCheckResult.NO_ANSWER;
            }
            var answer = ask(target.get(), Duration.ofNanos(endNanos - System.nanoTime()));
            if (answer.isEmpty()) {
                return LinkCheckResult.NO_ANSWER;
            }
            var location = answer.get().location();
            if (!REDIRECTS.contains(answer.get().status()) || location == null) {
                return LinkCheckResult.of(answer.get().status());
            }
            next = resolved(next, location);
        }
        return LinkCheckResult.NO_ANSWER;
    }

    /** Empty when there is none in time. */
    private Optional<Answer> ask(Target target, Duration left) throws InterruptedException {
        var connected = Future.<HttpClientRequest>failedFuture("not tried");
        try {
            var address = destinations.find(target, config.allowPrivate())[0];
            connected = client.request(target.at(address)
                    .setMethod(HttpMethod.GET)
                    .putHeader(HttpHeaders.USER_AGENT, USER_AGENT)
                    .putHeader(HttpHeaders.ACCEPT, "text/html, */*;q=0.5"));
            var answer = connected.compose(LinkProbe::send).map(LinkProbe::breakOff);
            return Optional.of(
                    answer.toCompletionStage().toCompletableFuture().get(left.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            // Also a connection that is made only after the time is up.
            connected.onSuccess(HttpClientRequest::reset);
            return Optional.empty();
        } catch (RefusedTargetException | ExecutionException none) {
            return Optional.empty();
        }
    }

    /** What breaks after the headers is nobody's concern; without a handler it would go to the log. */
    private static Future<HttpClientResponse> send(HttpClientRequest request) {
        request.connection().exceptionHandler(broken -> {});
        return request.send();
    }

    private static Answer breakOff(HttpClientResponse response) {
        try {
            response.exceptionHandler(brokenOff -> {}).request().reset();
        } catch (IllegalStateException ended) {
            // A short answer may be there as a whole before this runs: then there is nothing to break off.
        }
        return new Answer(response.statusCode(), response.getHeader(HttpHeaders.LOCATION));
    }

    private static String resolved(String base, String location) {
        try {
            return URI.create(base).resolve(location).toString();
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
