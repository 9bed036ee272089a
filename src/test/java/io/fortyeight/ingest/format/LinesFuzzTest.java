package io.fortyeight.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.fortyeight.ingest.Chunks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** However a file arrives, its lines are those of the whole file split at its line feeds. */
class LinesFuzzTest {

    private static final String MARK = "\u00EF\u00BB\u00BF";

    @FuzzTest(maxDuration = "1m")
    void lines_areTheSameHoweverTheyArrive(FuzzedDataProvider data) throws IOException {
        int[] chunks = new int[data.consumeInt(1, 8)];
        for (int at = 0; at < chunks.length; at++) {
            chunks[at] = data.consumeInt(1, data.consumeBoolean() ? 8 : 300_000);
        }
        byte[] file = file(data);

        List<String> expected = split(file);
        assertThat(read(new ByteArrayInputStream(file))).isEqualTo(expected);
        assertThat(read(new Chunks(file, chunks))).isEqualTo(expected);
    }

    /** What the provider has, and now and then a run of letters about as long as a line, or the buffer, may be. */
    private static byte[] file(FuzzedDataProvider data) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        while (data.remainingBytes() > 0 && file.size() < 1_000_000) {
            if (data.consumeInt(0, 7) == 0) {
                int length = data.consumeInt(1, 4) * Lines.MAX_BYTES + data.consumeInt(-6, 6);
                file.writeBytes("x".repeat(length).getBytes(StandardCharsets.ISO_8859_1));
            } else if (data.consumeBoolean()) {
                file.writeBytes(data.pickValue(new String[] {"\n", "\r\n", "\r", "\n\n", " \t\n", MARK, "\u00E9"})
                        .getBytes(StandardCharsets.ISO_8859_1));
            } else {
                file.writeBytes(data.consumeBytes(data.consumeInt(1, 30)));
            }
        }
        return file.toByteArray();
    }

    private static List<String> split(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int lineFeed = text.indexOf('\n', start);
            int end = lineFeed < 0 ? text.length() : lineFeed;
            String line = text.substring(start, end);
            if (line.endsWith("\r")) {
                line = line.substring(0, line.length() - 1);
            }
            boolean tooLong = line.length() > Lines.MAX_BYTES;
            if (lines.isEmpty() && line.startsWith(MARK)) {
                line = line.substring(MARK.length());
            }
            lines.add(shown(
                    lines.size() + 1,
                    !tooLong && line.matches("[ \t]*"),
                    tooLong ? "too long" : line,
                    tooLong ? "too long" : strictUtf8(line)));
            start = end + 1;
        }
        return lines;
    }

    private static List<String> read(InputStream file) throws IOException {
        Lines lines = new Lines(file);
        List<String> read = new ArrayList<>();
        while (lines.next()) {
            read.add(shown(lines.number(), lines.isBlank(), latin1(lines), utf8(lines)));
        }
        assertThat(lines.next()).as("a line after the end").isFalse();
        return read;
    }

    private static String shown(long number, boolean blank, String latin1, String utf8) {
        return number + " " + blank + " " + latin1 + " " + utf8;
    }

    private static String latin1(Lines lines) {
        try {
            return lines.latin1();
        } catch (MalformedLineException malformed) {
            return "too long";
        }
    }

    private static String utf8(Lines lines) {
        try {
            return lines.utf8();
        } catch (MalformedLineException malformed) {
            return malformed.reason().equals("not UTF-8") ? "not UTF-8" : "too long";
        }
    }

    private static String strictUtf8(String latin1) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException malformed) {
            return "not UTF-8";
        }
    }
}
