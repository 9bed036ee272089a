package io.fortyeight.core.credit;

import org.jspecify.annotations.Nullable;

/** What one link brought. */
public final class LinkSum {

    /** Stands for no generation: nobody was brought yet. */
    public static final int NO_GENERATION = -1;

    long visits;
    long visitors;
    long counted;
    long discounted;
    long own;
    long loops;
    long robots;
    private int generation = NO_GENERATION;
    private @Nullable Long parentId;

    LinkSum() {}

    /**
     * Sums that were written down.
     *
     * @param generation the sharer's, {@link #NO_GENERATION} when nobody was brought yet
     * @param parentId the link that had brought the sharer; null when none had, or when nobody was brought yet
     */
    public LinkSum(
            long visits,
            long visitors,
            long counted,
            long discounted,
            long own,
            long loops,
            long robots,
            int generation,
            @Nullable Long parentId) {
        this.visits = visits;
        this.visitors = visitors;
        this.counted = counted;
        this.discounted = discounted;
        this.own = own;
        this.loops = loops;
        this.robots = robots;
        this.generation = generation;
        this.parentId = parentId;
    }

    /** A visitor came into the tree by the link; its sharer's place there never changes. */
    void bring(int sharersGeneration, @Nullable ViewLink sharerBroughtBy) {
        visitors++;
        generation = Math.min(sharersGeneration, CreditSums.LAST_GENERATION);
        parentId = sharerBroughtBy == null ? null : sharerBroughtBy.id();
    }

    /** Views that carry the link, without robots, own ones and loops. */
    public long visits() {
        return visits;
    }

    /** Visitors whom the link brought into the tree. */
    public long visitors() {
        return visitors;
    }

    public long counted() {
        return counted;
    }

    public long discounted() {
        return discounted;
    }

    /** Views by the sharer; no credit. */
    public long own() {
        return own;
    }

    /** Views by those who had brought the sharer, near or far; no credit. */
    public long loops() {
        return loops;
    }

    public long robots() {
        return robots;
    }

    public int generation() {
        return generation;
    }

    public @Nullable Long parentId() {
        return parentId;
    }

    @Override
    public String toString() {
        return visits + " visits, " + visitors + " visitors, " + counted + " counted, " + discounted + " discounted, "
                + own + " own, " + loops + " loops, " + robots + " robots, generation " + generation + ", parent "
                + parentId;
    }
}
