package io.fortyeight.counting;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Entries by their code. Most visitors have one entry, a few have thousands: so the first stands by itself, and the
 * others are in an open-addressing table at most half full.
 */
abstract class CodeTable<E extends SlotCount> {

    private static final int FIRST_CAPACITY = 4;
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    private static final @Nullable SlotCount[] NONE = {};

    private @Nullable E first;
    private @Nullable SlotCount @Nullable [] others;
    private int otherCount;

    final @Nullable E get(int code) {
        E single = first;
        if (single != null && single.code == code) {
            return single;
        }
        @Nullable SlotCount[] table = others;
        return table == null ? null : entry(table[place(table, code)]);
    }

    /** Adds an entry whose code is not there yet; takes the opportunity to drop idle ones instead of growing. */
    final void add(E entry, long nowMillis, long refreshWithinMillis) {
        if (first == null || first.isIdle(nowMillis, refreshWithinMillis)) {
            first = entry;
            return;
        }
        @Nullable SlotCount[] table = others;
        if (table == null || 2 * otherCount >= table.length) {
            table = rebuilt(nowMillis, refreshWithinMillis);
            others = table;
        }
        table[place(table, entry.code)] = entry;
        otherCount++;
    }

    /** With room to spare (at most 3 in 8), so that the next rebuilding is far off even if few entries were idle. */
    private @Nullable SlotCount[] rebuilt(long nowMillis, long refreshWithinMillis) {
        int needed = 0;
        for (SlotCount entry : othersOrNone()) {
            if (entry != null && !entry.isIdle(nowMillis, refreshWithinMillis)) {
                needed++;
            }
        }
        int capacity = FIRST_CAPACITY;
        while (3 * capacity < 8 * needed) {
            capacity *= 2;
        }
        @Nullable SlotCount[] table = new SlotCount[capacity];
        for (SlotCount entry : othersOrNone()) {
            if (entry != null && !entry.isIdle(nowMillis, refreshWithinMillis)) {
                table[place(table, entry.code)] = entry;
            }
        }
        otherCount = needed;
        return table;
    }

    final boolean areEntriesIdle(long nowMillis, long refreshWithinMillis) {
        if (first != null && !first.isIdle(nowMillis, refreshWithinMillis)) {
            return false;
        }
        for (SlotCount entry : othersOrNone()) {
            if (entry != null && !entry.isIdle(nowMillis, refreshWithinMillis)) {
                return false;
            }
        }
        return true;
    }

    final void forEach(Consumer<E> action) {
        if (first != null) {
            action.accept(first);
        }
        for (SlotCount other : othersOrNone()) {
            E entry = entry(other);
            if (entry != null) {
                action.accept(entry);
            }
        }
    }

    /** Takes over deep copies of the other's entries. */
    final void copyEntries(CodeTable<E> other) {
        first = other.first == null ? null : entry(other.first.copy());
        otherCount = other.otherCount;
        if (other.others == null) {
            others = null;
            return;
        }
        @Nullable SlotCount[] table = other.others.clone();
        for (int i = 0; i < table.length; i++) {
            SlotCount entry = table[i];
            table[i] = entry == null ? null : entry.copy();
        }
        others = table;
    }

    /** Where the code is, or else would be. */
    private static int place(@Nullable SlotCount[] table, int code) {
        int mask = table.length - 1;
        int place = code * GOLDEN_RATIO >>> Integer.numberOfLeadingZeros(mask);
        for (SlotCount entry = table[place]; entry != null && entry.code != code; entry = table[place]) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private @Nullable SlotCount[] othersOrNone() {
        return others == null ? NONE : others;
    }

    /** An array can't be of a type parameter; only entries of type E are ever put into it. */
    @SuppressWarnings("unchecked")
    private @Nullable E entry(@Nullable SlotCount entry) {
        return (@Nullable E) entry;
    }
}
