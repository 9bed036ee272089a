package io.fortyeight.counting;

/** How many pings counted in the latest slot in which any did: an entry of rule 6 or 7. */
class SlotCount {

    final int code;
    private int count;
    private long slotEndMillis = Long.MIN_VALUE;

    SlotCount(int code) {
        this.code = code;
    }

    SlotCount(SlotCount other) {
        this.code = other.code;
        this.count = other.count;
        this.slotEndMillis = other.slotEndMillis;
    }

    SlotCount copy() {
        return new SlotCount(this);
    }

    void count(long nowMillis, Slots slots) {
        if (nowMillis >= slotEndMillis) {
            slotEndMillis = slots.endMillis(nowMillis);
            count = 0;
        }
        count++;
    }

    /** The instant until which no further ping counts; in the past, or {@code Long.MIN_VALUE}, when one does. */
    long fullUntilMillis(int max) {
        return count >= max ? slotEndMillis : Long.MIN_VALUE;
    }

    /** Whether no rule can need this entry at or after {@code nowMillis}. */
    boolean isIdle(long nowMillis, long refreshWithinMillis) {
        return slotEndMillis <= nowMillis;
    }
}
