package io.fortyeight.core.counting;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A visitor's entries beyond the first, by their code: an open-addressing table at most half full. Most have
 * none, a few have thousands.
 *
 * <p>Which entries are in it never changes: so whoever holds the table from before can go back to it.
 */
final class CodeTable {

    private static final int FIRST_CAPACITY = 4;
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    static final CodeTable EMPTY = new CodeTable(new ItemHistory[FIRST_CAPACITY], 0);

    private final @Nullable ItemHistory[] entries;
    private final int size;

    private CodeTable(@Nullable ItemHistory[] entries, int size) {
        this.entries = entries;
        this.size = size;
    }

    @Nullable
    ItemHistory get(int code) {
        return entries[place(entries, code)];
    }

    /** A table with an entry more, whose code is not there yet; drops idle ones instead of growing. */
    CodeTable with(ItemHistory entry, long nowMillis, long refreshWithinMillis) {
        boolean full = 2 * size >= entries.length;
        CodeTable table = full ? withoutIdle(nowMillis, refreshWithinMillis) : new CodeTable(entries.clone(), size);
        table.entries[place(table.entries, entry.code())] = entry;
        return new CodeTable(table.entries, table.size + 1);
    }

    /** With room to spare (at most 3 in 8), so that the next rebuilding is far off even if few entries were idle. */
    private CodeTable withoutIdle(long nowMillis, long refreshWithinMillis) {
        int needed = 0;
        for (ItemHistory entry : entries) {
            if (entry != null && !entry.isIdle(nowMillis, refreshWithinMillis)) {
                needed++;
            }
        }
        int capacity = FIRST_CAPACITY;
        while (3 * capacity < 8 * needed) {
            capacity *= 2;
        }
        @Nullable ItemHistory[] rebuilt = new ItemHistory[capacity];
        for (ItemHistory entry : entries) {
            if (entry != null && !entry.isIdle(nowMillis, refreshWithinMillis)) {
                rebuilt[place(rebuilt, entry.code())] = entry;
            }
        }
        return new CodeTable(rebuilt, needed);
    }

    boolean areIdle(long nowMillis, long refreshWithinMillis) {
        if (size > 0) {
            for (ItemHistory entry : entries) {
                if (entry != null && !entry.isIdle(nowMillis, refreshWithinMillis)) {
                    return false;
                }
            }
        }
        return true;
    }

    void forEach(Consumer<ItemHistory> action) {
        for (ItemHistory entry : entries) {
            if (entry != null) {
                action.accept(entry);
            }
        }
    }

    /** Where the code is, or else would be. */
    private static int place(@Nullable ItemHistory[] table, int code) {
        int mask = table.length - 1;
        int place = code * GOLDEN_RATIO >>> Integer.numberOfLeadingZeros(mask);
        for (ItemHistory entry = table[place]; entry != null && entry.code() != code; entry = table[place]) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
