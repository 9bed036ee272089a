package io.fortyeight.core.credit;

import io.fortyeight.core.counting.HistoryEntry;
import io.fortyeight.core.counting.VisitorKey;
import org.jspecify.annotations.Nullable;

/**
 * A visitor's place in a campaign's share tree, and the link that it followed last.
 *
 * <p>Who is above whom is asked in logarithmic time: each visitor also knows one further up, so chosen that the jumps
 * follow the skew-binary numbers (E. W. Myers, "An applicative random-access stack", Information Processing Letters 17,
 * 1983). Nobody can slow the count down by a chain of a million visitors who brought each other.
 */
final class KnownVisitor implements HistoryEntry<KnownVisitor> {

    private final long high;
    private final long low;
    private final @Nullable KnownVisitor parent;
    private final KnownVisitor jump;

    /** By which the visitor was brought; null in generation 0. */
    final @Nullable ViewLink broughtBy;

    /** 0 for who was brought by nobody. */
    final int generation;

    private @Nullable ViewLink followed;
    private long followedAtMillis;
    private @Nullable KnownVisitor next;

    private KnownVisitor(VisitorKey key, @Nullable KnownVisitor parent, @Nullable ViewLink broughtBy) {
        this.high = key.high();
        this.low = key.low();
        this.parent = parent;
        this.broughtBy = broughtBy;
        if (parent == null) {
            generation = 0;
            jump = this;
        } else {
            generation = parent.generation + 1;
            KnownVisitor over = parent.jump;
            boolean isSameLength = parent.generation - over.generation == over.generation - over.jump.generation;
            jump = isSameLength ? over.jump : parent;
        }
    }

    static KnownVisitor broughtByNobody(VisitorKey key) {
        return new KnownVisitor(key, null, null);
    }

    static KnownVisitor brought(VisitorKey key, ViewLink link, KnownVisitor sharer) {
        return new KnownVisitor(key, sharer, link);
    }

    /** Whether this visitor brought the other, near or far. */
    boolean isAbove(KnownVisitor other) {
        KnownVisitor at = other;
        while (at.generation > generation && at.parent != null) {
            at = at.jump.generation < generation ? at.parent : at.jump;
        }
        return at == this && other != this;
    }

    void follow(ViewLink link, long atMillis) {
        followed = link;
        followedAtMillis = atMillis;
    }

    /** The link that the visitor followed last; null when that is longer ago than {@code withinMillis}. */
    @Nullable
    ViewLink followed(long nowMillis, long withinMillis) {
        return followed == null || nowMillis - followedAtMillis > withinMillis ? null : followed;
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
    public @Nullable KnownVisitor next() {
        return next;
    }

    @Override
    public void next(@Nullable KnownVisitor following) {
        next = following;
    }
}
