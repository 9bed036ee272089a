package io.fortyeight.core.counting;

import java.util.UUID;

/** The pseudonym of "one user" within a contest: 128 bits of an HMAC, so evenly spread. */
public record VisitorKey(long high, long low) {

    public static VisitorKey of(UUID uuid) {
        return new VisitorKey(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
    }

    public UUID toUuid() {
        return new UUID(high, low);
    }
}
