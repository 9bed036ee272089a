package io.fortyeight.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The body of an import as it was before it was zipped, if it was: told by gzip's first two bytes, since senders forget
 * the header. Streams, so that a few bytes that unzip to many fill no memory. A damaged gzip gives
 * {@link UnreadableBodyException}.
 */
public final class UnzippedBody extends InputStream {

    private final InputStream in;
    private final MessageDigest digest = sha256Digest();
    private long count;
    private boolean ended;

    public UnzippedBody(InputStream body) throws IOException {
        PushbackInputStream start = new PushbackInputStream(body, 2);
        byte[] magic = start.readNBytes(2);
        start.unread(magic);
        boolean zipped = magic.length == 2
                && Byte.toUnsignedInt(magic[0]) == GzipMembers.MAGIC_FIRST
                && Byte.toUnsignedInt(magic[1]) == GzipMembers.MAGIC_SECOND;
        in = zipped ? new GzipMembers(start) : start;
    }

    /** How many unzipped bytes have been read. */
    public long count() {
        return count;
    }

    /**
     * SHA-256 of the unzipped bytes; may be asked for once.
     *
     * @throws IllegalStateException before all has been read
     */
    public byte[] sha256() {
        if (!ended) {
            throw new IllegalStateException("Read to the end first");
        }
        return digest.digest();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read < 0) {
            ended = true;
        } else {
            digest.update(target, offset, read);
            count += read;
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
