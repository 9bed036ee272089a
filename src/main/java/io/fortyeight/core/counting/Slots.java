package io.fortyeight.core.counting;

/** Slots of equal length, counted from the opening of the window and not from the wall clock. */
record Slots(long opensAtMillis, long lengthMillis) {

    /** @param millis not before the opening */
    long startMillis(long millis) {
        return millis - (millis - opensAtMillis) % lengthMillis;
    }

    /** The first instant of the next slot. */
    long endMillis(long millis) {
        return startMillis(millis) + lengthMillis;
    }
}
