package io.fortyeight.core.counting;

import org.jspecify.annotations.Nullable;

/** What became of a ping: counted, or discounted with exactly one reason. */
public enum Verdict {
    COUNTED(null),
    EARLY(Reason.EARLY),
    LATE(Reason.LATE),
    ROBOT(Reason.ROBOT),
    /** Rule 3: the visitor was frozen already. */
    FROZEN(Reason.FROZEN),
    /** Rule 4: the visitor's freeze begins with this ping. To everyone but the ledger this is {@link #FROZEN}. */
    FREEZES(Reason.FROZEN),
    REPEAT(Reason.REPEAT),
    CAPPED(Reason.CAPPED),
    CROWDED(Reason.CROWDED);

    private final @Nullable Reason reason;

    Verdict(@Nullable Reason reason) {
        this.reason = reason;
    }

    /** Null when counted. */
    public @Nullable Reason reason() {
        return reason;
    }

    public boolean isCounted() {
        return reason == null;
    }

    /** The name in JSON: {@code counted}, or the reason's. */
    public String jsonName() {
        return reason == null ? "counted" : reason.jsonName();
    }

    /** The verdict under which tallies add this one up: the two kinds of frozen are one. */
    public Verdict tallied() {
        return this == FREEZES ? FROZEN : this;
    }
}
