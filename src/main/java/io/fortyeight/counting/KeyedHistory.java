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

    /** The latest batch whose changes of this one {@link UndoLog} knows how to undo; 0 when there is none. */
    long undoableBatch;

    KeyedHistory(long high, long low) {
        this.high = high;
        this.low = low;
    }

    /** A deep copy, of what {@link #restore} puts back. */
    abstract H copy();

    abstract void restore(H copy);
}
