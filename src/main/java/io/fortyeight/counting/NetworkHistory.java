package io.fortyeight.counting;

/** What rule 7 remembers of one network, and how many remembered visitors came first from it. */
final class NetworkHistory extends KeyedHistory<NetworkHistory, SlotCount> {

    /** Not part of a copy: it follows the visitors as they come and go. */
    int visitors;

    NetworkHistory(long key) {
        super(key, 0);
    }

    @Override
    NetworkHistory copy() {
        NetworkHistory copy = new NetworkHistory(high);
        copy.restore(this);
        return copy;
    }

    @Override
    void restore(NetworkHistory copy) {
        copyEntries(copy);
    }
}
