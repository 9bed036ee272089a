package io.fortyeight.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.fortyeight.ingest.Chunks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;

/**
 * Whole gzips unzip to what was zipped; of damaged ones, what is read without a complaint is what the JDK reads; and it
 * never complains otherwise than by {@link UnreadableBodyException}.
 */
class UnzippedBodyFuzzTest {

    private static final int MAX_BYTES = 4 << 20;

    @FuzzTest(maxDuration = "1m")
    void unzipped_isWhatWasZipped(FuzzedDataProvider data) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        int[] chunks = {data.consumeInt(1, 100), data.consumeInt(1, 100_000)};
        int damages = data.consumeInt(0, 3);
        int[] damage = data.consumeInts(2 * damages);
        for (int members = data.consumeInt(1, 4); members > 0; members--) {
            byte[] content = content(data);
            plain.writeBytes(content);
            zipped.writeBytes(member(content, data));
        }
        byte[] raw = data.consumeRemainingAsBytes();

        byte[] whole = zipped.toByteArray();
        assertThat(unzipped(new ByteArrayInputStream(whole))).isEqualTo(plain.toByteArray());
        assertThat(unzipped(new Chunks(whole, chunks))).isEqualTo(plain.toByteArray());
        if (damages > 0) {
            compareWithTheJdk(damaged(whole, damage), chunks);
        }
        compareWithTheJdk(raw, chunks);
    }

    private static void compareWithTheJdk(byte[] body, int[] chunks) throws IOException {
        byte[] unzipped;
        try {
            unzipped = unzipped(new ByteArrayInputStream(body));
        } catch (UnreadableBodyException damaged) {
            assertThat(damaged.why()).isNotBlank();
            assertThat(isReadable(new Chunks(body, chunks)))
                    .as("readable in chunks")
                    .isFalse();
            return;
        }
        assertThat(unzipped(new Chunks(body, chunks))).isEqualTo(unzipped);
        boolean zipped = body.length >= 2 && body[0] == 0x1F && body[1] == (byte) 0x8B;
        assertThat(unzipped).isEqualTo(zipped ? unzippedByTheJdk(body) : body);
    }

    private static boolean isReadable(InputStream body) throws IOException {
        try {
            unzipped(body);
            return true;
        } catch (UnreadableBodyException damaged) {
            return false;
        }
    }

    private static byte[] unzipped(InputStream body) throws IOException {
        try (UnzippedBody unzipped = new UnzippedBody(body)) {
            byte[] bytes = unzipped.readNBytes(MAX_BYTES);
            assertThat(unzipped.count()).isEqualTo(bytes.length);
            return bytes;
        }
    }

    private static byte[] unzippedByTheJdk(byte[] body) throws IOException {
        try (InputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return unzipped.readNBytes(MAX_BYTES);
        }
    }

    private static byte[] content(FuzzedDataProvider data) {
        byte[] piece = data.consumeBytes(data.consumeInt(0, 200));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int times = data.consumeInt(1, 1000); times > 0 && content.size() < 100_000; times--) {
            content.writeBytes(piece);
        }
        return content.toByteArray();
    }

    /** With any of the fields that a header may have: RFC 1952, section 2.3. */
    private static byte[] member(byte[] content, FuzzedDataProvider data) throws IOException {
        int flags = data.consumeInt(0, 0x1F);
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        member.writeBytes(new byte[] {0x1F, (byte) 0x8B, 8, (byte) flags, 1, 2, 3, 4, 0, 3});
        if ((flags & 4) != 0) {
            byte[] extra = data.consumeBytes(data.consumeInt(0, 300));
            member.write(extra.length);
            member.write(extra.length >>> 8);
            member.writeBytes(extra);
        }
        for (int text : new int[] {8, 16}) {
            if ((flags & text) != 0) {
                member.writeBytes(data.consumeAsciiString(50).replace("\0", "").getBytes());
                member.write(0);
            }
        }
        CRC32 checksum = new CRC32();
        if ((flags & 2) != 0) {
            checksum.update(member.toByteArray());
            littleEndian(member, checksum.getValue(), 2);
        }
        Deflater deflater = new Deflater(data.consumeInt(0, 9), true);
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(member, deflater)) {
            deflated.write(content);
        } finally {
            deflater.end();
        }
        checksum.reset();
        checksum.update(content);
        littleEndian(member, checksum.getValue(), 4);
        littleEndian(member, content.length, 4);
        return member.toByteArray();
    }

    private static void littleEndian(ByteArrayOutputStream out, long value, int bytes) {
        for (int at = 0; at < bytes; at++) {
            out.write((int) (value >>> 8 * at));
        }
    }

    /** Cut, lengthened, or with a byte changed, by pairs of numbers. */
    private static byte[] damaged(byte[] whole, int[] damage) {
        byte[] bytes = whole.clone();
        for (int at = 0; at + 1 < damage.length && bytes.length > 0; at += 2) {
            int position = Math.floorMod(damage[at] >> 2, bytes.length);
            switch (damage[at] & 3) {
                case 0 -> bytes = Arrays.copyOf(bytes, position);
                case 1 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + (position & 31));
                default -> bytes[position] ^= (byte) damage[at + 1];
            }
        }
        return bytes;
    }
}
