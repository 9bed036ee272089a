package io.fortyeight.ingest.client;

import io.fortyeight.core.counting.NetworkKey;
import io.fortyeight.core.counting.VisitorKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns who sent a ping into keys that say nothing without the contest's secret. Safe for use by many threads.
 *
 * <p>A key is the beginning of HMAC-SHA256(secret, version, domain, what identifies). The version is one byte, 1. The
 * domain is one byte that keeps the ways of identifying apart: a page can't send an id that makes it somebody's network.
 * What identifies is, by domain:
 *
 * <ol>
 *   <li>the id in UTF-8
 *   <li>the network (see {@link NetworkAddress#canonical}), then the user agent in UTF-8
 *   <li>the host's length in bytes as a four-byte number, the host in UTF-8, then the user agent in UTF-8
 *   <li>the network
 * </ol>
 *
 * Numbers are big-endian.
 */
public final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final byte VERSION = 1;

    // Each has read version and domain and is only ever cloned: cheaper than starting anew, and nobody waits for a
    // lock.
    // No thread-local: what is derived from a secret that gets destroyed must not stay behind in threads.
    private final Mac visitorsById;
    private final Mac visitorsByNetwork;
    private final Mac visitorsByHost;
    private final Mac networks;

    /** @param secret the contest's, 32 bytes; not kept */
    public Pseudonyms(byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("A secret has " + SECRET_BYTES + " bytes, not " + secret.length);
        }
        visitorsById = begun(secret, 1);
        visitorsByNetwork = begun(secret, 2);
        visitorsByHost = begun(secret, 3);
        networks = begun(secret, 4);
    }

    /** The visitor whom the page knows by an id of its own. */
    public VisitorKey visitorById(String id) {
        return visitor(visitorsById, id.getBytes(StandardCharsets.UTF_8), "");
    }

    /** The visitor who is known only by network and exact user agent; empty if none was sent. */
    public VisitorKey visitorByNetwork(NetworkAddress network, String userAgent) {
        return visitor(visitorsByNetwork, network.canonical(), userAgent);
    }

    /** The visitor of an access log that has names in place of addresses. */
    public VisitorKey visitorByHost(String host, String userAgent) {
        byte[] name = host.getBytes(StandardCharsets.UTF_8);
        byte[] prefixed = ByteBuffer.allocate(Integer.BYTES + name.length)
                .putInt(name.length)
                .put(name)
                .array();
        return visitor(visitorsByHost, prefixed, userAgent);
    }

    public NetworkKey network(NetworkAddress network) {
        return new NetworkKey(mac(networks, network.canonical(), "").getLong());
    }

    private static VisitorKey visitor(Mac begun, byte[] identity, String userAgent) {
        ByteBuffer mac = mac(begun, identity, userAgent);
        return new VisitorKey(mac.getLong(), mac.getLong());
    }

    private static ByteBuffer mac(Mac begun, byte[] identity, String userAgent) {
        try {
            Mac mac = (Mac) begun.clone();
            mac.update(identity);
            return ByteBuffer.wrap(mac.doFinal(userAgent.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The provider's " + ALGORITHM + " can't be cloned", e);
        }
    }

    private static Mac begun(byte[] secret, int domain) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update(VERSION);
            mac.update((byte) domain);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
