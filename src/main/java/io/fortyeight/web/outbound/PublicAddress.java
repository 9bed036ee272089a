package io.fortyeight.web.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses that anyone may be at from those that only this machine and its networks can reach. By the special-purpose
 * registries of IANA (RFC 6890); of IPv6 only global unicast is public, and of that nothing that stands for an IPv4 address.
 */
final class PublicAddress {

    private static final List<Block> SPECIAL_IPV4 = List.of(
            block(8, 0),
            block(8, 10),
            block(10, 100, 64),
            block(8, 127),
            block(16, 169, 254),
            block(12, 172, 16),
            block(24, 192, 0, 0),
            block(24, 192, 0, 2),
            block(24, 192, 88, 99),
            block(16, 192, 168),
            block(15, 198, 18),
            block(24, 198, 51, 100),
            block(24, 203, 0, 113),
            block(4, 224),
            block(4, 240));

    private static final Block GLOBAL_UNICAST_IPV6 = block(3, 0x20);

    private static final List<Block> SPECIAL_IPV6 = List.of(
            block(23, 0x20, 0x01, 0x00),
            block(32, 0x20, 0x01, 0x0d, 0xb8),
            block(16, 0x20, 0x02),
            block(20, 0x3f, 0xff, 0x00));

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        var bytes = address.getAddress();
        return address instanceof Inet4Address
                ? SPECIAL_IPV4.stream().noneMatch(block -> block.contains(bytes))
                : GLOBAL_UNICAST_IPV6.contains(bytes)
                        && SPECIAL_IPV6.stream().noneMatch(block -> block.contains(bytes));
    }

    private static Block block(int length, int... start) {
        return new Block(length, start);
    }

    /** The addresses whose first {@code length} bits are those of {@code start}. */
    private static final class Block {

        private final int length;
        private final int[] start;

        Block(int length, int... start) {
            this.length = length;
            this.start = Arrays.copyOf(start, (length + 7) / 8);
        }

        boolean contains(byte[] address) {
            for (var i = 0; i < start.length; i++) {
                var bits = Math.min(8, length - 8 * i);
                var mask = 0xff << (8 - bits) & 0xff;
                if ((address[i] & mask) != (start[i] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
