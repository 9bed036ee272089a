package io.fortyeight.core.credit;

/** What came in one generation by one platform in one hour. */
public final class TreeSum {

    long visitors;
    long visits;
    long counted;
    long discounted;

    TreeSum() {}

    public TreeSum(long visitors, long visits, long counted, long discounted) {
        this.visitors = visitors;
        this.visits = visits;
        this.counted = counted;
        this.discounted = discounted;
    }

    public long visitors() {
        return visitors;
    }

    public long visits() {
        return visits;
    }

    public long counted() {
        return counted;
    }

    public long discounted() {
        return discounted;
    }

    @Override
    public String toString() {
        return visitors + " visitors, " + visits + " visits, " + counted + " counted, " + discounted + " discounted";
    }
}
