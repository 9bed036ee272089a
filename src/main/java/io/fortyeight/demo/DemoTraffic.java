package io.fortyeight.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortyeight.contest.ContestDetails;
import io.fortyeight.demo.DemoCrowd.DemoPing;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Brings the crowd's pings to the public endpoints, as a reverse proxy on this machine would. */
final class DemoTraffic {

    /** A server that does not keep up gets fewer pings, not a heap of waiting ones. */
    private static final int MOST_UNDER_WAY = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client;
    private final URI base;
    private final ContestDetails contest;
    private final DemoCrowd crowd;
    private final int pingsPerSecond;
    private final Semaphore underWay = new Semaphore(MOST_UNDER_WAY);
    private final long startedNanos = System.nanoTime();
    private long sent;

    /** @param base of the application's own HTTP server */
    DemoTraffic(HttpClient client, URI base, ContestDetails contest, int pingsPerSecond) {
        this.client = client;
        this.base = base;
        this.contest = contest;
        this.crowd = new DemoCrowd(contest.campaigns().size());
        this.pingsPerSecond = pingsPerSecond;
    }

    /** Sends what is due since the last call; what can't be under way at once is left out. */
    void send() {
        var elapsedSeconds = (System.nanoTime() - startedNanos) / 1e9;
        var due = (long) (elapsedSeconds * pingsPerSecond);
        for (; sent < due; sent++) {
            if (underWay.tryAcquire()) {
                client.sendAsync(request(crowd.next(elapsedSeconds)), BodyHandlers.discarding())
                        .whenComplete((answer, failure) -> underWay.release());
            }
        }
    }

    private HttpRequest request(DemoPing ping) {
        var campaign = contest.campaigns().get(ping.campaign()).slug();
        var request = HttpRequest.newBuilder()
                .timeout(PATIENCE)
                .header("X-Forwarded-For", ping.address())
                .header("User-Agent", ping.userAgent());
        if (ping.asPixel()) {
            var query = ping.visitor() == null
                    ? ""
                    : "?visitor=" + URLEncoder.encode(ping.visitor(), StandardCharsets.UTF_8);
            return request.uri(base.resolve("/p/" + contest.slug() + "/" + campaign + ".gif" + query))
                    .build();
        }
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("contest", contest.slug())
                .put("campaign", campaign)
                .put("kind", ping.platform() == null ? "view" : "share")
                .put("platform", ping.platform())
                .put("visitor", ping.visitor())
                .put("id", UUID.randomUUID().toString());
        return request.uri(base.resolve("/api/pings"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }
}
