package io.fortyeight.counting;

import org.jspecify.annotations.Nullable;

/** What rule 7 remembers of one network, and how many remembered visitors came first from it. */
final class NetworkHistory extends Undoable implements Keyed<NetworkHistory> {

    private static final int FIRST_CAPACITY = 2;
    private static final int GOLDEN_RATIO = 0x9E3779B9;
    private static final long[] NONE = {0};

    private final long key;

    /** Not part of a copy: it follows the visitors as they come and go. */
    int visitors;

    private @Nullable NetworkHistory next;

    /** The end of the latest slot in which any ping counted: slots are the same for all codes. */
    private long slotEndMillis = Long.MIN_VALUE;

    /**
     * How many pings counted in that slot, by code: open addressing, at most three quarters full. The upper half of each
     * is the code + 1, the lower the count.
     */
    private long[] counts = NONE;

    private int codes;

    NetworkHistory(long key) {
        this.key = key;
    }

    /** The instant until which no further ping counts; in the past, or {@code Long.MIN_VALUE}, when one does. */
    long fullUntilMillis(int code, int max) {
        return (int) counts[place(code)] >= max ? slotEndMillis : Long.MIN_VALUE;
    }

    void count(int code, long nowMillis, Slots slots) {
        if (nowMillis >= slotEndMillis) {
            slotEndMillis = slots.endMillis(nowMillis);
            counts = NONE;
            codes = 0;
        }
        int place = place(code);
        if (counts[place] == 0) {
            codes++;
            if (4 * codes > 3 * counts.length) {
                grow();
                place = place(code);
            }
            counts[place] = tag(code) << Integer.SIZE;
        }
        counts[place]++;
    }

    private void grow() {
        long[] old = counts;
        counts = new long[Math.max(FIRST_CAPACITY, 2 * old.length)];
        for (long count : old) {
            if (count != 0) {
                counts[place((int) (count >>> Integer.SIZE) - 1)] = count;
            }
        }
    }

    /** Where the code is, or else would be. */
    private int place(int code) {
        int mask = counts.length - 1;
        int place = (code * GOLDEN_RATIO >>> Integer.SIZE / 2) & mask;
        while (counts[place] != 0 && counts[place] >>> Integer.SIZE != tag(code)) {
            place = (place + 1) & mask;
        }
        return place;
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
        copy.counts = counts.clone();
        copy.codes = codes;
        return copy;
    }

    @Override
    void restore(Undoable copy) {
        NetworkHistory network = (NetworkHistory) copy;
        slotEndMillis = network.slotEndMillis;
        counts = network.counts;
        codes = network.codes;
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
