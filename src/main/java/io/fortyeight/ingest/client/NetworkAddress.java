package io.fortyeight.ingest.client;

import java.nio.ByteBuffer;

/**
 * The network that a ping came from: an IPv4 address, or the first 64 bits of an IPv6 address.
 *
 * @param bits the 32 or 64 bits
 */
public record NetworkAddress(boolean six, long bits) {

    private static final byte FAMILY_FOUR = 4;
    private static final byte FAMILY_SIX = 6;

    /** What keys are made from: a byte for the family (4 or 6), then 4 or 8 bytes in network order. */
    byte[] canonical() {
        return six
                ? ByteBuffer.allocate(1 + Long.BYTES)
                        .put(FAMILY_SIX)
                        .putLong(bits)
                        .array()
                : ByteBuffer.allocate(1 + Integer.BYTES)
                        .put(FAMILY_FOUR)
                        .putInt((int) bits)
                        .array();
    }
}
