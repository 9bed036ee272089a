package io.fortyeight.ingest.client;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.web.http.ClientNetworks;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who sent a request: its address behind trusted proxies, and the keys that stand for it in a contest. */
@ApplicationScoped
public class Identification implements ClientNetworks {

    private static final int MAX_USER_AGENT_CHARACTERS = 8 * 1024;

    private final ClientAddress clients;
    private final ContestDirectory directory;
    private final Map<Integer, Pseudonyms> pseudonyms = new ConcurrentHashMap<>();

    Identification(ProxiesConfig proxies, ContestDirectory directory) {
        var trusted = TrustedProxies.parse(proxies.trusted().orElse(List.of()));
        this.clients = new ClientAddress(trusted, proxies.header());
        this.directory = directory;
    }

    public NetworkAddress network(HttpServerRequest request) {
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

    /**
     * Whom a request comes from, unless the contest's secret is destroyed.
     *
     * @param id the page's own of the visitor; null when it has none
     */
    public Optional<VisitorKey> visitor(ContestDetails contest, @Nullable String id, HttpServerRequest request) {
        return pseudonyms(contest).map(known -> visitor(known, id, network(request), userAgent(request)));
    }

    public static VisitorKey visitor(
            Pseudonyms pseudonyms, @Nullable String id, NetworkAddress network, String userAgent) {
        return id == null ? pseudonyms.visitorByNetwork(network, userAgent) : pseudonyms.visitorById(id);
    }

    /** Its beginning, and the empty string for none. */
    public static String userAgent(HttpServerRequest request) {
        var userAgent = request.headers().get(HttpHeaders.USER_AGENT);
        if (userAgent == null) {
            return "";
        }
        return userAgent.length() <= MAX_USER_AGENT_CHARACTERS
                ? userAgent
                : userAgent.substring(0, MAX_USER_AGENT_CHARACTERS);
    }

    /** Empty once the contest's secret is destroyed. */
    public Optional<Pseudonyms> pseudonyms(ContestDetails contest) {
        var secret = directory.secret(contest.id());
        if (secret.isEmpty()) {
            pseudonyms.remove(contest.id());
            return Optional.empty();
        }
        return Optional.of(pseudonyms.computeIfAbsent(contest.id(), id -> new Pseudonyms(secret.get())));
    }
}
