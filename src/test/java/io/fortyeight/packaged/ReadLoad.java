package io.fortyeight.packaged;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Random;

/** Readers who look again and again at everything that a contest shows, and a load balancer that asks whether it is ready. */
final class ReadLoad extends Load {

    private static final String HEALTH = "/q/health/ready";
    private static final List<String> PATHS = List.of(
            "/",
            "/contests/" + Audit.CONTEST,
            "/api/contests",
            "/api/contests/" + Audit.CONTEST + "/leaderboard",
            "/api/contests/" + Audit.CONTEST + "/campaigns/a",
            "/api/contests/" + Audit.CONTEST + "/campaigns/a/timeline",
            "/api/contests/" + Audit.CONTEST + "/ledger?from=1000000000",
            HEALTH);

    private final PackagedApplication application;

    ReadLoad(PackagedApplication application) {
        this.application = application;
    }

    ReadLoad start(int connections) {
        run(connections);
        return this;
    }

    @Override
    void next(HttpClient client, Random random) throws InterruptedException {
        var path = PATHS.get(random.nextInt(PATHS.size()));
        ask(client, HttpRequest.newBuilder(application.uri(path)))
                .filter(answer -> answer.statusCode() != 200 && !path.equals(HEALTH))
                .ifPresent(this::checkRefusal);
    }
}
