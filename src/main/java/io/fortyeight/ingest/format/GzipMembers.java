package io.fortyeight.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The contents of one or more gzip members in a row (RFC 1952), one after the other.
 *
 * <p>Not {@link java.util.zip.GZIPInputStream}: that one takes the end of what has arrived from the network for the end
 * of the last member, and passes over rubbish behind a member in silence; both would lose pings unnoticed.
 */
final class GzipMembers extends InputStream {

    static final int MAGIC_FIRST = 0x1F;
    static final int MAGIC_SECOND = 0x8B;

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int DEFLATE = 8;
    private static final int HAS_HEADER_CHECKSUM = 1 << 1;
    private static final int HAS_EXTRA = 1 << 2;
    private static final int HAS_NAME = 1 << 3;
    private static final int HAS_COMMENT = 1 << 4;
    private static final int RESERVED = 0xE0;
    private static final int TIME_AND_SYSTEM_BYTES = 6;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int filled;
    private boolean ended;

    /** @param in at the beginning of the first member */
    GzipMembers(InputStream in) throws IOException {
        this.in = in;
        readHeader();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            int count = inflate(target, offset, length);
            if (count > 0) {
                checksum.update(target, offset, count);
                return count;
            }
            if (inflater.finished()) {
                readTrailer();
            } else if (inflater.needsDictionary()) {
                throw damaged();
            } else if (inflater.needsInput()) {
                if (!fill()) {
                    throw cut();
                }
                inflater.setInput(buffer, position, filled - position);
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private int inflate(byte[] target, int offset, int length) throws UnreadableBodyException {
        try {
            int count = inflater.inflate(target, offset, length);
            position = filled - inflater.getRemaining();
            return count;
        } catch (DataFormatException e) {
            throw damaged();
        }
    }

    private void readTrailer() throws IOException {
        if (littleEndian() != checksum.getValue() || littleEndian() != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw damaged();
        }
        if (position == filled && !fill()) {
            ended = true;
        } else {
            readHeader();
        }
    }

    private void readHeader() throws IOException {
        checksum.reset();
        if (header() != MAGIC_FIRST || header() != MAGIC_SECOND || header() != DEFLATE) {
            throw new UnreadableBodyException("The gzip is followed by something that is not gzip");
        }
        int flags = header();
        if ((flags & RESERVED) != 0) {
            throw damaged();
        }
        skip(TIME_AND_SYSTEM_BYTES);
        if ((flags & HAS_EXTRA) != 0) {
            skip(header() | header() << 8);
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        long headerChecksum = checksum.getValue() & 0xFFFF;
        if ((flags & HAS_HEADER_CHECKSUM) != 0 && (next() | next() << 8) != headerChecksum) {
            throw damaged();
        }
        checksum.reset();
        inflater.reset();
        inflater.setInput(buffer, position, filled - position);
    }

    private void skip(int count) throws IOException {
        for (int index = 0; index < count; index++) {
            header();
        }
    }

    private void skipText() throws IOException {
        int character;
        do {
            character = header();
        } while (character != 0);
    }

    /** A byte that the header's checksum is of. */
    private int header() throws IOException {
        int next = next();
        checksum.update(next);
        return next;
    }

    private long littleEndian() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private int next() throws IOException {
        if (position == filled && !fill()) {
            throw cut();
        }
        return Byte.toUnsignedInt(buffer[position++]);
    }

    /** Only when all has been used. False at the end. */
    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(in.read(buffer, 0, buffer.length), 0);
        return filled > 0;
    }

    private static UnreadableBodyException cut() {
        return new UnreadableBodyException("The gzip ends too early: part of it is missing");
    }

    private static UnreadableBodyException damaged() {
        return new UnreadableBodyException("The gzip is damaged");
    }
}
