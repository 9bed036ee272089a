package io.fortyeight.packaged;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Many pages that ping at once, and write down what they were told. */
final class PingLoad extends Load {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a page was told of a ping: the whole answer. */
    record Told(String visitor, String answer) {}

    private final PackagedApplication application;
    private final String contest;
    private final String[] campaigns;
    private final Map<UUID, Told> told = new ConcurrentHashMap<>();
    private final Map<UUID, String> unanswered = new ConcurrentHashMap<>();

    PingLoad(PackagedApplication application, String contest, String... campaigns) {
        this.application = application;
        this.contest = contest;
        this.campaigns = campaigns;
    }

    PingLoad start(int connections) {
        run(connections);
        return this;
    }

    @Override
    void next(HttpClient client, Random random) throws InterruptedException {
        var id = UUID.randomUUID();
        var visitor = "visitor-" + random.nextInt(500);
        var request = HttpRequest.newBuilder(application.uri("/api/pings"))
                .header("Content-Type", "application/json")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                .POST(BodyPublishers.ofString(body(id, visitor, campaigns[random.nextInt(campaigns.length)])));
        var answer = ask(client, request);
        if (answer.isPresent() && answer.get().statusCode() == 202) {
            told.put(id, new Told(visitor, answer.get().body()));
        } else {
            unanswered.put(id, visitor);
            answer.ifPresent(this::checkRefusal);
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

    /** Visitors of the pings of which the page knows nothing, by id. */
    Map<UUID, String> unanswered() {
        return unanswered;
    }

    /** The receipts of all acknowledged pings. */
    List<String> receipts() throws IOException {
        var receipts = new ArrayList<String>();
        for (var each : told.values()) {
            receipts.add(receipt(each.answer()));
        }
        return receipts;
    }

    static String receipt(String answer) throws IOException {
        return JSON.readTree(answer).get("receipt").textValue();
    }
}
