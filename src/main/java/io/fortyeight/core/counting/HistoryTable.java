package io.fortyeight.core.counting;

import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Histories by key: linear hashing (Litwin, VLDB 1980), in which each addition beyond one entry a bucket splits one
 * bucket, so that no ping ever waits for a million others to be rehashed. Keys are bits of an HMAC: they are spread
 * already, and nobody outside can choose them to collide.
 */
public final class HistoryTable<H extends HistoryEntry<H>> {

    private static final int FIRST_CAPACITY = 16;

    private @Nullable HistoryEntry<?>[] buckets = new HistoryEntry<?>[2 * FIRST_CAPACITY];

    /** Buckets at the start of this round of splits, a power of two; there is room for twice as many. */
    private int base = FIRST_CAPACITY;

    private int bucketCount = FIRST_CAPACITY;
    private int size;
    private int sweepAt;
    private int addedSinceSweep;

    public int size() {
        return size;
    }

    public @Nullable H get(long high, long low) {
        for (H history = head(bucket(high, low)); history != null; history = history.next()) {
            if (history.low() == low && history.high() == high) {
                return history;
            }
        }
        return null;
    }

    /** @param history whose key is not in the table */
    public void add(H history) {
        push(history, bucket(history.high(), history.low()));
        size++;
        addedSinceSweep++;
        if (size > bucketCount) {
            splitOne();
        }
    }

    /** @param history that is in the table */
    void remove(H history) {
        int bucket = bucket(history.high(), history.low());
        sweepBucket(bucket, candidate -> candidate == history);
    }

    /**
     * Looks at the next {@code budget} buckets and at two more for each entry added since the last sweep, at most at each
     * once, and removes those for which it holds. So however many are added, no more than half of the table can stay.
     */
    void sweep(int budget, Predicate<H> removes) {
        int looks = Math.min(budget + 2 * addedSinceSweep, bucketCount);
        addedSinceSweep = 0;
        for (int left = looks; left > 0; left--) {
            sweepBucket(sweepAt, removes);
            sweepAt = sweepAt + 1 < bucketCount ? sweepAt + 1 : 0;
        }
    }

    /** Writes only where something goes: most of the time nothing does, and a write is dear to the garbage collector. */
    private void sweepBucket(int bucket, Predicate<H> removes) {
        H before = null;
        for (H history = head(bucket); history != null; history = history.next()) {
            if (!removes.test(history)) {
                before = history;
                continue;
            }
            size--;
            if (before == null) {
                buckets[bucket] = history.next();
            } else {
                before.next(history.next());
            }
        }
    }

    private void splitOne() {
        int from = bucketCount - base;
        bucketCount++;
        H history = head(from);
        buckets[from] = null;
        while (history != null) {
            H next = history.next();
            push(history, bucket(history.high(), history.low()));
            history = next;
        }
        if (bucketCount == 2 * base) {
            base = bucketCount;
            buckets = Arrays.copyOf(buckets, 2 * base);
        }
    }

    private void push(H history, int bucket) {
        history.next(head(bucket));
        buckets[bucket] = history;
    }

    private int bucket(long high, long low) {
        int hash = Long.hashCode(high ^ low);
        int bucket = hash & (2 * base - 1);
        return bucket < bucketCount ? bucket : bucket - base;
    }

    /** An array can't be of a type parameter; only histories of type H are ever put into it. */
    @SuppressWarnings("unchecked")
    private @Nullable H head(int bucket) {
        return (@Nullable H) buckets[bucket];
    }
}
