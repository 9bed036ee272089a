package io.fortyeight.core.tally;

import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * How many pings on an item got one verdict.
 *
 * @param campaign the campaign's number within its contest, from 0
 * @param platform null for views, and for shares that are not told apart by platform
 * @param verdict as tallied: the ping that begins a freeze is {@code FROZEN} like those that it discounts
 * @param lastReceivedAtMillis the latest {@code receivedAt} among them, in epoch milliseconds
 */
public record TallyRow(
        int campaign, Kind kind, @Nullable Platform platform, Verdict verdict, long count, long lastReceivedAtMillis) {

    public TallyRow {
        if (campaign < 0 || (kind == Kind.VIEW && platform != null)) {
            throw new IllegalArgumentException("No such item: " + campaign + " " + kind + " " + platform);
        }
        if (verdict != verdict.tallied()) {
            throw new IllegalArgumentException("Not tallied by itself: " + verdict);
        }
        if (count < 0) {
            throw new IllegalArgumentException("A count is not negative: " + count);
        }
    }
}
