package io.fortyeight.core.credit;

import io.fortyeight.core.counting.HistoryTable;
import io.fortyeight.core.counting.VisitorKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is known in each campaign of one partition; about 70 bytes a visitor. Only grows, and not beyond a limit. */
final class ShareTree {

    private final Map<Integer, HistoryTable<KnownVisitor>> campaigns = new HashMap<>();
    private final int mostVisitors;
    private int visitors;

    ShareTree(int mostVisitors) {
        this.mostVisitors = mostVisitors;
    }

    /** Of all campaigns. */
    int visitors() {
        return visitors;
    }

    @Nullable
    KnownVisitor find(int campaign, VisitorKey key) {
        HistoryTable<KnownVisitor> known = campaigns.get(campaign);
        return known == null ? null : known.get(key.high(), key.low());
    }

    /** Null when there is no room for another. */
    @Nullable
    KnownVisitor add(int campaign, KnownVisitor visitor) {
        if (visitors == mostVisitors) {
            return null;
        }
        visitors++;
        campaigns.computeIfAbsent(campaign, absent -> new HistoryTable<>()).add(visitor);
        return visitor;
    }
}
