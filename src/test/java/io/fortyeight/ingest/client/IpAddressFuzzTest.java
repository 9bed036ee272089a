package io.fortyeight.ingest.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Literals mean what they mean to the JDK, which is only asked about what it takes for a literal, never for a name. */
class IpAddressFuzzTest {

    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern FOUR = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:][0-9a-fA-F:.]*");

    /** The JDK takes groups of more than four digits, and numbers with leading zeros; inet_pton doesn't. */
    private static final Pattern LENIENT = Pattern.compile(".*([0-9a-fA-F]{5}|(^|[:.])0[0-9]+(\\..*|$)).*");

    @FuzzTest(maxDuration = "1m")
    void literal_meansWhatItMeansToTheJdk(byte[] bytes) throws UnknownHostException {
        if (bytes.length == 4 || bytes.length == 16) {
            InetAddress address = InetAddress.getByAddress(bytes);
            assertThat(IpAddress.parse(address.getHostAddress())).isEqualTo(IpAddress.of(address));
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        IpAddress parsed = IpAddress.parse(text);
        if (text.indexOf(':') < 0) {
            assertThat(parsed != null).isEqualTo(FOUR.matcher(text).matches());
        }
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        if (parsed != null) {
            assertThat(address).matches(FOUR.pattern() + "|" + SIX.pattern());
            assertThat(IpAddress.of(InetAddress.getByName(address))).isEqualTo(parsed);
            assertThat(parsed.six() && parsed.high() == 0 && parsed.low() >>> 32 == 0xFFFF)
                    .as("IPv4-mapped, but not IPv4")
                    .isFalse();
        } else if (zone < 0 && text.indexOf(':') >= 0 && SIX.matcher(text).matches()) {
            assertThat(isLiteralToTheJdk(text) && !LENIENT.matcher(text).matches())
                    .as(text)
                    .isFalse();
        }
    }

    private static boolean isLiteralToTheJdk(String text) {
        try {
            InetAddress.getByName(text);
            return true;
        } catch (UnknownHostException none) {
            return false;
        }
    }
}
