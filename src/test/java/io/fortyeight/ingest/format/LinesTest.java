package io.fortyeight.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {

    @ParameterizedTest
    @CsvSource({
        "'',            ''",
        "'a',           'a'",
        "'a\n',         'a'",
        "'a\nb',        'a|b'",
        "'a\r\nb\r\n',  'a|b'",
        "'a\r\n\r\nb',  'a|<blank>|b'",
        "'\n\n',        '<blank>|<blank>'",
        "' \t\na',      '<blank>|a'",
        "'a\rb\n',      'a\rb'",
        "'\u00EF\u00BB\u00BFa\n\u00EF\u00BB\u00BFb', 'a|\u00EF\u00BB\u00BFb'",
        "'\u00EF\u00BB\u00BF', '<blank>'",
    })
    void text_isSplitAtLineEnds(String text, String expected) throws Exception {
        assertThat(String.join("|", lines(text.getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo(expected);
    }

    @Test
    void longLines_areRefusedAndPassedOver() throws Exception {
        String longest = "x".repeat(Lines.MAX_BYTES);
        List<String> texts = List.of(
                longest,
                longest + "\r",
                longest + "x",
                "a",
                longest.repeat(10),
                "b",
                longest + "\r\r",
                "c",
                " ".repeat(Lines.MAX_BYTES + 1),
                longest.repeat(3));
        String tooLong = "<line longer than 65536 bytes>";

        assertThat(lines(String.join("\n", texts).getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly(longest, longest, tooLong, "a", tooLong, "b", tooLong, "c", tooLong, tooLong);
    }

    @Test
    void randomLines_areThoseThatWerePutIn() throws Exception {
        Random random = new Random(48);
        for (int round = 0; round < 20; round++) {
            List<String> texts = new ArrayList<>();
            for (int count = random.nextInt(60); count >= 0; count--) {
                int length = random.nextInt(10) == 0 ? random.nextInt(Lines.MAX_BYTES) : 1 + random.nextInt(300);
                texts.add(String.valueOf((char) ('a' + random.nextInt(26))).repeat(length + 1));
            }
            String end = random.nextBoolean() ? "\n" : "\r\n";
            String text = String.join(end, texts) + (random.nextBoolean() ? end : "");

            assertThat(lines(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .as("round %s", round)
                    .isEqualTo(texts);
        }
    }

    @Test
    void bytesThatAreNoUtf8_areRefusedUnlessTheyAreLatin1() throws Exception {
        byte[] bytes = "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
        Lines lines = new Lines(new ByteArrayInputStream(bytes));
        lines.next();

        assertThatThrownBy(lines::utf8).hasMessage("not UTF-8");
        assertThat(lines.latin1()).isEqualTo("caf\u00e9");
    }

    @Test
    void utf8_isDecoded_evenTheReplacementCharacter() throws Exception {
        String text = "카페 \uFFFD caf\u00e9 \uD83D\uDC40";
        Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        lines.next();

        assertThat(lines.utf8()).isEqualTo(text);
    }

    @Test
    void numbers_countBlankLinesToo() throws Exception {
        Lines lines = new Lines(new ByteArrayInputStream("a\n\nb".getBytes(StandardCharsets.US_ASCII)));
        List<Long> numbers = new ArrayList<>();
        while (lines.next()) {
            numbers.add(lines.number());
        }

        assertThat(numbers).containsExactly(1L, 2L, 3L);
        assertThat(lines.next()).isFalse();
    }

    private static List<String> lines(byte[] bytes) throws IOException {
        Lines lines = new Lines(new ByteArrayInputStream(bytes));
        List<String> all = new ArrayList<>();
        while (lines.next()) {
            if (lines.isBlank()) {
                all.add("<blank>");
                continue;
            }
            try {
                all.add(lines.latin1());
            } catch (MalformedLineException e) {
                all.add("<" + e.reason() + ">");
            }
        }
        return all;
    }
}
