package io.fortyeight.web.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class PublicAddressTest {

    private static final String PUBLIC = """
            1.1.1.1 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 169.253.255.255
            169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0 192.0.3.0 192.167.255.255 192.169.0.0 198.17.255.255
            198.20.0.0 198.51.99.255 203.0.112.255 203.0.114.0 223.255.255.255
            2001:200::1 2001:db7:ffff::1 2001:db9::1 2003::1 2606:4700:4700::1111 2a00:1450:4001::1 3ffe::1
            """;

    private static final String NOT_PUBLIC = """
            0.0.0.0 0.255.255.255 10.0.0.0 10.255.255.255 100.64.0.0 100.127.255.255 127.0.0.0 127.0.0.1 127.255.255.255
            169.254.0.0 169.254.169.254 172.16.0.0 172.31.255.255 192.0.0.1 192.0.2.1 192.88.99.1 192.168.0.1
            198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
            127.1 2130706433
            :: ::1 ::ffff:127.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 100::1 fc00::1 fd12:3456::1 fe80::1
            fec0::1 ff02::1 2001::1 2001:20::1 2001:1ff:ffff::1 2001:db8::1 2002:7f00:1::1 3fff::1 3fff:fff::1 4000::1
            1fff:ffff::1
            """;

    @Test
    void publicAddresses_arePublic() throws UnknownHostException {
        for (var address : PUBLIC.strip().split("\\s+")) {
            assertThat(PublicAddress.is(InetAddress.getByName(address)))
                    .as(address)
                    .isTrue();
        }
    }

    @Test
    void specialAddresses_areNot() throws UnknownHostException {
        for (var address : NOT_PUBLIC.strip().split("\\s+")) {
            assertThat(PublicAddress.is(InetAddress.getByName(address)))
                    .as(address)
                    .isFalse();
        }
    }
}
