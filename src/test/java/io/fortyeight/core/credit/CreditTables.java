package io.fortyeight.core.credit;

import io.fortyeight.core.counting.Platform;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The sums of credit as text tables, by row and column, without zeros: two that should be the same are compared at once. */
public final class CreditTables {

    private final TreeMap<String, TreeMap<String, Long>> rows = new TreeMap<>();

    public static String link(long id) {
        return "link " + id;
    }

    /** @param platform null in generation 0 */
    public static String tree(int campaign, int generation, @Nullable Platform platform, long hour) {
        return "tree of " + campaign + ", generation " + generation + ", "
                + (platform == null ? "nobody's" : platform.jsonName()) + ", hour " + hour;
    }

    public static String minute(int campaign, long minute) {
        return "credited to " + campaign + " in minute " + minute;
    }

    public static String age(int campaign, Platform platform, long minutes) {
        return "visits of " + campaign + " by " + platform.jsonName() + " after minutes " + minutes;
    }

    public static String entry(long sequence) {
        return "entry " + sequence;
    }

    public void add(String row, String column, long count) {
        if (count != 0) {
            rows.computeIfAbsent(row, absent -> new TreeMap<>()).merge(column, count, Long::sum);
        }
    }

    /** Writes down a number that is no count: 0, too. */
    public void put(String row, String column, long number) {
        rows.computeIfAbsent(row, absent -> new TreeMap<>()).put(column, number);
    }

    public long of(String row, String column) {
        return rows.getOrDefault(row, new TreeMap<>()).getOrDefault(column, 0L);
    }

    public Map<String, TreeMap<String, Long>> rows() {
        return rows;
    }

    /** Row by row what is different; empty exactly if the two are the same. */
    public List<String> differencesFrom(CreditTables expected) {
        var names = new TreeSet<>(rows.keySet());
        names.addAll(expected.rows.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(rows.get(name), expected.rows.get(name)))
                .map(name -> name + ": " + rows.get(name) + ", not " + expected.rows.get(name))
                .toList();
    }
}
