package io.fortyeight.ingest.client;

import java.util.List;

/**
 * Finds out which address a request comes from, behind proxies or not.
 *
 * <p>The walk begins with the peer and goes on, as long as it stands at a trusted proxy, to the address that this proxy
 * has appended to the header, from right to left. The client is the first that is not a trusted proxy. Whatever is no
 * address ({@code unknown}, {@code _hidden}, an empty element, rubbish) ends the walk at the trusted proxy that wrote
 * it, and a header that ends there ends it likewise: a client that is not named counts as its proxy. No name is ever
 * looked up.
 */
final class ClientAddress {

    private final TrustedProxies proxies;
    private final ForwardedHeader header;

    ClientAddress(TrustedProxies proxies, ForwardedHeader header) {
        this.proxies = proxies;
        this.header = header;
    }

    /**
     * @param peer the other end of the connection
     * @param forwarded all {@code Forwarded} lines in their order, raw
     * @param xForwardedFor all {@code X-Forwarded-For} lines in their order, raw
     */
    IpAddress of(IpAddress peer, List<String> forwarded, List<String> xForwardedFor) {
        if (proxies.isEmpty() || !proxies.trusts(peer)) {
            return peer;
        }
        boolean readsForwarded = header != ForwardedHeader.X_FORWARDED_FOR && !forwarded.isEmpty();
        boolean readsXForwardedFor = header != ForwardedHeader.FORWARDED && !xForwardedFor.isEmpty();
        if (!readsForwarded) {
            return readsXForwardedFor ? walk(peer, xForwardedFor, false) : peer;
        }
        IpAddress client = walk(peer, forwarded, true);
        return !readsXForwardedFor || client.equals(walk(peer, xForwardedFor, false)) ? client : peer;
    }

    private IpAddress walk(IpAddress peer, List<String> lines, boolean forwarded) {
        IpAddress client = peer;
        for (int index = lines.size() - 1; index >= 0; index--) {
            String line = lines.get(index);
            int end = line.length();
            while (end >= 0) {
                int comma = forwarded ? ForwardedHop.lastComma(line, end) : line.lastIndexOf(',', end - 1);
                IpAddress hop = forwarded
                        ? ForwardedHop.ofElement(line, comma + 1, end)
                        : ForwardedHop.ofNode(ForwardedHop.trimmed(line, comma + 1, end));
                if (hop == null) {
                    return client;
                }
                client = hop;
                if (!proxies.trusts(client)) {
                    return client;
                }
                end = comma;
            }
        }
        return client;
    }
}
