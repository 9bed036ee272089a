package io.fortyeight.ledger.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * An array parameter that is built in PostgreSQL's binary format from the start, so that sending it is copying it. The
 * driver itself sends {@code uuid[]} as text and others from arrays of objects, which cost about a tenth of all the work of
 * a ping; it sends this one as it is when told so by {@code binaryTransferEnable}.
 *
 * <p>The format is that of {@code array_recv}: number of dimensions, whether there are nulls, the type of the elements, then
 * for each dimension its size and lower bound, then for each element its length (-1 for null) and bytes.
 */
public final class BinaryArray extends PGobject implements PGBinaryObject {

    private static final long serialVersionUID = 1L;

    /** What it is made of, with names and OIDs of PostgreSQL's catalog {@code pg_type}. */
    public enum Element {
        CHAR("char", 18, 1002, 1, value -> Character.toString(value.get())),
        SMALLINT("int2", 21, 1005, Short.BYTES, value -> Short.toString(value.getShort())),
        INTEGER("int4", 23, 1007, Integer.BYTES, value -> Integer.toString(value.getInt())),
        BIGINT("int8", 20, 1016, Long.BYTES, value -> Long.toString(value.getLong())),
        UUID("uuid", 2950, 2951, 2 * Long.BYTES, value -> new UUID(value.getLong(), value.getLong()).toString());

        private final String type;
        private final int oid;
        private final int arrayOid;
        private final int bytes;
        private final Function<ByteBuffer, String> text;

        Element(String type, int oid, int arrayOid, int bytes, Function<ByteBuffer, String> text) {
            this.type = type;
            this.oid = oid;
            this.arrayOid = arrayOid;
            this.bytes = bytes;
            this.text = text;
        }
    }

    private static final int HEADER_BYTES = 5 * Integer.BYTES;
    private static final int FIRST_CAPACITY = 64;
    private static final int NULL = -1;

    private final Element element;
    private transient ByteBuffer elements;
    private int size;
    private boolean hasNulls;

    public BinaryArray(Element element) {
        this.element = element;
        this.elements = ByteBuffer.allocate(FIRST_CAPACITY * (Integer.BYTES + element.bytes));
        setType("_" + element.type);
    }

    /** For the connection property {@code binaryTransferEnable}. */
    static String oids() {
        return String.join(
                ",",
                Arrays.stream(Element.values())
                        .map(each -> Integer.toString(each.arrayOid))
                        .toList());
    }

    public void add(byte value) {
        next(1).put(value);
    }

    public void add(short value) {
        next(Short.BYTES).putShort(value);
    }

    public void add(int value) {
        next(Integer.BYTES).putInt(value);
    }

    public void add(long value) {
        next(Long.BYTES).putLong(value);
    }

    public void add(long high, long low) {
        next(2 * Long.BYTES).putLong(high).putLong(low);
    }

    public void addNull() {
        room().putInt(NULL);
        size++;
        hasNulls = true;
    }

    private ByteBuffer next(int bytes) {
        if (bytes != element.bytes) {
            throw new IllegalArgumentException("An element of " + type + " has " + element.bytes + " bytes");
        }
        size++;
        return room().putInt(bytes);
    }

    private ByteBuffer room() {
        if (elements.remaining() < Integer.BYTES + element.bytes) {
            elements = ByteBuffer.allocate(2 * elements.capacity()).put(elements.flip());
        }
        return elements;
    }

    @Override
    public int lengthInBytes() {
        return HEADER_BYTES + elements.position();
    }

    @Override
    public void toBytes(byte[] target, int offset) {
        ByteBuffer.wrap(target, offset, lengthInBytes())
                .putInt(1)
                .putInt(hasNulls ? 1 : 0)
                .putInt(element.oid)
                .putInt(size)
                .putInt(1)
                .put(elements.array(), 0, elements.position());
    }

    @Override
    public void setByteValue(byte[] value, int offset) {
        throw new UnsupportedOperationException("Only ever sent");
    }

    /** The text form, for connections that do not send it in binary. */
    @Override
    public String getValue() {
        var text = new StringJoiner(",", "{", "}");
        var values = elements.duplicate().flip();
        while (values.hasRemaining()) {
            text.add(values.getInt() == NULL ? "NULL" : element.text.apply(values));
        }
        return text.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public Object clone() throws CloneNotSupportedException {
        throw new CloneNotSupportedException("Only ever sent");
    }
}
