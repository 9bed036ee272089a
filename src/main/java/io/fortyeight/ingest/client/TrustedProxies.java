package io.fortyeight.ingest.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The proxies whose word on where a request came from is believed. */
final class TrustedProxies {

    private static final int MAPPED_PREFIX_BITS = 96;

    private final Range[] ranges;

    private TrustedProxies(Range[] ranges) {
        this.ranges = ranges;
    }

    /**
     * @param ranges addresses ({@code 127.0.0.1}, {@code ::1}) and blocks in CIDR notation ({@code 10.0.0.0/8})
     * @throws IllegalArgumentException naming the entry that is neither
     */
    static TrustedProxies parse(List<String> ranges) {
        return new TrustedProxies(ranges.stream().map(TrustedProxies::range).toArray(Range[]::new));
    }

    boolean isEmpty() {
        return ranges.length == 0;
    }

    boolean trusts(IpAddress address) {
        for (Range range : ranges) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }

    private static Range range(String text) {
        String trimmed = text.trim();
        int slash = trimmed.indexOf('/');
        String literal = slash < 0 ? trimmed : trimmed.substring(0, slash);
        IpAddress address = IpAddress.parse(literal);
        if (address == null) {
            throw refused(text);
        }
        int width = address.six() ? Long.SIZE * 2 : Integer.SIZE;
        Integer bits = slash < 0 ? Integer.valueOf(width) : prefix(trimmed.substring(slash + 1));
        if (bits != null && !address.six() && slash >= 0 && literal.indexOf(':') >= 0) {
            bits -= MAPPED_PREFIX_BITS;
        }
        if (bits == null || bits < 0 || bits > width) {
            throw refused(text);
        }
        return Range.of(address, bits);
    }

    private static @Nullable Integer prefix(String digits) {
        return digits.matches("[0-9]{1,3}") ? Integer.valueOf(digits) : null;
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException(
                "Neither an IP address nor a block in CIDR notation, such as 10.0.0.0/8: \"" + text + '"');
    }

    private record Range(boolean six, long high, long low, long highMask, long lowMask) {

        static Range of(IpAddress address, int bits) {
            long highMask = address.six() ? mask(Math.min(bits, Long.SIZE), Long.SIZE) : 0;
            long lowMask = address.six()
                    ? mask(Math.max(bits - Long.SIZE, 0), Long.SIZE)
                    : mask(bits, Integer.SIZE) & 0xFFFF_FFFFL;
            return new Range(address.six(), address.high() & highMask, address.low() & lowMask, highMask, lowMask);
        }

        boolean contains(IpAddress address) {
            return address.six() == six && (address.high() & highMask) == high && (address.low() & lowMask) == low;
        }

        /** The first {@code bits} of {@code width} bits set. A shift by 64 would shift by none: hence the 0. */
        private static long mask(int bits, int width) {
            return bits == 0 ? 0 : -1L << width - bits;
        }
    }
}
