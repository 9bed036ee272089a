package io.fortyeight.core.counting;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered under a key, as {@link HistoryTable} and {@link UndoLog} see it. An interface, because a history already extends what it
 * remembers first: key, chain and first entry are one object, and one cache miss.
 *
 * @param <H> the kind of history itself
 */
public interface HistoryEntry<H extends HistoryEntry<H>> {

    long high();

    long low();

    /** The next in the same bucket; belongs to {@link HistoryTable}. */
    @Nullable
    H next();

    void next(@Nullable H next);
}
