package io.fortyeight.packaged;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Many clients that ask at once, one connection each, and remember their longest wait and what they should not have got. */
abstract class Load implements AutoCloseable {

    /** Longer than any wait that is allowed, so that one that is not allowed is seen. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final long PAUSE_WHEN_REFUSED_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final List<Thread> clients = new ArrayList<>();
    private final AtomicLong longestNanos = new AtomicLong();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    /** One client's request after the other, by {@link #ask}, until it is stopped. */
    abstract void next(HttpClient client, Random random) throws InterruptedException;

    final Load run(int connections) {
        for (var i = 0; i < connections; i++) {
            var seed = i;
            var thread = new Thread(() -> repeat(new Random(seed)), getClass().getSimpleName() + "-" + i);
            thread.setDaemon(true);
            thread.start();
            clients.add(thread);
        }
        return this;
    }

    private void repeat(Random random) {
        // A client each: connections of a shared one would wait for each other.
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try {
            while (!stopped) {
                next(client, random);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The answer; empty when the connection ended without one. */
    final Optional<HttpResponse<String>> ask(HttpClient client, HttpRequest.Builder request)
            throws InterruptedException {
        var sent = request.timeout(PATIENCE).build();
        var begunNanos = System.nanoTime();
        Optional<HttpResponse<String>> answer;
        try {
            answer = Optional.of(client.send(sent, BodyHandlers.ofString()));
        } catch (IOException gone) {
            answer = Optional.empty();
        }
        longestNanos.accumulateAndGet(System.nanoTime() - begunNanos, Math::max);
        if (answer.isEmpty() || answer.get().statusCode() >= 400) {
            LockSupport.parkNanos(PAUSE_WHEN_REFUSED_NANOS);
        }
        return answer;
    }

    /** A refusal says in a known form that, and when, to come again. */
    final void checkRefusal(HttpResponse<String> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        var isClear = answer.statusCode() == 503
                && answer.headers().firstValueAsLong("Retry-After").orElse(0) > 0
                && type.startsWith("application/problem+json");
        if (!isClear) {
            unexpected.add(answer.statusCode() + " from " + answer.uri() + ", " + type + ": " + answer.body());
        }
    }

    /** What no client should have got. */
    final List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    /** The longest that a client has waited, for an answer or for the end of its connection. */
    final long longestMillis() {
        return TimeUnit.NANOSECONDS.toMillis(longestNanos.get());
    }

    @Override
    public final void close() throws InterruptedException {
        stopped = true;
        for (var client : clients) {
            client.join(PATIENCE.toMillis());
        }
    }
}
