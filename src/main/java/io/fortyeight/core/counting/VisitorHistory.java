package io.fortyeight.core.counting;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What rules 3 to 6 remember of one visitor. It is itself the entry of one item: most visitors have no other. */
final class VisitorHistory extends ItemHistory implements HistoryEntry<VisitorHistory> {

    private final long high;
    private final long low;

    /** The network it came from when it was first remembered, if known. */
    final @Nullable NetworkHistory firstNetwork;

    long frozenUntilMillis = Long.MIN_VALUE;

    private @Nullable VisitorHistory next;
    private CodeTable others = CodeTable.EMPTY;

    VisitorHistory(long high, long low, @Nullable NetworkHistory firstNetwork) {
        this.high = high;
        this.low = low;
        this.firstNetwork = firstNetwork;
    }

    @Nullable
    ItemHistory get(int code) {
        return code == code() ? this : others.get(code);
    }

    /** An entry for a code that has none yet. */
    ItemHistory add(int code, long nowMillis, long refreshWithinMillis) {
        if (isIdle(nowMillis, refreshWithinMillis)) {
            reset(code);
            return this;
        }
        ItemHistory entry = of(code);
        others = others.with(entry, nowMillis, refreshWithinMillis);
        return entry;
    }

    void forEach(Consumer<ItemHistory> action) {
        action.accept(this);
        others.forEach(action);
    }

    /** Whether no rule can need anything of this visitor at or after {@code nowMillis}. */
    boolean isForgettable(long nowMillis, long refreshWithinMillis) {
        return isIdle(nowMillis, refreshWithinMillis)
                && frozenUntilMillis <= nowMillis
                && others.areIdle(nowMillis, refreshWithinMillis);
    }

    @Override
    VisitorHistory copy() {
        VisitorHistory copy = new VisitorHistory(high, low, firstNetwork);
        copy.restore(this);
        return copy;
    }

    @Override
    void restore(Undoable copy) {
        super.restore(copy);
        VisitorHistory visitor = (VisitorHistory) copy;
        frozenUntilMillis = visitor.frozenUntilMillis;
        others = visitor.others;
    }

    @Override
    public long high() {
        return high;
    }

    @Override
    public long low() {
        return low;
    }

    @Override
    public @Nullable VisitorHistory next() {
        return next;
    }

    @Override
    public void next(@Nullable VisitorHistory following) {
        next = following;
    }
}
