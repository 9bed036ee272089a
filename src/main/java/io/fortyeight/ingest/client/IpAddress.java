package io.fortyeight.ingest.client;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address. IPv4-mapped IPv6 ({@code ::ffff:192.0.2.1}) is IPv4; zone ids are dropped.
 *
 * <p>Parsed by hand: {@link InetAddress} would ask the DNS about anything that is not a literal.
 *
 * @param six whether it is IPv6
 * @param high the first 64 bits of an IPv6 address, else 0
 * @param low the last 64 bits of an IPv6 address, or the 32 bits of an IPv4 one
 */
public record IpAddress(boolean six, long high, long low) {

    private static final int GROUPS = 8;
    private static final int LONGEST_GROUP = 4;

    /** The address that the literal stands for; null if it is none. Names, ports, brackets and octal are none. */
    public static @Nullable IpAddress parse(String literal) {
        if (literal.indexOf(':') >= 0) {
            return parseSix(literal);
        }
        long bits = parseFour(literal, 0, literal.length());
        return bits < 0 ? null : new IpAddress(false, 0, bits);
    }

    static IpAddress of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return bytes.remaining() == Integer.BYTES
                ? new IpAddress(false, 0, Integer.toUnsignedLong(bytes.getInt()))
                : ofSix(bytes.getLong(), bytes.getLong());
    }

    /** What rule 7 and identity look at: the whole IPv4 address, the first 64 bits of an IPv6 one. */
    public NetworkAddress network() {
        return new NetworkAddress(six, six ? high : low);
    }

    private static IpAddress ofSix(long high, long low) {
        boolean mapped = high == 0 && low >>> Integer.SIZE == 0xFFFF;
        return mapped ? new IpAddress(false, 0, low & 0xFFFF_FFFFL) : new IpAddress(true, high, low);
    }

    /** The 32 bits, or -1. Strict as inet_pton: four decimal numbers without leading zeros. */
    private static long parseFour(String text, int start, int end) {
        long bits = 0;
        int at = start;
        for (int part = 0; part < 4; part++) {
            int value = 0;
            int first = at;
            while (at < end && isDigit(text.charAt(at)) && at - first < 3) {
                value = value * 10 + text.charAt(at) - '0';
                at++;
            }
            boolean leadingZero = at - first > 1 && text.charAt(first) == '0';
            if (at == first || leadingZero || value > 255) {
                return -1;
            }
            bits = bits << 8 | value;
            if (part < 3 && (at >= end || text.charAt(at++) != '.')) {
                return -1;
            }
        }
        return at == end ? bits : -1;
    }

    private static @Nullable IpAddress parseSix(String text) {
        int zone = text.indexOf('%');
        int end = zone < 0 ? text.length() : zone;
        if (zone == text.length() - 1) {
            return null;
        }
        int[] groups = new int[GROUPS];
        int count = 0;
        int gap = -1;
        int at = 0;
        if (text.startsWith("::")) {
            gap = 0;
            at = 2;
        }
        while (at < end) {
            int stop = groupEnd(text, at, end);
            if (stop == end && text.substring(at, end).indexOf('.') > 0) {
                long four = parseFour(text, at, end);
                if (four < 0 || count > GROUPS - 2) {
                    return null;
                }
                groups[count++] = (int) (four >>> 16);
                groups[count++] = (int) (four & 0xFFFF);
                break;
            }
            int group = parseGroup(text, at, stop);
            if (group < 0 || count == GROUPS || stop == end - 1) {
                // A colon at the very end is fine only as the second of two, which is dealt with below.
                return null;
            }
            groups[count++] = group;
            at = stop + 1;
            if (at < end && text.charAt(at) == ':') {
                if (gap >= 0) {
                    return null;
                }
                gap = count;
                at++;
            }
        }
        if (gap < 0 ? count != GROUPS : count == GROUPS) {
            return null;
        }
        return ofSix(bits(groups, count, gap, 0), bits(groups, count, gap, GROUPS / 2));
    }

    private static int groupEnd(String text, int start, int end) {
        int colon = text.indexOf(':', start);
        return colon < 0 || colon > end ? end : colon;
    }

    private static int parseGroup(String text, int start, int end) {
        if (start == end || end - start > LONGEST_GROUP) {
            return -1;
        }
        int value = 0;
        for (int at = start; at < end; at++) {
            char character = text.charAt(at);
            // Character.digit takes digits of all scripts.
            int digit = character < 128 ? Character.digit(character, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** Four groups from the given one on, with the zeros that {@code ::} stands for put in at the gap. */
    private static long bits(int[] groups, int count, int gap, int from) {
        int zeros = GROUPS - count;
        long bits = 0;
        for (int position = from; position < from + GROUPS / 2; position++) {
            int group;
            if (gap < 0 || position < gap) {
                group = groups[position];
            } else {
                group = position < gap + zeros ? 0 : groups[position - zeros];
            }
            bits = bits << 16 | group;
        }
        return bits;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
