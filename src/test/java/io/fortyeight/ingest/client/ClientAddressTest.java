package io.fortyeight.ingest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    private static final String PROXY = "10.0.0.1";
    private static final TrustedProxies PROXIES =
            TrustedProxies.parse(List.of("10.0.0.0/8", "127.0.0.1", "2001:db8:ffff::/48", " ::1 "));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "none",
            value = {
                // peer          | header                                | client
                "192.0.2.9       | 203.0.113.7                           | 192.0.2.9",
                "10.0.0.1        | none                                  | 10.0.0.1",
                "10.0.0.1        | 203.0.113.7                           | 203.0.113.7",
                "::ffff:10.0.0.1 | 203.0.113.7                           | 203.0.113.7",
                "::1             | 203.0.113.7                           | 203.0.113.7",
                "2001:db8:ffff:1::5 | 203.0.113.7                        | 203.0.113.7",
                "10.0.0.1        | 6.6.6.6, 203.0.113.7                  | 203.0.113.7",
                "10.0.0.1        | 6.6.6.6,203.0.113.7 ,10.0.0.2         | 203.0.113.7",
                "10.0.0.1        | 10.0.0.3, 10.0.0.2                    | 10.0.0.3",
                "10.0.0.1        | 203.0.113.7:4711                      | 203.0.113.7",
                "10.0.0.1        | [2001:db8::7]:4711                    | 2001:db8::7",
                "10.0.0.1        | [2001:db8::7]                         | 2001:db8::7",
                "10.0.0.1        | 2001:db8::7                           | 2001:db8::7",
                "10.0.0.1        | ::ffff:203.0.113.7                    | 203.0.113.7",
                "10.0.0.1        | ::ffff:10.0.0.2                       | 10.0.0.2",
                "10.0.0.1        | 203.0.113.7, unknown                  | 10.0.0.1",
                "10.0.0.1        | 203.0.113.7, unknown, 10.0.0.2        | 10.0.0.2",
                "10.0.0.1        | a,b,c                                 | 10.0.0.1",
                "10.0.0.1        | a,b,c, 203.0.113.7                    | 203.0.113.7",
                "10.0.0.1        | 203.0.113.7,                          | 10.0.0.1",
                "10.0.0.1        | 203.0.113.7, , 10.0.0.2               | 10.0.0.2",
                "10.0.0.1        | _hidden                               | 10.0.0.1",
                "10.0.0.1        | 203.0.113.7:                          | 10.0.0.1",
                "10.0.0.1        | 203.0.113.7:123456                    | 10.0.0.1",
                "10.0.0.1        | 203.0.113.7:http                      | 10.0.0.1",
                "10.0.0.1        | [203.0.113.7]                         | 10.0.0.1",
                "10.0.0.1        | [2001:db8::7                          | 10.0.0.1",
                "10.0.0.1        | [2001:db8::7]x                        | 10.0.0.1",
                "10.0.0.1        | \"203.0.113.7\"                       | 10.0.0.1",
                "10.0.0.1        | localhost                             | 10.0.0.1",
            })
    void xForwardedFor_namesTheClient(String peer, String header, String client) {
        assertThat(client(peer, List.of(), header == null ? List.of() : List.of(header)))
                .isEqualTo(IpAddress.parse(client));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "for=203.0.113.7                                          | 203.0.113.7",
                "FOR = 203.0.113.7 ; proto=https                          | 203.0.113.7",
                "proto=https;for=203.0.113.7;by=10.0.0.1                  | 203.0.113.7",
                "for=\"203.0.113.7:4711\"                                 | 203.0.113.7",
                "for=\"[2001:db8::7]:4711\"                               | 2001:db8::7",
                "for=\"[2001:db8::7]:_port\"                              | 2001:db8::7",
                "for=6.6.6.6, for=203.0.113.7                             | 203.0.113.7",
                "for=6.6.6.6, for=203.0.113.7, for=10.0.0.2;by=\"a,b;for=9.9.9.9\" | 203.0.113.7",
                "for=\"6.6.6.6, for=203.0.113.7                           | 203.0.113.7",
                "for=\"6.6.6.6\\\", for=203.0.113.7                       | 203.0.113.7",
                "for=203.0.113.7;host=\"a\\\",for=9.9.9.9\"               | 203.0.113.7",
                "for=unknown                                              | 10.0.0.1",
                "for=203.0.113.7, for=_hidden, for=10.0.0.2               | 10.0.0.2",
                "for=203.0.113.7, proto=https                             | 10.0.0.1",
                "203.0.113.7                                              | 10.0.0.1",
                "for=\"203.0.113.7                                        | 10.0.0.1",
                "for=                                                     | 10.0.0.1",
                "for                                                      | 10.0.0.1",
                "for=\"                                                   | 10.0.0.1",
                "therefor=203.0.113.7                                     | 10.0.0.1",
                ",                                                        | 10.0.0.1",
                ";;;                                                      | 10.0.0.1",
            })
    void forwarded_namesTheClient(String header, String client) {
        assertThat(client(PROXY, List.of(header), List.of())).isEqualTo(IpAddress.parse(client));
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7\0", "\0", "", "\u00a0203.0.113.7", "203.0.113.7\n", "２03.0.113.7"})
    void strangeCharacters_countAsTheProxy(String header) {
        assertThat(client(PROXY, List.of(), List.of(header))).isEqualTo(IpAddress.parse(PROXY));
        assertThat(client(PROXY, List.of("for=" + header), List.of())).isEqualTo(IpAddress.parse(PROXY));
    }

    @Test
    void severalLines_areOneList() {
        assertThat(client(PROXY, List.of(), List.of("6.6.6.6, 203.0.113.7", "10.0.0.3", "10.0.0.2")))
                .isEqualTo(IpAddress.parse("203.0.113.7"));
        assertThat(client(PROXY, List.of("for=6.6.6.6", "for=203.0.113.7", "for=10.0.0.2"), List.of()))
                .isEqualTo(IpAddress.parse("203.0.113.7"));
    }

    @Test
    void noTrustedProxy_isThePeer() {
        ClientAddress addresses = new ClientAddress(TrustedProxies.parse(List.of()), ForwardedHeader.EITHER);

        assertThat(addresses.of(IpAddress.parse(PROXY), List.of("for=6.6.6.6"), List.of("6.6.6.6")))
                .isEqualTo(IpAddress.parse(PROXY));
    }

    @ParameterizedTest
    @CsvSource({
        "EITHER,          for=203.0.113.7, 203.0.113.7, 203.0.113.7",
        "EITHER,          for=6.6.6.6,     203.0.113.7, 10.0.0.1",
        "EITHER,          for=203.0.113.7, 6.6.6.6,     10.0.0.1",
        "FORWARDED,       for=203.0.113.7, 6.6.6.6,     203.0.113.7",
        "X_FORWARDED_FOR, for=6.6.6.6,     203.0.113.7, 203.0.113.7",
    })
    void bothHeaders_mustAgreeUnlessOneIsChosen(
            ForwardedHeader header, String forwarded, String xForwardedFor, String client) {
        ClientAddress addresses = new ClientAddress(PROXIES, header);

        assertThat(addresses.of(IpAddress.parse(PROXY), List.of(forwarded), List.of(xForwardedFor)))
                .isEqualTo(IpAddress.parse(client));
    }

    @Test
    void headerNotChosen_isNotRead() {
        assertThat(new ClientAddress(PROXIES, ForwardedHeader.FORWARDED)
                        .of(IpAddress.parse(PROXY), List.of(), List.of("6.6.6.6")))
                .isEqualTo(IpAddress.parse(PROXY));
        assertThat(new ClientAddress(PROXIES, ForwardedHeader.X_FORWARDED_FOR)
                        .of(IpAddress.parse(PROXY), List.of("for=6.6.6.6"), List.of()))
                .isEqualTo(IpAddress.parse(PROXY));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,            10.255.255.255,       true",
        "10.0.0.0/8,            11.0.0.0,             false",
        "10.1.2.3/8,            10.9.9.9,             true",
        "0.0.0.0/0,             203.0.113.7,          true",
        "0.0.0.0/0,             2001:db8::1,          false",
        "192.0.2.128/25,        192.0.2.127,          false",
        "192.0.2.1,             192.0.2.1,            true",
        "192.0.2.1/32,          192.0.2.2,            false",
        "::ffff:10.0.0.0/104,   10.1.1.1,             true",
        "::ffff:10.0.0.0/104,   11.1.1.1,             false",
        "::/0,                  2001:db8::1,          true",
        "::/0,                  10.0.0.1,             false",
        "2001:db8::/32,         2001:db8:ffff::1,     true",
        "2001:db8::/32,         2001:db9::1,          false",
        "2001:db8::/64,         2001:db8::ffff:0:0:1, true",
        "2001:db8::/64,         2001:db8:0:1::1,      false",
        "2001:db8::8000:0:0:0/65, 2001:db8::8000:0:0:1, true",
        "2001:db8::8000:0:0:0/65, 2001:db8::7000:0:0:1, false",
        "2001:db8::1,           2001:db8::2,          false",
    })
    void block_holdsItsAddresses(String block, String address, boolean trusted) {
        assertThat(TrustedProxies.parse(List.of(block)).trusts(IpAddress.parse(address)))
                .isEqualTo(trusted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy.example.com",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0.0/8/8",
                "10/8",
                "::/129",
                "::ffff:10.0.0.0/95",
                "10.0.0.0/٨",
                "10.0.0.0/9999999999"
            })
    void block_thatIsNone_isRefusedByName(String block) {
        assertThatThrownBy(() -> TrustedProxies.parse(List.of("127.0.0.1", block)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining('"' + block + '"');
    }

    private static IpAddress client(String peer, List<String> forwarded, List<String> xForwardedFor) {
        return new ClientAddress(PROXIES, ForwardedHeader.EITHER).of(IpAddress.parse(peer), forwarded, xForwardedFor);
    }
}
