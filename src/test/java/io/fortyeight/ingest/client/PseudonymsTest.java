package io.fortyeight.ingest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortyeight.core.counting.NetworkKey;
import io.fortyeight.core.counting.VisitorKey;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
    private static final NetworkAddress FOUR = IpAddress.parse("1.2.3.4").network();
    private static final NetworkAddress SIX = IpAddress.parse("2001:db8:0:7::1").network();

    private final Pseudonyms pseudonyms = new Pseudonyms(SECRET);

    @Test
    void visitorById_isTheBeginningOfTheMac() throws Exception {
        assertThat(pseudonyms.visitorById("김-42")).isEqualTo(visitor(bytes(1, 1), "김-42".getBytes("UTF-8")));
    }

    @Test
    void visitorByNetwork_isTheBeginningOfTheMac() throws Exception {
        assertThat(pseudonyms.visitorByNetwork(FOUR, BROWSER))
                .isEqualTo(visitor(bytes(1, 2, 4, 1, 2, 3, 4), BROWSER.getBytes("UTF-8")));
        assertThat(pseudonyms.visitorByNetwork(SIX, ""))
                .isEqualTo(visitor(bytes(1, 2, 6, 0x20, 0x01, 0x0D, 0xB8, 0, 0, 0, 7)));
    }

    @Test
    void visitorByHost_isTheBeginningOfTheMac() throws Exception {
        assertThat(pseudonyms.visitorByHost("host.example", BROWSER))
                .isEqualTo(
                        visitor(bytes(1, 3, 0, 0, 0, 12), "host.example".getBytes("UTF-8"), BROWSER.getBytes("UTF-8")));
    }

    @Test
    void network_isTheBeginningOfTheMac() throws Exception {
        assertThat(pseudonyms.network(FOUR))
                .isEqualTo(new NetworkKey(visitor(bytes(1, 4, 4, 1, 2, 3, 4)).high()));
    }

    @Test
    void waysOfIdentifying_neverMeet() {
        String asId = new String(FOUR.canonical(), StandardCharsets.ISO_8859_1);
        List<VisitorKey> keys = List.of(
                pseudonyms.visitorById("1.2.3.4"),
                pseudonyms.visitorById(asId),
                pseudonyms.visitorByNetwork(FOUR, ""),
                pseudonyms.visitorByHost("1.2.3.4", ""),
                pseudonyms.visitorByHost(asId, ""),
                pseudonyms.visitorByHost("1.2.3.", "4"),
                pseudonyms.visitorByNetwork(SIX, ""),
                new Pseudonyms(new byte[32]).visitorById("1.2.3.4"));

        assertThat(keys).doesNotHaveDuplicates();
        assertThat(keys)
                .extracting(VisitorKey::high)
                .doesNotContain(pseudonyms.network(FOUR).value());
    }

    @Test
    void addressesOfOneNetwork_areOneVisitor() {
        NetworkAddress neighbour = IpAddress.parse("2001:db8:0:7:ffff::2").network();

        assertThat(pseudonyms.visitorByNetwork(neighbour, BROWSER))
                .isEqualTo(pseudonyms.visitorByNetwork(SIX, BROWSER));
        assertThat(pseudonyms.network(neighbour)).isEqualTo(pseudonyms.network(SIX));
    }

    @Test
    void manyThreads_getTheSameKeys() {
        Set<VisitorKey> keys = IntStream.range(0, 50_000)
                .parallel()
                .mapToObj(index -> pseudonyms.visitorById("visitor " + index % 100))
                .collect(Collectors.toSet());

        assertThat(keys)
                .isEqualTo(Stream.iterate(0, index -> index + 1)
                        .limit(100)
                        .map(index -> new Pseudonyms(SECRET).visitorById("visitor " + index))
                        .collect(Collectors.toSet()));
    }

    @Test
    void secretOfAnotherLength_isRefused() {
        assertThatThrownBy(() -> new Pseudonyms(new byte[16])).hasMessageContaining("32 bytes, not 16");
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int index = 0; index < values.length; index++) {
            bytes[index] = (byte) values[index];
        }
        return bytes;
    }

    private static VisitorKey visitor(byte[]... parts) throws Exception {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            message.write(part);
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        BigInteger whole = new BigInteger(1, mac.doFinal(message.toByteArray()));
        return new VisitorKey(
                whole.shiftRight(192).longValue(), whole.shiftRight(128).longValue());
    }
}
