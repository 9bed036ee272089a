package io.fortyeight.ledger.replay;

import io.fortyeight.core.counting.NetworkKey;
import io.fortyeight.core.counting.VisitorKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Rows that COPY gave in binary, each beginning with the sequence number that they are ordered by; read row by row, and in
 * a row field by field.
 *
 * <p>For one reader.
 *
 * <p>A row is the number of its fields, then for each its length (-1 for null) and bytes; -1 fields are the end.
 */
final class CopiedRows {

    /** Signature, flags, and the length of an extension that there is none of. */
    private static final int HEADER_BYTES = 19;

    private static final int NULL = -1;
    private static final int END = -1;
    private static final long NO_MORE = Long.MAX_VALUE;

    private final ByteBuffer rows;

    /** Of the row that is read now. */
    private long sequence = Long.MIN_VALUE;

    private int fieldsLeft;

    CopiedRows(byte[] copied) {
        rows = ByteBuffer.wrap(copied).position(HEADER_BYTES);
    }

    static CopiedRows none() {
        return new CopiedRows(ByteBuffer.allocate(HEADER_BYTES + Short.BYTES)
                .putShort(HEADER_BYTES, (short) END)
                .array());
    }

    /** Goes to the next row, whatever of this one was read. */
    boolean next() {
        while (fieldsLeft > 0) {
            var unread = Math.max(0, length());
            rows.position(rows.position() + unread);
        }
        if (sequence != NO_MORE) {
            fieldsLeft = rows.getShort();
            sequence = fieldsLeft == END ? NO_MORE : longField();
        }
        return sequence != NO_MORE;
    }

    /**
     * Whether there is a row of this number; if so, its other fields can be read.
     *
     * @param wanted greater than at the call before
     */
    boolean nextIs(long wanted) {
        while (sequence < wanted) {
            next();
        }
        return sequence == wanted;
    }

    private int length() {
        fieldsLeft--;
        return rows.getInt();
    }

    long sequence() {
        return sequence;
    }

    long longField() {
        length();
        return rows.getLong();
    }

    short shortField() {
        length();
        return rows.getShort();
    }

    char charField() {
        length();
        return (char) rows.get();
    }

    VisitorKey visitor() {
        length();
        return new VisitorKey(rows.getLong(), rows.getLong());
    }

    @Nullable
    NetworkKey network() {
        return length() == NULL ? null : new NetworkKey(rows.getLong());
    }

    String text() {
        var bytes = new byte[length()];
        rows.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
