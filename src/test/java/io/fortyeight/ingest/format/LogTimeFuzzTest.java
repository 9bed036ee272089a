package io.fortyeight.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.OptionalLong;

/** The hand-written reader of times takes what the JDK's formatter takes, and understands the same. */
class LogTimeFuzzTest {

    private static final DateTimeFormatter JDK = DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss xx", Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    @FuzzTest(maxDuration = "1m")
    void time_meansWhatItMeansToTheJdk(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.length() != LogTime.LENGTH) {
            return;
        }
        assertThat(parsed("[" + text + "]")).as(text).isEqualTo(parsedByTheJdk(text));
    }

    private static OptionalLong parsed(String bracketed) {
        try {
            return OptionalLong.of(LogTime.parse(bracketed, 1));
        } catch (MalformedLineException malformed) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong parsedByTheJdk(String text) {
        try {
            return OptionalLong.of(OffsetDateTime.parse(text, JDK).toInstant().toEpochMilli());
        } catch (DateTimeException malformed) {
            return OptionalLong.empty();
        }
    }
}
