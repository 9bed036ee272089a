package io.fortyeight.ingest.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** Whatever a client writes into its headers, the address that the trusted proxies have appended is the client. */
class ClientAddressFuzzTest {

    private static final TrustedProxies PROXIES = TrustedProxies.parse(List.of("10.0.0.0/8", "fd00::/8"));
    private static final IpAddress PROXY = IpAddress.parse("10.0.0.1");
    private static final IpAddress STRANGER = IpAddress.parse("192.0.2.7");

    @FuzzTest(maxDuration = "1m")
    void appendedAddress_winsOverWhateverTheClientWrote(FuzzedDataProvider data) throws UnknownHostException {
        InetAddress client = address(data);
        IpAddress expected = IpAddress.of(client);
        if (PROXIES.trusts(expected)) {
            return;
        }
        List<String> hops = new ArrayList<>();
        hops.add(client.getHostAddress());
        for (int more = data.consumeInt(0, 3); more > 0; more--) {
            hops.add(data.consumeBoolean() ? "10.1.2.3" : "fd00::" + Integer.toHexString(data.consumeInt(0, 0xFFFF)));
        }
        List<String> forwarded = new ArrayList<>();
        List<String> xForwardedFor = new ArrayList<>();
        for (String hop : hops) {
            forwarded.add(forwardedElement(hop, data));
            xForwardedFor.add(data.consumeBoolean() ? hop : node(hop, data));
        }
        boolean sameLine = data.consumeBoolean();
        String others = data.consumeString(300);
        String rubbish = data.consumeRemainingAsString();
        List<String> ofForwarded = lines(rubbish, forwarded, sameLine);
        List<String> ofXForwardedFor = lines(others, xForwardedFor, sameLine);

        assertThat(of(ForwardedHeader.FORWARDED, PROXY, ofForwarded, List.of(others)))
                .isEqualTo(expected);
        assertThat(of(ForwardedHeader.X_FORWARDED_FOR, PROXY, List.of(rubbish), ofXForwardedFor))
                .isEqualTo(expected);
        assertThat(of(ForwardedHeader.EITHER, PROXY, ofForwarded, List.of())).isEqualTo(expected);
        assertThat(of(ForwardedHeader.EITHER, PROXY, List.of(), ofXForwardedFor))
                .isEqualTo(expected);
        assertThat(of(ForwardedHeader.EITHER, PROXY, ofForwarded, ofXForwardedFor))
                .isEqualTo(expected);
        assertThat(of(ForwardedHeader.EITHER, PROXY, ofForwarded, List.of(others)))
                .as("with the other header the client's own")
                .isIn(expected, PROXY);
        for (ForwardedHeader header : ForwardedHeader.values()) {
            assertThat(of(header, STRANGER, ofForwarded, ofXForwardedFor)).isEqualTo(STRANGER);
            of(header, PROXY, List.of(rubbish, others), List.of(others, rubbish));
        }
    }

    private static IpAddress of(
            ForwardedHeader header, IpAddress peer, List<String> forwarded, List<String> xForwardedFor) {
        return new ClientAddress(PROXIES, header).of(peer, forwarded, xForwardedFor);
    }

    private static List<String> lines(String rubbish, List<String> appended, boolean sameLine) {
        return sameLine
                ? List.of(rubbish + ", " + String.join(", ", appended))
                : List.of(rubbish, String.join(",", appended));
    }

    private static InetAddress address(FuzzedDataProvider data) throws UnknownHostException {
        byte[] bytes = data.consumeBytes(data.consumeBoolean() ? 4 : 16);
        return InetAddress.getByAddress(bytes.length == 4 || bytes.length == 16 ? bytes : new byte[] {1, 2, 3, 4});
    }

    /** As a node of {@code Forwarded}; {@code X-Forwarded-For} has the same, and bare IPv6 addresses too. */
    private static String node(String address, FuzzedDataProvider data) {
        String node = address.indexOf(':') >= 0 ? "[" + address + "]" : address;
        return data.consumeBoolean() ? node + ":" + data.consumeInt(0, 65_535) : node;
    }

    private static String forwardedElement(String address, FuzzedDataProvider data) {
        String node = node(address, data);
        boolean quoted = node.indexOf(':') >= 0 || data.consumeBoolean();
        String pair = data.pickValue(new String[] {"for=", "For=", "FOR="}) + (quoted ? '"' + node + '"' : node);
        return data.pickValue(new String[] {"", "by=10.0.0.1;", "host=\"a,b;for=1.2.3.4\";", "proto=https; "})
                + pair
                + data.pickValue(new String[] {"", ";proto=https", " ;by=\"[fd00::1]:80\"", ";host=\"x\\\"y,z\""});
    }
}
