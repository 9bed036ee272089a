package io.fortyeight.counting;

import org.jspecify.annotations.Nullable;

/** What rules 3 to 6 remember of one visitor. */
final class VisitorHistory extends KeyedHistory<VisitorHistory, ItemHistory> {

    /** The network it came from when it was first remembered, if known. */
    final @Nullable NetworkHistory firstNetwork;

    long frozenUntilMillis = Long.MIN_VALUE;

    VisitorHistory(long high, long low, @Nullable NetworkHistory firstNetwork) {
        super(high, low);
        this.firstNetwork = firstNetwork;
    }

    @Override
    VisitorHistory copy() {
        VisitorHistory copy = new VisitorHistory(high, low, firstNetwork);
        copy.restore(this);
        return copy;
    }

    @Override
    void restore(VisitorHistory copy) {
        frozenUntilMillis = copy.frozenUntilMillis;
        copyEntries(copy);
    }
}
