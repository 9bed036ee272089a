package io.fortyeight.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnzippedBodyTest {

    private static final byte[] TEXT = "one\ntwo\r\nthree".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "\u001f", "one\ntwo"})
    void plainBody_isLeftAsItIs(String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(unzipped(bytes)).isEqualTo(bytes);
    }

    @Test
    void members_areReadInARow() throws Exception {
        byte[] body = joined(zipped(TEXT), zipped(new byte[0]), withAllHeaderFields(TEXT), zipped(TEXT));

        assertThat(unzipped(body)).isEqualTo(joined(TEXT, TEXT, TEXT));
    }

    @Test
    void members_areReadThoughTheyArriveByteByByte() throws Exception {
        byte[] body = joined(zipped(TEXT), zipped(TEXT));

        assertThat(new UnzippedBody(new Trickle(body)).readAllBytes()).isEqualTo(joined(TEXT, TEXT));
    }

    @Test
    void bigMembers_areReadWhole() throws Exception {
        byte[] noise = new byte[300_000];
        new Random(48).nextBytes(noise);

        assertThat(unzipped(joined(zipped(noise), zipped(noise)))).isEqualTo(joined(noise, noise));
    }

    @Test
    void hashAndCount_areOfTheUnzippedBytes() throws Exception {
        for (byte[] body : new byte[][] {TEXT, zipped(TEXT)}) {
            UnzippedBody unzipped = new UnzippedBody(new ByteArrayInputStream(body));
            unzipped.skipNBytes(3);
            assertThat(unzipped.read()).isEqualTo('\n');
            assertThatThrownBy(unzipped::sha256).isInstanceOf(IllegalStateException.class);
            unzipped.readAllBytes();

            assertThat(unzipped.count()).isEqualTo(TEXT.length);
            assertThat(unzipped.sha256())
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(TEXT));
        }
    }

    @Test
    void everyCut_isNoticed() throws Exception {
        byte[] two = joined(zipped(TEXT), withAllHeaderFields(TEXT));
        int boundary = zipped(TEXT).length;
        for (int length = 2; length < two.length; length++) {
            byte[] cut = Arrays.copyOf(two, length);
            if (length == boundary) {
                assertThat(unzipped(cut)).isEqualTo(TEXT);
            } else {
                assertThatThrownBy(() -> unzipped(cut))
                        .as("cut at %s", length)
                        .isInstanceOf(UnreadableBodyException.class)
                        .hasMessage("The gzip ends too early: part of it is missing");
            }
        }
    }

    @Test
    void changedBit_isNoticed() throws Exception {
        byte[] good = zipped(TEXT);
        int trailer = good.length - 8;
        for (int bit = 10 * 8; bit < good.length * 8; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            boolean mayBePadding = bit / 8 == trailer - 1;
            if (mayBePadding && Arrays.equals(unzippedOrNull(bad), TEXT)) {
                continue;
            }
            assertThatThrownBy(() -> unzipped(bad)).as("bit %s", bit).isInstanceOf(UnreadableBodyException.class);
        }
    }

    @Test
    void rubbishBehindAMember_isNoticed() {
        assertThatThrownBy(() -> unzipped(joined(zipped(TEXT), TEXT)))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessage("The gzip is followed by something that is not gzip");
    }

    @Test
    void failureToRead_isNotTheBodysFault() {
        byte[] start = Arrays.copyOf(zippedUnchecked(TEXT), 15);
        InputStream broken = new Trickle(start) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int read = super.read(target, offset, length);
                if (read < 0) {
                    throw new IOException("connection reset");
                }
                return read;
            }
        };

        assertThatThrownBy(() -> new UnzippedBody(broken).readAllBytes())
                .isNotInstanceOf(UnreadableBodyException.class)
                .hasMessage("connection reset");
    }

    private static byte[] unzipped(byte[] body) throws IOException {
        try (UnzippedBody unzipped = new UnzippedBody(new ByteArrayInputStream(body))) {
            return unzipped.readAllBytes();
        }
    }

    private static byte[] unzippedOrNull(byte[] body) throws IOException {
        try {
            return unzipped(body);
        } catch (UnreadableBodyException e) {
            return null;
        }
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] zippedUnchecked(byte[] bytes) {
        try {
            return zipped(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** With extra field, name, comment and header checksum, which Java's own writer never sets. */
    private static byte[] withAllHeaderFields(byte[] bytes) throws IOException {
        byte[] plain = zipped(bytes);
        byte[] header = joined(
                new byte[] {0x1F, (byte) 0x8B, 8, 0x1E, 1, 2, 3, 4, 0, 3},
                new byte[] {3, 0, 'x', 'y', 'z'},
                "access.log\0".getBytes(StandardCharsets.US_ASCII),
                "a comment\0".getBytes(StandardCharsets.US_ASCII));
        CRC32 checksum = new CRC32();
        checksum.update(header);
        byte[] checked = {(byte) checksum.getValue(), (byte) (checksum.getValue() >>> 8)};
        return joined(header, checked, Arrays.copyOfRange(plain, 10, plain.length));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** A connection that never has more than one byte, and never says that it has any. */
    private static class Trickle extends FilterInputStream {

        Trickle(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(length, 1));
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
