package io.fortyeight.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessLogLineTest {

    private static final String TIME = "[17/May/2015:10:05:03 +0000]";
    private static final long MILLIS = Instant.parse("2015-05-17T10:05:03Z").toEpochMilli();

    @Test
    void combinedLine_isReadWhole() throws Exception {
        assertThat(AccessLogLine.parseCombined("83.149.9.216 - frank " + TIME
                        + " \"GET /a?b=c HTTP/1.1\" 200 2326 \"http://x/\" \"Opera/9.80\""))
                .isEqualTo(new AccessLogLine("83.149.9.216", MILLIS, "GET /a?b=c HTTP/1.1", 200, "Opera/9.80"));
    }

    @Test
    void commonLine_isReadWithoutUserAgent() throws Exception {
        String line = "host.example - - " + TIME + " \"GET / HTTP/1.0\" 304 -";
        AccessLogLine expected = new AccessLogLine("host.example", MILLIS, "GET / HTTP/1.0", 304, "");

        assertThat(AccessLogLine.parseCommon(line)).isEqualTo(expected);
        assertThat(AccessLogLine.parseCommon(line + " \"http://x/\" \"Opera/9.80\""))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\"                       | ~~",
                "1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1 \"-\" \"\"                        | ~~",
                "1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1 \"\\\"\" \"a\"                    | a",
                "1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1 \"-\" \"say \\\"a\\\"\"           | say \"a\"",
                "1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1 \"-\" \"C:\\\\x\"                 | C:\\x",
                "1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1 \"-\" \"\\\\\"                    | \\",
                "1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1 \"-\" \"\\\\\\\"\"                | \\\"",
                "1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1 \"-\" \"\\x22a\\x5C\\xe9\\xE9\"   | \"a\\\u00e9\u00e9",
                "1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1 \"-\" \"\\\\x22\"                 | \\x22",
                "1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1 \"-\" \"\\xg1\\x1\"               | \\xg1\\x1",
                "1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\\tb\\qc\"               | a\tb\\qc",
                "1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\" \"10.0.0.1\" 0.003    | a",
                "1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\" trailing \" quote     | a",
                "1.2.3.4 - a b [x [T] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\"                  | time",
                "1.2.3.4 - a b c [T] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\"                   | a",
                "1.2.3.4 - \"\" [T] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\"                    | a",
            })
    void userAgent_isWhatTheClientSent(String line, String userAgent) throws Exception {
        String timed = line.replace("[T]", TIME);
        if (userAgent.equals("time")) {
            assertThatThrownBy(() -> AccessLogLine.parseCombined(timed)).hasMessageStartingWith("time is not");
        } else {
            assertThat(AccessLogLine.parseCombined(timed).userAgent()).isEqualTo(userAgent);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~                                                                      | no host",
                "~ - - [T]~                                                              | no host",
                "~- - - [T] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\"~                        | no host",
                "~hello~                                                                 | no time",
                "~1.2.3.4 - -~                                                           | no time",
                "~1.2.3.4 - - 17/May/2015:10:05:03 +0000 \"GET / HTTP/1.1\" 200 1 \"-\" \"a\"~ | no time",
                "~1.2.3.4 - - [17/May/2015:10:05:03 +0000~                               | unclosed bracket of the time",
                "~1.2.3.4 - - [] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\"~                   | time is not like 17/May/2015:10:05:03 +0000",
                "~1.2.3.4 - - [T]\"GET / HTTP/1.1\" 200 1 \"-\" \"a\"~                   | no blank after the time",
                "~1.2.3.4 - - [T]~                                                       | no request in quotes",
                "~1.2.3.4 - - [T] GET / HTTP/1.1~                                        | no request in quotes",
                "~1.2.3.4 - - [T] \"GET / HTTP/1.1~                                      | unclosed quote in the request",
                "~1.2.3.4 - - [T] \"GET / HTTP/1.1\\\"~                                  | unclosed quote in the request",
                "~1.2.3.4 - - [T] \"GET /\"x HTTP/1.1\" 200 1 \"-\" \"a\"~               | no blank after the request",
                "~1.2.3.4 - - [T] \"GET / HTTP/1.1\"~                                    | no status",
                "~1.2.3.4 - - [T] \"GET / HTTP/1.1\" - 1 \"-\" \"a\"~                    | status is not a number of three digits",
                "~1.2.3.4 - - [T] \"GET / HTTP/1.1\" 2000 1 \"-\" \"a\"~                 | status is not a number of three digits",
                "~1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200~                                | no size",
                "~1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1k \"-\" \"a\"~                 | size is neither a number nor -",
                "~1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1~                              | no referer in quotes",
                "~1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1 \"x~                          | unclosed quote in the referer",
                "~1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1 \"-\"~                        | no user agent in quotes",
                "~1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1 \"-\" \"Moz~                  | unclosed quote in the user agent",
                "~1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1 \"-\" \"Moz\\\"~              | unclosed quote in the user agent",
                "~1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1 \"-\" \"Moz\\~                | unclosed quote in the user agent",
                "~1.2.3.4 - - [T] \"GET / HTTP/1.1\" 200 1 \"-\" \"a\"b\"~               | no blank after the user agent",
            })
    void brokenLine_isMalformedForAReason(String line, String reason) {
        assertThatThrownBy(() -> AccessLogLine.parseCombined(line.replace("[T]", TIME)))
                .isInstanceOf(MalformedLineException.class)
                .hasMessage(reason);
    }

    @Test
    void everyBeginningOfALine_isMalformedOrWhole() throws Exception {
        String line = "1.2.3.4 - - " + TIME + " \"GET / HTTP/1.1\" 200 1 \"-\" \"Mozilla\"";
        for (int length = 0; length < line.length(); length++) {
            String cut = line.substring(0, length);
            assertThatThrownBy(() -> AccessLogLine.parseCombined(cut))
                    .as(cut)
                    .isInstanceOf(MalformedLineException.class);
        }
        assertThat(AccessLogLine.parseCombined(line).userAgent()).isEqualTo("Mozilla");
    }

    @Test
    void time_isWhatTheFormatterReads() throws Exception {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);
        Random random = new Random(48);
        for (int round = 0; round < 20_000; round++) {
            OffsetDateTime time = Instant.ofEpochSecond(random.nextLong(-10_000_000_000L, 200_000_000_000L))
                    .atOffset(ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60 + 1)));
            String text = formatter.format(time);

            assertThat(LogTime.parse(text, 0))
                    .as(text)
                    .isEqualTo(time.toInstant().toEpochMilli());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/Apr/2015:10:05:03 +0000",
                "29/Feb/2015:10:05:03 +0000",
                "00/May/2015:10:05:03 +0000",
                "17/may/2015:10:05:03 +0000",
                "17/ayJ/2015:10:05:03 +0000",
                "17/05./2015:10:05:03 +0000",
                "17/May/2015:24:05:03 +0000",
                "17/May/2015:10:60:03 +0000",
                "17/May/2015:10:05:60 +0000",
                "17/May/2015:10:05:03 00000",
                "17/May/2015:10:05:03 +1900",
                "17/May/2015:10:05:03 +0060",
                "17/May/2015 10:05:03 +0000",
                "17/May/20 5:10:05:03 +0000",
                "1٧/May/2015:10:05:03 +0000",
            })
    void timeThatIsNone_isRefused(String text) {
        assertThatThrownBy(() -> LogTime.parse(text, 0)).isInstanceOf(MalformedLineException.class);
    }
}
