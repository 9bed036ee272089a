package io.fortyeight.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a file of any size, one at a time. They end in LF or CRLF; the last one may do without. A byte order mark
 * (UTF-8) before the first is passed over.
 */
public final class Lines {

    /** The longest line that can be read, without its end. */
    public static final int MAX_BYTES = 65_536;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int CARRIAGE_RETURN_BYTES = 1;

    private final InputStream in;
    private final byte[] buffer = new byte[4 * MAX_BYTES];
    private int filled;
    private int following;
    private int start;
    private int end;
    private long number;
    private boolean tooLong;

    public Lines(InputStream in) {
        this.in = in;
    }

    /** Goes on to the next line. False if there is none, however often it is asked. */
    public boolean next() throws IOException {
        start = following;
        tooLong = false;
        int searched = start;
        while (true) {
            int lineFeed = indexOfLineFeed(searched);
            if (lineFeed >= 0) {
                take(lineFeed, lineFeed + 1);
                return true;
            }
            if (filled - start > MAX_BYTES + CARRIAGE_RETURN_BYTES) {
                tooLong = true;
                start = filled;
            }
            int before = filled - start;
            if (!fill()) {
                if (filled == start && !tooLong) {
                    following = filled;
                    return false;
                }
                take(filled, filled);
                return true;
            }
            searched = start + before;
        }
    }

    /** The number of the line that {@link #next} has gone to, from 1, empty lines included. */
    public long number() {
        return number;
    }

    /** Whether there is nothing but white space. */
    public boolean isBlank() {
        for (int at = start; at < end; at++) {
            if (buffer[at] != ' ' && buffer[at] != '\t') {
                return false;
            }
        }
        return !tooLong;
    }

    /** The line, one character for each byte: nothing is lost, whatever the encoding. */
    String latin1() throws MalformedLineException {
        refuseTooLong();
        return new String(buffer, start, end - start, StandardCharsets.ISO_8859_1);
    }

    String utf8() throws MalformedLineException {
        refuseTooLong();
        String text = new String(buffer, start, end - start, StandardCharsets.UTF_8);
        // Either what bytes that are not UTF-8 are replaced by, which is a lot faster than strict decoding, or sent so.
        if (text.indexOf('\uFFFD') >= 0) {
            refuseUndecodable();
        }
        return text;
    }

    private void refuseUndecodable() throws MalformedLineException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(buffer, start, end - start));
        } catch (CharacterCodingException e) {
            throw new MalformedLineException("not UTF-8");
        }
    }

    private void refuseTooLong() throws MalformedLineException {
        if (tooLong) {
            throw new MalformedLineException("line longer than " + MAX_BYTES + " bytes");
        }
    }

    private void take(int end, int following) {
        this.following = following;
        this.end = end > start && buffer[end - 1] == '\r' ? end - 1 : end;
        tooLong |= this.end - start > MAX_BYTES;
        number++;
        boolean marked = number == 1
                && this.end - start >= BYTE_ORDER_MARK.length
                && buffer[start] == BYTE_ORDER_MARK[0]
                && buffer[start + 1] == BYTE_ORDER_MARK[1]
                && buffer[start + 2] == BYTE_ORDER_MARK[2];
        if (marked) {
            start += BYTE_ORDER_MARK.length;
        }
    }

    private int indexOfLineFeed(int from) {
        for (int at = from; at < filled; at++) {
            if (buffer[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    /** Reads on behind what is there of the line, which moves to the front when there is no room. False at the end. */
    private boolean fill() throws IOException {
        if (filled == buffer.length) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            start = 0;
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(read, 0);
        return read >= 0;
    }
}
