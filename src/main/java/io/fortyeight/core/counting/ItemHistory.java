package io.fortyeight.core.counting;

import java.util.Arrays;

/**
 * What the rules remember of one visitor and one code: rule 5 and 6 of an item, rule 4 of a campaign and kind.
 *
 * <p>The refresh history is the latest instant and, in an array, those before it, oldest first. It never needs more than
 * {@code freeze.pings} in all: whether a ping is one too many hangs on how old the {@code freeze.pings}-th latest is.
 */
class ItemHistory extends Undoable {

    /** Of an entry that remembers nothing; {@link ItemCode}s are not negative. */
    private static final int NO_CODE = -1;

    private static final int MIN_ROOM = 2;
    private static final long NEVER = Long.MIN_VALUE;
    private static final long[] NONE = {};

    private int code = NO_CODE;

    /** How many pings counted in the latest slot in which any did. */
    private int count;

    private long slotEndMillis = NEVER;
    private long repeatsUntilMillis = NEVER;
    private long latestRefreshMillis = NEVER;

    /** From {@code from} until {@code to}. What is in use is never overwritten, so that a shallow copy can undo. */
    private long[] earlierRefreshes = NONE;

    private int from;
    private int to;

    static ItemHistory of(int code) {
        ItemHistory entry = new ItemHistory();
        entry.reset(code);
        return entry;
    }

    final int code() {
        return code;
    }

    /** Forgets what was under another code. */
    final void reset(int newCode) {
        code = newCode;
        count = 0;
        slotEndMillis = NEVER;
        repeatsUntilMillis = NEVER;
        forgetRefreshes();
    }

    @Override
    ItemHistory copy() {
        ItemHistory copy = new ItemHistory();
        copy.restore(this);
        return copy;
    }

    @Override
    void restore(Undoable copy) {
        ItemHistory item = (ItemHistory) copy;
        code = item.code;
        count = item.count;
        slotEndMillis = item.slotEndMillis;
        repeatsUntilMillis = item.repeatsUntilMillis;
        latestRefreshMillis = item.latestRefreshMillis;
        earlierRefreshes = item.earlierRefreshes;
        from = item.from;
        to = item.to;
    }

    final void count(long nowMillis, Slots slots) {
        if (nowMillis >= slotEndMillis) {
            slotEndMillis = slots.endMillis(nowMillis);
            count = 0;
        }
        count++;
    }

    /** The instant until which no further ping counts; in the past, or {@code Long.MIN_VALUE}, when one does. */
    final long fullUntilMillis(int max) {
        return count >= max ? slotEndMillis : Long.MIN_VALUE;
    }

    /** The first instant at which a ping is no longer a repeat. */
    final long repeatsUntilMillis() {
        return repeatsUntilMillis;
    }

    final void repeatsUntil(long millis) {
        repeatsUntilMillis = millis;
    }

    /** The first instant at which one more ping does not begin a freeze. */
    final long freezesUntilMillis(int pings, long withinMillis) {
        int earlier = pings - 1;
        if (latestRefreshMillis == NEVER || to - from < earlier) {
            return Long.MIN_VALUE;
        }
        return (earlier == 0 ? latestRefreshMillis : earlierRefreshes[to - earlier]) + withinMillis;
    }

    final void refresh(long nowMillis, int pings, long withinMillis) {
        if (latestRefreshMillis <= nowMillis - withinMillis) {
            // All have expired. Most pings come here, and need not look at the array.
            forgetRefreshes();
        } else if (pings > 1) {
            if (to == earlierRefreshes.length) {
                makeRoom(nowMillis - withinMillis, pings - 2);
            }
            earlierRefreshes[to] = latestRefreshMillis;
            to++;
        }
        latestRefreshMillis = nowMillis;
    }

    private void makeRoom(long expiredMillis, int most) {
        int keptFrom = Math.max(from, to - most);
        while (keptFrom < to && earlierRefreshes[keptFrom] <= expiredMillis) {
            keptFrom++;
        }
        int kept = to - keptFrom;
        earlierRefreshes = Arrays.copyOfRange(earlierRefreshes, keptFrom, to + Math.max(MIN_ROOM, kept / 2));
        from = 0;
        to = kept;
    }

    final void forgetRefreshes() {
        latestRefreshMillis = NEVER;
        // Only where there is one: writing a reference is dear to the garbage collector.
        if (earlierRefreshes != NONE) {
            earlierRefreshes = NONE;
        }
        from = 0;
        to = 0;
    }

    /** Whether no rule can need this entry at or after {@code nowMillis}. */
    final boolean isIdle(long nowMillis, long refreshWithinMillis) {
        return slotEndMillis <= nowMillis
                && repeatsUntilMillis <= nowMillis
                && latestRefreshMillis <= nowMillis - refreshWithinMillis;
    }
}
