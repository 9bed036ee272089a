package io.fortyeight.ingest.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0,                                 04 00000000",
        "192.0.2.1,                               04 c0000201",
        "255.255.255.255,                         04 ffffffff",
        "::ffff:192.0.2.1,                        04 c0000201",
        "::FFFF:c000:201,                         04 c0000201",
        "0:0:0:0:0:ffff:192.0.2.1,                04 c0000201",
        "2001:db8::1,                             06 20010db800000000",
        "2001:DB8:1:2:ffff:ffff:ffff:ffff,        06 20010db800010002",
        "2001:db8:1:2:3:4:5::,                    06 20010db800010002",
        "::1,                                     06 0000000000000000",
        "::,                                      06 0000000000000000",
        "1::,                                     06 0001000000000000",
        "::2:3:4:5:6:7:8,                         06 0000000200030004",
        "64:ff9b::192.0.2.1,                      06 0064ff9b00000000",
        "::192.0.2.1,                             06 0000000000000000",
        "fe80::1%eth0,                            06 fe80000000000000",
        "::ffff:192.0.2.1%3,                      04 c0000201",
    })
    void literal_isTheNetwork(String literal, String canonical) {
        assertThat(IpAddress.parse(literal).network().canonical())
                .isEqualTo(HexFormat.of().parseHex(canonical.replace(" ", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                ".",
                ":",
                ":::",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.",
                ".1.2.3",
                "1..2.3",
                "256.1.1.1",
                "1.2.3.04",
                "01.2.3.4",
                "0x7f.0.0.1",
                "1.2.3.4 ",
                " 1.2.3.4",
                "1.2.3.4:80",
                "1.2.3.4\0",
                "\0",
                "+1.2.3.4",
                "1.2.3.-4",
                "1.2.3.1000",
                "٣.1.1.1",
                "localhost",
                "example.com",
                "unknown",
                "_hidden",
                "[::1]",
                "::1]",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "1:",
                ":1",
                "1::2::3",
                "1:::2",
                "12345::",
                "g::",
                "::1%",
                "%::1",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::1.2.3",
                "::1.2.3.4:5",
                "::1.2.3.256",
                "1.2.3.4::",
                "::\u0661",
                "2001:db8::1:",
                "2001:db8::1/64",
                "-1::"
            })
    void anythingElse_isNone(String text) {
        assertThat(IpAddress.parse(text)).isNull();
    }

    @Test
    void everyAddress_readsAsThePlatformWritesIt() throws Exception {
        Random random = new Random(48);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(bytes);
            for (int index = 0; index < bytes.length; index++) {
                bytes[index] = random.nextInt(3) == 0 ? 0 : bytes[index];
            }
            InetAddress address = InetAddress.getByAddress(bytes);

            IpAddress parsed = IpAddress.parse(address.getHostAddress());

            assertThat(parsed).as(address.getHostAddress()).isEqualTo(IpAddress.of(address));
            if (bytes.length == 16) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                assertThat(parsed).isEqualTo(new IpAddress(true, buffer.getLong(), buffer.getLong()));
            }
        }
    }
}
