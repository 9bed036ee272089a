package io.fortyeight.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Sends pings at a constant rate while a command runs, and prints how long their answers took.
 *
 * <p>An open loop: each ping has its time, whether or not those before it have been answered, and is measured from that
 * time on. So a wait for a free connection, or for this client itself, is part of what is measured: no omission is
 * coordinated with the server's stalls.
 */
public final class OpenLoop {

    private static final int VISITORS = 10_000;
    private static final int CAMPAIGNS = 4;
    private static final int ACCEPTED = 202;
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    /** Not recorded: the compilers need their time, here too, and then what has piled up meanwhile has to be worked off. */
    private static final long WARM_UP_MILLIS = 15_000;

    private static final long LAST_ANSWER_SECONDS = 30;
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final double NANOS_PER_MILLI = 1e6;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client;
    private final RequestOptions target;
    private final String contest;
    private final double nanosBetween;
    private final Random random = new Random();
    private final CompletableFuture<Void> answered = new CompletableFuture<>();

    // From here on only the event loop touches the fields.
    private final Histogram latencies = new Histogram(LONGEST_NANOS, 3);
    private long firstNanos;
    private long sent;
    private long open;
    private long recorded;
    private long others;
    private boolean isRecording;
    private boolean isStopping;

    private OpenLoop(String base, String contest, int ratePerSecond, int connections) {
        var pool = new PoolOptions().setHttp1MaxSize(connections);
        client = vertx.createHttpClient(new HttpClientOptions(), pool);
        target = new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(base + "/api/pings");
        this.contest = contest;
        nanosBetween = (double) TimeUnit.SECONDS.toNanos(1) / ratePerSecond;
    }

    /** Arguments: base contest rate connections command ... */
    public static void main(String[] arguments) throws Exception {
        var rate = Integer.parseInt(arguments[2]);
        var loop = new OpenLoop(arguments[0], arguments[1], rate, Integer.parseInt(arguments[3]));
        loop.start();
        Thread.sleep(WARM_UP_MILLIS);
        loop.vertx.runOnContext(ignored -> loop.isRecording = true);
        Command.run(arguments, 4);
        loop.vertx.runOnContext(ignored -> loop.stop());
        loop.answered
                .completeOnTimeout(null, LAST_ANSWER_SECONDS, TimeUnit.SECONDS)
                .join();
        loop.vertx.runOnContext(ignored -> {
            loop.print(rate);
            loop.vertx.close();
        });
    }

    private void start() {
        vertx.runOnContext(ignored -> {
            firstNanos = System.nanoTime();
            vertx.setPeriodic(1, timer -> sendWhatIsDue());
        });
    }

    private void sendWhatIsDue() {
        var now = System.nanoTime();
        while (!isStopping && dueNanos() <= now) {
            send(dueNanos(), isRecording);
            sent++;
        }
    }

    private long dueNanos() {
        return firstNanos + (long) (sent * nanosBetween);
    }

    private void send(long dueNanos, boolean counts) {
        open++;
        var visitor = random.nextInt(VISITORS);
        client.request(target)
                .compose(request -> request.putHeader("Content-Type", "application/json")
                        .putHeader("X-Forwarded-For", "10.1." + visitor / 100 + "." + visitor % 100)
                        .putHeader("User-Agent", BROWSER)
                        .send(body(visitor)))
                .compose(response -> response.body().map(whole -> response))
                .map(HttpClientResponse::statusCode)
                .otherwise(0)
                .onSuccess(status -> answered(dueNanos, counts, status));
    }

    private Buffer body(int visitor) {
        // Not UUID.randomUUID(): its secure random numbers cost as much as the rest of the request.
        var id = new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE);
        return Buffer.buffer("{\"contest\":\"" + contest + "\",\"campaign\":\"c" + (1 + random.nextInt(CAMPAIGNS))
                + "\",\"kind\":\"view\",\"visitor\":\"visitor-" + visitor + "\",\"id\":\"" + id + "\"}");
    }

    private void answered(long dueNanos, boolean counts, int status) {
        open--;
        if (counts) {
            recorded++;
            others += status == ACCEPTED ? 0 : 1;
            latencies.recordValue(Math.min(LONGEST_NANOS, System.nanoTime() - dueNanos));
        }
        completeWhenDone();
    }

    private void stop() {
        isStopping = true;
        completeWhenDone();
    }

    private void completeWhenDone() {
        if (isStopping && open == 0) {
            answered.complete(null);
        }
    }

    private void print(int rate) {
        System.out.printf(
                "%d pings at %d/s  p50 %.2f ms  p99 %.2f ms  p99.9 %.2f ms  longest %.2f ms"
                        + "  other answers %d  none %d%n",
                recorded, rate, millisAt(50), millisAt(99), millisAt(99.9), millisAt(100), others, open);
    }

    private double millisAt(double percentile) {
        return latencies.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }
}
