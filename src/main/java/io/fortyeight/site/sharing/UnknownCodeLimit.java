package io.fortyeight.site.sharing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fortyeight.web.http.ClientNetworks;
import io.fortyeight.web.http.Problems;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds off who tries codes out: each costs a query, and nobody who means well has many that were never made. */
@ApplicationScoped
class UnknownCodeLimit {

    static final int MAX = 60;

    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final int MAX_NETWORKS = 100_000;

    private final ClientNetworks networks;
    private final Cache<ByteBuffer, AtomicInteger> tried;

    UnknownCodeLimit(ClientNetworks networks, Clock clock) {
        this.networks = networks;
        this.tried = Caffeine.newBuilder()
                .expireAfterWrite(WITHIN)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .maximumSize(MAX_NETWORKS)
                .build();
    }

    /** Counts one that came from the network of this request. */
    void add(HttpServerRequest request) {
        tried.get(ByteBuffer.wrap(networks.of(request)), absent -> new AtomicInteger())
                .incrementAndGet();
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 429 when too many came from the network of this request */
    void check(HttpServerRequest request) {
        var soFar = tried.getIfPresent(ByteBuffer.wrap(networks.of(request)));
        if (soFar != null && soFar.get() >= MAX) {
            throw Problems.tooMany("Too many share links that don't exist were tried from here", WITHIN.toSeconds());
        }
    }
}
