package io.fortyeight.counting;

/**
 * What the rules remember of one visitor and one code: rule 5 and 6 of an item, rule 4 of a campaign and kind.
 *
 * <p>The refresh history is a ring of the latest instants, oldest first. It never needs more than {@code freeze.pings}
 * of them: whether a ping is one too many hangs on how old the {@code freeze.pings}-th latest is.
 */
final class ItemHistory extends SlotCount {

    private static final int FIRST_CAPACITY = 2;
    private static final long[] NONE = {};

    private long repeatsUntilMillis = Long.MIN_VALUE;
    private long[] refreshes = NONE;
    private int oldest;
    private int size;

    ItemHistory(int code) {
        super(code);
    }

    private ItemHistory(ItemHistory other) {
        super(other);
        this.repeatsUntilMillis = other.repeatsUntilMillis;
        this.refreshes = other.refreshes.length == 0 ? NONE : other.refreshes.clone();
        this.oldest = other.oldest;
        this.size = other.size;
    }

    @Override
    ItemHistory copy() {
        return new ItemHistory(this);
    }

    /** The first instant at which a ping is no longer a repeat. */
    long repeatsUntilMillis() {
        return repeatsUntilMillis;
    }

    void repeatsUntil(long millis) {
        repeatsUntilMillis = millis;
    }

    /** The first instant at which one more ping does not begin a freeze. */
    long freezesUntilMillis(int pings, long withinMillis) {
        return size < pings ? Long.MIN_VALUE : refreshes[index(size - pings)] + withinMillis;
    }

    void refresh(long nowMillis, int pings, long withinMillis) {
        if (size == refreshes.length) {
            makeRoom(nowMillis, pings, withinMillis);
        }
        refreshes[index(size)] = nowMillis;
        size++;
    }

    private void makeRoom(long nowMillis, int pings, long withinMillis) {
        while (size > 0 && (refreshes[oldest] <= nowMillis - withinMillis || size >= pings)) {
            oldest = index(1);
            size--;
        }
        if (size == refreshes.length) {
            long[] wider = new long[Math.min(pings, Math.max(FIRST_CAPACITY, 2 * size))];
            for (int i = 0; i < size; i++) {
                wider[i] = refreshes[index(i)];
            }
            refreshes = wider;
            oldest = 0;
        }
    }

    void forgetRefreshes() {
        refreshes = NONE;
        oldest = 0;
        size = 0;
    }

    @Override
    boolean isIdle(long nowMillis, long refreshWithinMillis) {
        return repeatsUntilMillis <= nowMillis
                && super.isIdle(nowMillis, refreshWithinMillis)
                && (size == 0 || refreshes[index(size - 1)] <= nowMillis - refreshWithinMillis);
    }

    private int index(int age) {
        int index = oldest + age;
        return index < refreshes.length ? index : index - refreshes.length;
    }
}
