package io.fortyeight;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The strings of a class as its constant pool has them, text blocks and parts of concatenations alike. */
final class SqlStrings {

    /** Tables and views with pings, or with sums of them. */
    private static final Pattern READS_COUNTS = Pattern.compile(
            "(?is)\\b(?:from|join)\\s+(?:only\\s+|lateral\\s+)?(?:public\\.)?\"?(ledger|ledger_via|ledger_credit|"
                    + "ledger_partition|counted_partition|tally|tally_minute|unledgered|credit_link|credit_minute|"
                    + "credit_age|share_tree|result)\\b");

    private static final int TEXT = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    private SqlStrings() {}

    static ArchCondition<JavaClass> readNoCounts() {
        return new ArchCondition<>("have no SQL that reads counts") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var sql : thatReadCounts(type)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " has SQL that reads counts: " + sql.strip()));
                }
            }
        };
    }

    static List<String> thatReadCounts(JavaClass type) {
        var source = type.getSource().orElseThrow().getUri();
        try (var bytes = source.toURL().openStream()) {
            return texts(bytes).stream()
                    .filter(text -> READS_COUNTS.matcher(text).find())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Section 4.4 of the Java Virtual Machine Specification. */
    private static List<String> texts(InputStream classFile) throws IOException {
        var data = new DataInputStream(classFile);
        data.skipNBytes(8);
        var texts = new ArrayList<String>();
        var entries = data.readUnsignedShort();
        for (var i = 1; i < entries; i++) {
            var tag = data.readUnsignedByte();
            switch (tag) {
                case TEXT -> texts.add(data.readUTF());
                case LONG, DOUBLE -> {
                    data.skipNBytes(8);
                    // Takes two places.
                    i++;
                }
                case 7, 8, 16, 19, 20 -> data.skipNBytes(2);
                case 15 -> data.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> data.skipNBytes(4);
                default -> throw new IOException("No constant has the tag " + tag);
            }
        }
        return texts;
    }
}
