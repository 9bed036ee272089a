package io.fortyeight.core.credit;

import io.fortyeight.core.counting.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Sums of credit: of a few pings, to be added to those that are written, or of a whole partition. Mutable. */
public final class CreditSums {

    /** Stands for itself and all that follow, so that nobody can fill the tables by an endless chain. */
    public static final int LAST_GENERATION = 100;

    private static final long MINUTE_MILLIS = 60_000;
    private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;

    /**
     * A row of the share tree.
     *
     * @param generation from 0 to {@link #LAST_GENERATION}
     * @param platform null exactly in generation 0
     * @param hour since the epoch
     */
    public record TreeKey(
            int campaign, int generation, @Nullable Platform platform, int hour) {

        @Override
        public String toString() {
            return "campaign " + campaign + ", generation " + generation
                    + (platform == null ? "" : " by " + platform.jsonName()) + ", hour " + hour;
        }
    }

    /** @param minute since the epoch */
    public record MinuteKey(int campaign, int minute) {

        @Override
        public String toString() {
            return "campaign " + campaign + ", credited in minute " + minute;
        }
    }

    /** @param minutes whole ones, since the link was made */
    public record AgeKey(int campaign, Platform platform, int minutes) {

        @Override
        public String toString() {
            return "campaign " + campaign + ", visits by " + platform.jsonName() + " after " + minutes + " minutes";
        }
    }

    /** How many, and when the last was received. */
    public record Counted(long count, long lastReceivedAtMillis) {

        @Override
        public String toString() {
            return count + ", the last at " + lastReceivedAtMillis;
        }

        private Counted plus(Counted other) {
            return new Counted(count + other.count, Math.max(lastReceivedAtMillis, other.lastReceivedAtMillis));
        }
    }

    private final Map<Long, LinkSum> links = new LinkedHashMap<>();
    private final Map<TreeKey, TreeSum> tree = new LinkedHashMap<>();
    private final Map<MinuteKey, Counted> minutes = new LinkedHashMap<>();
    private final Map<AgeKey, Long> ages = new LinkedHashMap<>();

    LinkSum of(ViewLink link) {
        return links.computeIfAbsent(link.id(), absent -> new LinkSum());
    }

    TreeSum of(int campaign, int generation, @Nullable Platform platform, long atMillis) {
        TreeKey key = new TreeKey(
                campaign,
                Math.min(generation, LAST_GENERATION),
                platform,
                Math.toIntExact(Math.floorDiv(atMillis, HOUR_MILLIS)));
        return tree.computeIfAbsent(key, absent -> new TreeSum());
    }

    void addCounted(int campaign, long atMillis) {
        MinuteKey key = new MinuteKey(campaign, Math.toIntExact(Math.floorDiv(atMillis, MINUTE_MILLIS)));
        minutes.merge(key, new Counted(1, atMillis), Counted::plus);
    }

    void addAge(ViewLink link, long atMillis) {
        long age = Math.max(0, atMillis - link.createdAtMillis()) / MINUTE_MILLIS;
        ages.merge(new AgeKey(link.campaign(), link.platform(), Math.toIntExact(age)), 1L, Long::sum);
    }

    /** Puts down what was written of a link. */
    public void put(long linkId, LinkSum sum) {
        links.put(linkId, sum);
    }

    /** Puts down what was written of a row of the tree. */
    public void put(TreeKey key, TreeSum sum) {
        tree.put(key, sum);
    }

    /** Puts down what was written of a minute. */
    public void put(MinuteKey key, Counted counted) {
        minutes.put(key, counted);
    }

    /** Puts down what was written of an age. */
    public void put(AgeKey key, long visits) {
        ages.put(key, visits);
    }

    public boolean isEmpty() {
        return links.isEmpty() && tree.isEmpty();
    }

    /** By the links' ids. */
    public Map<Long, LinkSum> links() {
        return links;
    }

    public Map<TreeKey, TreeSum> tree() {
        return tree;
    }

    /** Counted views that are credited, by minute. */
    public Map<MinuteKey, Counted> minutes() {
        return minutes;
    }

    /** Visits by the age of their link. */
    public Map<AgeKey, Long> ages() {
        return ages;
    }

    /** What is different in words, one sum after another; empty exactly if the two are equal. */
    public List<String> differencesFrom(CreditSums other) {
        List<String> differences = new ArrayList<>();
        compare("link ", links, other.links, differences);
        compare("", tree, other.tree, differences);
        compare("", minutes, other.minutes, differences);
        compare("", ages, other.ages, differences);
        return differences;
    }

    private static <K, V> void compare(String what, Map<K, V> here, Map<K, V> there, List<String> differences) {
        Map<String, String> told = told(what, here);
        Map<String, String> toldThere = told(what, there);
        TreeSet<String> keys = new TreeSet<>(told.keySet());
        keys.addAll(toldThere.keySet());
        for (String key : keys) {
            String sum = told.getOrDefault(key, "nothing");
            String sumThere = toldThere.getOrDefault(key, "nothing");
            if (!sum.equals(sumThere)) {
                differences.add(key + ": " + sum + " here, " + sumThere + " there");
            }
        }
    }

    private static <K, V> Map<String, String> told(String what, Map<K, V> sums) {
        Map<String, String> told = new LinkedHashMap<>();
        sums.forEach((key, sum) -> told.put(what + key, String.valueOf(sum)));
        return told;
    }
}
