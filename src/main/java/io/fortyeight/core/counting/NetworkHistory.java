package io.fortyeight.core.counting;

import org.jspecify.annotations.Nullable;

/** What rule 7 remembers of one network, and how many remembered visitors came first from it. */
final class NetworkHistory extends Undoable implements HistoryEntry<NetworkHistory> {

    private static final int FIRST_CAPACITY = 2;
    private static final int GOLDEN_RATIO = 0x9E3779B9;
    private static final long[] NONE = {0};

    private final long key;

    /** Not part of a copy: it follows the visitors as they come and go. */
    int visitors;

    private @Nullable NetworkHistory next;

    /** The end of the latest slot in which any ping counted: slots are the same for all codes. */
    private long slotEndMillis = Long.MIN_VALUE;

    /** How many pings counted in that slot under the code that came first: the upper half is the code + 1, 0 for none. */
    private long first;

    /** As {@link #first}, of the other codes, which few have: open addressing, at most three quarters full. */
    private long[] others = NONE;

    private int otherCodes;

    NetworkHistory(long key) {
        this.key = key;
    }

    /** The instant until which no further ping counts; in the past, or {@code Long.MIN_VALUE}, when one does. */
    long fullUntilMillis(int code, int max) {
        long count = isOf(first, code) ? first : others[place(code)];
        return (int) count >= max ? slotEndMillis : Long.MIN_VALUE;
    }

    void count(int code, long nowMillis, Slots slots) {
        if (nowMillis >= slotEndMillis) {
            slotEndMillis = slots.endMillis(nowMillis);
            first = 0;
            others = NONE;
            otherCodes = 0;
        }
        if (first == 0) {
            first = tag(code) << Integer.SIZE;
        }
        if (isOf(first, code)) {
            first++;
        } else {
            countOther(code);
        }
    }

    private void countOther(int code) {
        int place = place(code);
        if (others[place] == 0) {
            otherCodes++;
            if (4 * otherCodes > 3 * others.length) {
                grow();
                place = place(code);
            }
            others[place] = tag(code) << Integer.SIZE;
        }
        others[place]++;
    }

    private void grow() {
        long[] old = others;
        others = new long[Math.max(FIRST_CAPACITY, 2 * old.length)];
        for (long count : old) {
            if (count != 0) {
                others[place((int) (count >>> Integer.SIZE) - 1)] = count;
            }
        }
    }

    /** Where the code is among the others, or else would be. */
    private int place(int code) {
        int mask = others.length - 1;
        int place = (code * GOLDEN_RATIO >>> Integer.SIZE / 2) & mask;
        while (others[place] != 0 && !isOf(others[place], code)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private static boolean isOf(long count, int code) {
        return count >>> Integer.SIZE == tag(code);
    }

    /** Never 0, so that it tells codes from empty places. */
    private static long tag(int code) {
        return code + 1L;
    }

    /** Whether no rule can need anything of this network at or after {@code nowMillis}. */
    boolean isForgettable(long nowMillis) {
        return visitors == 0 && slotEndMillis <= nowMillis;
    }

    @Override
    NetworkHistory copy() {
        NetworkHistory copy = new NetworkHistory(key);
        copy.slotEndMillis = slotEndMillis;
        copy.first = first;
        copy.others = otherCodes == 0 ? NONE : others.clone();
        copy.otherCodes = otherCodes;
        return copy;
    }

    @Override
    void restore(Undoable copy) {
        NetworkHistory network = (NetworkHistory) copy;
        slotEndMillis = network.slotEndMillis;
        first = network.first;
        others = network.others;
        otherCodes = network.otherCodes;
    }

    @Override
    public long high() {
        return key;
    }

    @Override
    public long low() {
        return 0;
    }

    @Override
    public @Nullable NetworkHistory next() {
        return next;
    }

    @Override
    public void next(@Nullable NetworkHistory following) {
        next = following;
    }
}
