package io.fortyeight.ingest;

import io.fortyeight.contest.ContestDetails;
import io.fortyeight.contest.ContestDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who sent a request: its address behind trusted proxies, and the keys that stand for it in a contest. */
@ApplicationScoped
class Identification {

    private final ClientAddress clients;
    private final ContestDirectory directory;
    private final Map<Integer, Pseudonyms> pseudonyms = new ConcurrentHashMap<>();

    Identification(ProxiesConfig proxies, ContestDirectory directory) {
        var trusted = TrustedProxies.parse(proxies.trusted().orElse(List.of()));
        this.clients = new ClientAddress(trusted, proxies.header());
        this.directory = directory;
    }

    IpAddress client(IpAddress peer, List<String> forwarded, List<String> xForwardedFor) {
        return clients.of(peer, forwarded, xForwardedFor);
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
