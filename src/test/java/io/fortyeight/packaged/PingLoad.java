package io.fortyeight.packaged;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Many pages that ping at once, and write down what they were told. */
final class PingLoad implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a page was told of a ping: the whole answer. */
    record Told(String visitor, String answer) {}

    private final PackagedApplication application;
    private final String contest;
    private final String[] campaigns;
    private final List<Thread> pages = new ArrayList<>();
    private final Map<UUID, Told> told = new ConcurrentHashMap<>();
    private final Map<UUID, String> unanswered = new ConcurrentHashMap<>();
    private final AtomicInteger unexpected = new AtomicInteger();
    private final AtomicLong longestNanos = new AtomicLong();
    private volatile boolean stopped;

    PingLoad(PackagedApplication application, String contest, String... campaigns) {
        this.application = application;
        this.contest = contest;
        this.campaigns = campaigns;
    }

    PingLoad start(int connections) {
        for (var i = 0; i < connections; i++) {
            var seed = i;
            var page = new Thread(() -> ping(new Random(seed)), "page-" + i);
            page.start();
            pages.add(page);
        }
        return this;
    }

    private void ping(Random random) {
        // A client each: connections of a shared one would wait for each other.
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        while (!stopped) {
            var id = UUID.randomUUID();
            var visitor = "visitor-" + random.nextInt(500);
            var request = HttpRequest.newBuilder(application.uri("/api/pings"))
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                    .timeout(Duration.ofSeconds(10))
                    .POST(BodyPublishers.ofString(body(id, visitor, campaigns[random.nextInt(campaigns.length)])))
                    .build();
            var begunNanos = System.nanoTime();
            try {
                var answer = client.send(request, BodyHandlers.ofString());
                switch (answer.statusCode()) {
                    case 202 -> told.put(id, new Told(visitor, answer.body()));
                    case 429, 503 -> unanswered.put(id, visitor);
                    default -> unexpected.incrementAndGet();
                }
            } catch (IOException gone) {
                unanswered.put(id, visitor);
                Thread.onSpinWait();
            } catch (InterruptedException interrupted) {
                return;
            } finally {
                longestNanos.accumulateAndGet(System.nanoTime() - begunNanos, Math::max);
            }
        }
    }

    String body(UUID id, String visitor, String campaign) {
        return """
                {"contest":"%s","campaign":"%s","kind":"view","visitor":"%s","id":"%s"}""".formatted(contest, campaign, visitor, id);
    }

    /** Pings that were acknowledged, by id. */
    Map<UUID, Told> told() {
        return told;
    }

    /** Pings of which the page knows nothing, by id. */
    Map<UUID, String> unanswered() {
        return unanswered;
    }

    /** Answers that are neither taken nor "come again". */
    int unexpected() {
        return unexpected.get();
    }

    /** The longest that a page has waited, for an answer or for the end of its connection. */
    long longestMillis() {
        return TimeUnit.NANOSECONDS.toMillis(longestNanos.get());
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        for (var page : pages) {
            page.join(15_000);
        }
    }

    /** The receipts of all acknowledged pings. */
    List<String> receipts() throws IOException {
        var receipts = new ArrayList<String>();
        for (var each : told.values()) {
            receipts.add(JSON.readTree(each.answer()).get("receipt").textValue());
        }
        return receipts;
    }
}
