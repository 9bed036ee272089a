package io.fortyeight.core.tally;

import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sums of pings by campaign, kind, platform and verdict. Mutable, and for one thread at a time. */
public final class Tally {

    /** What is summed up separately; in the order in which rows are listed. */
    private record Line(int campaign, Kind kind, @Nullable Platform platform, Verdict verdict)
            implements Comparable<Line> {

        private static final Comparator<Line> ORDER = Comparator.comparingInt(Line::campaign)
                .thenComparing(Line::kind)
                .thenComparingInt(line -> line.platform == null ? -1 : line.platform.ordinal())
                .thenComparing(Line::verdict);

        @Override
        public int compareTo(Line other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            String item = kind.jsonName() + "s" + (platform == null ? "" : " to " + platform.jsonName());
            return "campaign " + campaign + ", " + item + ", " + verdict.jsonName();
        }
    }

    private static final class Sum {
        private long count;
        private long lastReceivedAtMillis = Long.MIN_VALUE;

        private void add(long more, long receivedAtMillis) {
            count += more;
            lastReceivedAtMillis = Math.max(lastReceivedAtMillis, receivedAtMillis);
        }
    }

    /** Counted views that are credited to share links, by campaign; counted among the others, too. */
    private final Map<Integer, Sum> brought = new HashMap<>();

    /** Never holds a sum of zero. */
    private final Map<Line, Sum> sums = new HashMap<>();

    public void add(Item item, Verdict verdict, long receivedAtMillis) {
        add(new Line(item.campaign(), item.kind(), item.platform(), verdict.tallied()), 1, receivedAtMillis);
    }

    public void add(TallyRow row) {
        if (row.count() > 0) {
            Line line = new Line(row.campaign(), row.kind(), row.platform(), row.verdict());
            add(line, row.count(), row.lastReceivedAtMillis());
        }
    }

    public void addAll(Tally other) {
        other.rows().forEach(this::add);
    }

    /**
     * Says of counted views that were added, or will be, that share links brought them.
     *
     * @param lastReceivedAtMillis of the last of them, in epoch milliseconds
     */
    public void addBrought(int campaign, long views, long lastReceivedAtMillis) {
        brought.computeIfAbsent(campaign, absent -> new Sum()).add(views, lastReceivedAtMillis);
    }

    /** Counted views of the campaign that share links brought. */
    public long brought(int campaign) {
        Sum sum = brought.get(campaign);
        return sum == null ? 0 : sum.count;
    }

    /** When the last of them was received, in epoch milliseconds; {@code Long.MIN_VALUE} when there is none. */
    public long lastBroughtAtMillis(int campaign) {
        Sum sum = brought.get(campaign);
        return sum == null ? Long.MIN_VALUE : sum.lastReceivedAtMillis;
    }

    private void add(Line line, long more, long receivedAtMillis) {
        sums.computeIfAbsent(line, absent -> new Sum()).add(more, receivedAtMillis);
    }

    /** By campaign, kind (views first), platform and verdict; none has a count of zero. */
    public List<TallyRow> rows() {
        List<TallyRow> rows = new ArrayList<>(sums.size());
        sums.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            Line line = entry.getKey();
            Sum sum = entry.getValue();
            rows.add(new TallyRow(
                    line.campaign, line.kind, line.platform, line.verdict, sum.count, sum.lastReceivedAtMillis));
        });
        return rows;
    }

    public boolean isEmpty() {
        return sums.isEmpty();
    }

    /** Pings with this verdict on this item. */
    public long count(Item item, Verdict verdict) {
        Sum sum = sums.get(new Line(item.campaign(), item.kind(), item.platform(), verdict.tallied()));
        return sum == null ? 0 : sum.count;
    }

    /** Pings with this verdict, of all campaigns and kinds. */
    public long count(Verdict verdict) {
        return count(line -> line.verdict == verdict.tallied());
    }

    /** Counted pings of the campaign, of all kinds. */
    public long counted(int campaign) {
        return count(line -> line.campaign == campaign && line.verdict.isCounted());
    }

    /** Discounted pings of the campaign, of all kinds. */
    public long discounted(int campaign) {
        return count(line -> line.campaign == campaign && !line.verdict.isCounted());
    }

    /** All pings. */
    public long total() {
        return count(line -> true);
    }

    private long count(Predicate<Line> lines) {
        long count = 0;
        for (Map.Entry<Line, Sum> entry : sums.entrySet()) {
            if (lines.test(entry.getKey())) {
                count += entry.getValue().count;
            }
        }
        return count;
    }

    /**
     * What is different in words, one line of the tally after another; empty exactly if the two are equal. For instance
     * {@code campaign 3, shares to twitter, repeat: 5 here, 4 there}.
     */
    public List<String> differencesFrom(Tally other) {
        TreeSet<Line> lines = new TreeSet<>(sums.keySet());
        lines.addAll(other.sums.keySet());
        List<String> differences = new ArrayList<>();
        for (Line line : lines) {
            Sum here = sums.getOrDefault(line, new Sum());
            Sum there = other.sums.getOrDefault(line, new Sum());
            if (here.count != there.count) {
                differences.add(line + ": " + here.count + " here, " + there.count + " there");
            } else if (here.lastReceivedAtMillis != there.lastReceivedAtMillis) {
                differences.add(line + ": " + here.count + " in both, but the last received at "
                        + here.lastReceivedAtMillis + " here, " + there.lastReceivedAtMillis + " there");
            }
        }
        return differences;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tally tally && rows().equals(tally.rows());
    }

    @Override
    public int hashCode() {
        return rows().hashCode();
    }

    /** For instance {@code [campaign 0, views, counted: 3; campaign 0, views, repeat: 1]}. */
    @Override
    public String toString() {
        return sums.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ": " + entry.getValue().count)
                .collect(Collectors.joining("; ", "[", "]"));
    }
}
