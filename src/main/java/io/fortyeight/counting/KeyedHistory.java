package io.fortyeight.counting;

import org.jspecify.annotations.Nullable;

/**
 * What the rules remember under one key. Table, chain, entries and undo mark are one object: with millions of visitors
 * every reference saved is memory and a cache miss saved.
 *
 * @param <H> the kind of history itself
 */
abstract class KeyedHistory<H extends KeyedHistory<H, E>, E extends SlotCount> extends CodeTable<E> {

    final long high;
    final long low;

    /** The next in the same bucket; belongs to {@link HistoryTable}. */
    @Nullable
    H next;

    /** Whether {@link UndoLog} knows how to undo the batch's changes of this one. */
    boolean undoable;

    KeyedHistory(long high, long low) {
        this.high = high;
        this.low = low;
    }

    /** A deep copy, of what {@link #restore} puts back. */
    abstract H copy();

    abstract void restore(H copy);
}
