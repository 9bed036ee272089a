package io.fortyeight.ingest;

import io.fortyeight.contest.ContestDetails;
import io.fortyeight.contest.ContestDirectory;
import io.fortyeight.web.ClientNetworks;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who sent a request: its address behind trusted proxies, and the keys that stand for it in a contest. */
@ApplicationScoped
class Identification implements ClientNetworks {

    private final ClientAddress clients;
    private final ContestDirectory directory;
    private final Map<Integer, Pseudonyms> pseudonyms = new ConcurrentHashMap<>();

    Identification(ProxiesConfig proxies, ContestDirectory directory) {
        var trusted = TrustedProxies.parse(proxies.trusted().orElse(List.of()));
        this.clients = new ClientAddress(trusted, proxies.header());
        this.directory = directory;
    }

    NetworkAddress network(HttpServerRequest request) {
        var peer = IpAddress.parse(request.remoteAddress().hostAddress());
        if (peer == null) {
            throw new IllegalStateException("The peer has no IP address");
        }
        var headers = request.headers();
        return clients.of(peer, headers.getAll("Forwarded"), headers.getAll("X-Forwarded-For"))
                .network();
    }

    @Override
    public byte[] of(HttpServerRequest request) {
        return network(request).canonical();
    }

    /** Empty once the contest's secret is destroyed. */
    Optional<Pseudonyms> pseudonyms(ContestDetails contest) {
        var secret = directory.secret(contest.id());
        if (secret.isEmpty()) {
            pseudonyms.remove(contest.id());
            return Optional.empty();
        }
        return Optional.of(pseudonyms.computeIfAbsent(contest.id(), id -> new Pseudonyms(secret.get())));
    }
}
