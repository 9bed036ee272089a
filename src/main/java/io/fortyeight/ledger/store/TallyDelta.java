package io.fortyeight.ledger.store;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a batch adds to the tallies: increments folded by row, so that a row is written once a batch. */
final class TallyDelta {

    private static final long MINUTE_MILLIS = 60_000;

    /** A row of {@code tally} or {@code tally_minute}; {@code minute} is 0 in the former. */
    record Key(int partitionId, int minute, int campaign, char kind, char verdict) {}

    /** How often, and when last. */
    static final class Sum {
        private long count;
        private long lastReceivedAtMillis = Long.MIN_VALUE;

        long count() {
            return count;
        }

        long lastReceivedAtMillis() {
            return lastReceivedAtMillis;
        }

        private void add(long receivedAtMillis) {
            count++;
            lastReceivedAtMillis = Math.max(lastReceivedAtMillis, receivedAtMillis);
        }
    }

    private final Map<Key, Sum> total = new LinkedHashMap<>();
    private final Map<Key, Sum> byMinute = new LinkedHashMap<>();

    void add(LedgerEntry entry) {
        var item = entry.ping().item();
        var receivedAtMillis = entry.ping().receivedAtMillis();
        var verdict = LedgerCodes.verdict(entry.verdict().tallied());
        total.computeIfAbsent(
                        new Key(entry.partitionId(), 0, item.campaign(), LedgerCodes.kind(item), verdict),
                        key -> new Sum())
                .add(receivedAtMillis);
        var minute = Math.toIntExact(Math.floorDiv(receivedAtMillis, MINUTE_MILLIS));
        byMinute.computeIfAbsent(
                        new Key(
                                entry.partitionId(),
                                minute,
                                item.campaign(),
                                LedgerCodes.plainKind(item.kind()),
                                verdict),
                        key -> new Sum())
                .add(receivedAtMillis);
    }

    Map<Key, Sum> total() {
        return total;
    }

    Map<Key, Sum> byMinute() {
        return byMinute;
    }
}
