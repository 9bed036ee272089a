package io.fortyeight.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a web server writes is read back; and any bytes are a line or malformed. */
class AccessLogLineFuzzTest {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss xx", Locale.ENGLISH);
    private static final long YEAR_9999_SECONDS = 253_370_764_800L;

    @FuzzTest(maxDuration = "1m")
    void writtenLine_isReadBack(FuzzedDataProvider data) throws MalformedLineException {
        String host = latin1(data, 40).replaceAll("[ \"]", "");
        String user = latin1(data, 20).replace("[", "");
        long seconds = data.consumeLong(0, YEAR_9999_SECONDS);
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * data.consumeInt(-18 * 60, 18 * 60));
        int status = data.consumeInt(100, 999);
        String size = data.consumeBoolean() ? "-" : Integer.toString(data.consumeInt(0, Integer.MAX_VALUE));
        boolean nginx = data.consumeBoolean();
        String request = latin1(data, 200);
        String referer = latin1(data, 100);
        String userAgent = latin1(data, 200);
        String rest = latin1(data, 50);
        anyLine(latin1(data, 1000));
        if (host.isEmpty() || host.equals("-")) {
            return;
        }
        String common = host + " - " + user + " ["
                + TIME.format(Instant.ofEpochSecond(seconds).atOffset(offset)) + "] \"" + escaped(request, nginx)
                + "\" "
                + status + " " + size;
        String combined = common + " \"" + escaped(referer, nginx) + "\" \"" + escaped(userAgent, nginx) + '"';

        assertThat(AccessLogLine.parseCommon(common))
                .isEqualTo(new AccessLogLine(host, seconds * 1000, request, status, ""));
        AccessLogLine expected =
                new AccessLogLine(host, seconds * 1000, request, status, userAgent.equals("-") ? "" : userAgent);
        assertThat(AccessLogLine.parseCombined(combined)).isEqualTo(expected);
        assertThat(AccessLogLine.parseCombined(combined + " " + rest)).isEqualTo(expected);
        assertThat(AccessLogLine.parseCommon(combined).request()).isEqualTo(request);
    }

    private static void anyLine(String line) {
        for (boolean combined : new boolean[] {false, true}) {
            try {
                AccessLogLine read = combined ? AccessLogLine.parseCombined(line) : AccessLogLine.parseCommon(line);
                assertThat(read.status()).isBetween(0, 999);
                assertThat(read.host()).isNotEmpty().doesNotContain(" ").isNotEqualTo("-");
            } catch (MalformedLineException malformed) {
                assertThat(malformed.reason()).isNotBlank();
            }
        }
    }

    /** Apache has letters for some controls, nginx only {@code \xHH}; both write bytes over 0x7e so. */
    private static String escaped(String text, boolean nginx) {
        StringBuilder escaped = new StringBuilder();
        for (char character : text.toCharArray()) {
            int letter = nginx ? -1 : "\"\\\b\n\r\t\u000B".indexOf(character);
            if (letter >= 0) {
                escaped.append('\\').append("\"\\bnrtv".charAt(letter));
            } else if (character < ' ' || character > '~' || character == '"' || character == '\\') {
                escaped.append(String.format(nginx ? "\\x%02X" : "\\x%02x", (int) character));
            } else {
                escaped.append(character);
            }
        }
        return escaped.toString();
    }

    private static String latin1(FuzzedDataProvider data, int mostBytes) {
        return new String(data.consumeBytes(data.consumeInt(0, mostBytes)), StandardCharsets.ISO_8859_1);
    }
}
