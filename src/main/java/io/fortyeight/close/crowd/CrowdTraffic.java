package io.fortyeight.close.crowd;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fortyeight.close.crowd.Crowd.CrowdPing;
import io.fortyeight.contest.directory.ContestDetails;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings a crowd's pings to the public endpoints, as a reverse proxy on this machine would. For one thread; answers come on
 * others.
 */
public final class CrowdTraffic {

    /** A server that does not keep up gets fewer pings, not a heap of waiting ones. */
    private static final int MAX_UNDER_WAY = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern CODE = Pattern.compile("\"code\":\"(\\w+)\"");

    /** Learns what became of each ping, on the client's threads. */
    public interface Listener {

        /** @param answer null when there was none */
        void ended(@Nullable HttpResponse<String> answer);
    }

    private final HttpClient client;
    private final URI base;
    private final ContestDetails contest;
    private final Crowd crowd;
    private final int pingsPerSecond;
    private final Semaphore underWay = new Semaphore(MAX_UNDER_WAY);
    private final long startedNanos = System.nanoTime();
    private final Listener listener;
    private final boolean spreads;
    private long due;
    private long leftOut;

    /**
     * @param base of the application's own HTTP server
     * @param spreads whether who shares gets a share link, by which friends come
     */
    public CrowdTraffic(
            HttpClient client,
            URI base,
            ContestDetails contest,
            Crowd crowd,
            int pingsPerSecond,
            boolean spreads,
            Listener listener) {
        this.client = client;
        this.base = base;
        this.contest = contest;
        this.crowd = crowd;
        this.pingsPerSecond = pingsPerSecond;
        this.spreads = spreads;
        this.listener = listener;
    }

    /** Sends what is due since the last call; what can't be under way at once is left out. */
    public void send() {
        var elapsedSeconds = (System.nanoTime() - startedNanos) / 1e9;
        for (; due < (long) (elapsedSeconds * pingsPerSecond); due++) {
            if (underWay.tryAcquire()) {
                var ping = crowd.next(elapsedSeconds);
                if (spreads && ping.platform() != null && ping.visitor() != null) {
                    share(ping);
                }
                client.sendAsync(request(ping), BodyHandlers.ofString()).whenComplete((answer, failure) -> {
                    listener.ended(failure == null ? answer : null);
                    underWay.release();
                });
            } else {
                leftOut++;
            }
        }
    }

    private void share(CrowdPing share) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("contest", contest.slug())
                .put("campaign", campaign(share))
                .put("platform", share.platform())
                .put("visitor", share.visitor());
        var request = HttpRequest.newBuilder(base.resolve("/api/links"))
                .timeout(PATIENCE)
                .header("X-Forwarded-For", share.address())
                .header("User-Agent", share.userAgent())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        client.sendAsync(request, BodyHandlers.ofString()).thenAccept(answer -> {
            var code = CODE.matcher(answer.body());
            if (code.find()) {
                crowd.share(share.campaign(), code.group(1));
            }
        });
    }

    private String campaign(CrowdPing ping) {
        return contest.campaigns().get(ping.campaign()).slug();
    }

    public long sent() {
        return due - leftOut;
    }

    /** Pings that were due but not sent, for too many were under way. */
    public long leftOut() {
        return leftOut;
    }

    /** Whether everything that was sent has ended. */
    public boolean isQuiet() {
        return underWay.availablePermits() == MAX_UNDER_WAY;
    }

    private HttpRequest request(CrowdPing ping) {
        var campaign = campaign(ping);
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
                .put("via", ping.via())
                .put("id", UUID.randomUUID().toString());
        return request.uri(base.resolve("/api/pings"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }
}
