package io.fortyeight.ledger.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class CopiedRowsTest {

    private static final int HEADER_BYTES = 19;

    /** A sequence number, and a text or null. */
    private record Row(long sequence, String text) {}

    private static CopiedRows copied(Row... rows) {
        var bytes = ByteBuffer.allocate(1024).position(HEADER_BYTES);
        for (var row : rows) {
            bytes.putShort((short) 2).putInt(Long.BYTES).putLong(row.sequence);
            if (row.text == null) {
                bytes.putInt(-1);
            } else {
                var text = row.text.getBytes(StandardCharsets.UTF_8);
                bytes.putInt(text.length).put(text);
            }
        }
        bytes.putShort((short) -1);
        return new CopiedRows(bytes.array());
    }

    @Test
    void everyRow_isReadInOrder() {
        var rows = copied(new Row(3, "a"), new Row(5, "\u00e9"), new Row(6, ""));
        var read = new ArrayList<String>();
        while (rows.next()) {
            read.add(rows.sequence() + rows.text());
        }
        assertThat(read).containsExactly("3a", "5\u00e9", "6");
        assertThat(rows.next()).isFalse();
    }

    @Test
    void rows_areFoundByNumber_whateverLiesBetween() {
        var rows = copied(new Row(2, "two"), new Row(3, null), new Row(4, "four"), new Row(9, "nine"));
        assertThat(rows.nextIs(1)).isFalse();
        assertThat(rows.nextIs(2)).isTrue();
        assertThat(rows.text()).isEqualTo("two");
        // Nobody asks for 3 and reads 4: their entries may be gone.
        assertThat(rows.nextIs(5)).isFalse();
        assertThat(rows.nextIs(9)).isTrue();
        assertThat(rows.text()).isEqualTo("nine");
        assertThat(rows.nextIs(10)).isFalse();
        assertThat(rows.nextIs(11)).isFalse();
    }

    @Test
    void noRows_areNone() {
        assertThat(CopiedRows.none().next()).isFalse();
        assertThat(CopiedRows.none().nextIs(1)).isFalse();
    }
}
