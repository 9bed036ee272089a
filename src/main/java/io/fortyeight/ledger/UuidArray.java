package io.fortyeight.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * A {@code uuid[]} parameter in PostgreSQL's binary format. The driver itself sends these as text, which cost about a tenth
 * of all the work of a ping; it sends this one as it is when told so by {@code binaryTransferEnable}.
 *
 * <p>The format is that of {@code array_recv}: number of dimensions, whether there are nulls, the type of the elements, then
 * for each dimension its size and lower bound, then for each element its length (-1 for null) and bytes.
 */
final class UuidArray extends PGobject implements PGBinaryObject {

    private static final long serialVersionUID = 1L;

    /** OID of the type {@code uuid[]}. */
    static final int OID = 2951;

    private static final int ELEMENT_OID = 2950;
    private static final int UUID_BYTES = 16;
    private static final int HEADER_BYTES = 5 * Integer.BYTES;
    private static final int NULL = -1;

    private final transient @Nullable UUID[] elements;
    private final int nulls;

    UuidArray(@Nullable UUID[] elements) {
        this.elements = elements;
        this.nulls =
                (int) Arrays.stream(elements).filter(element -> element == null).count();
        setType("uuid[]");
    }

    @Override
    public int lengthInBytes() {
        return HEADER_BYTES + elements.length * Integer.BYTES + (elements.length - nulls) * UUID_BYTES;
    }

    @Override
    public void toBytes(byte[] target, int offset) {
        var buffer = ByteBuffer.wrap(target, offset, lengthInBytes())
                .putInt(1)
                .putInt(nulls > 0 ? 1 : 0)
                .putInt(ELEMENT_OID)
                .putInt(elements.length)
                .putInt(1);
        for (var element : elements) {
            if (element == null) {
                buffer.putInt(NULL);
            } else {
                buffer.putInt(UUID_BYTES)
                        .putLong(element.getMostSignificantBits())
                        .putLong(element.getLeastSignificantBits());
            }
        }
    }

    @Override
    public void setByteValue(byte[] value, int offset) {
        throw new UnsupportedOperationException("Only ever sent");
    }

    /** The text form, for connections that do not send it in binary. */
    @Override
    public String getValue() {
        return Arrays.toString(elements).replace('[', '{').replace(']', '}');
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UuidArray array && Arrays.equals(elements, array.elements);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(elements);
    }

    @Override
    public Object clone() {
        return new UuidArray(elements.clone());
    }
}
