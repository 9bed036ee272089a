package io.fortyeight.site.desk.watch;

import io.fortyeight.core.counting.Verdict;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up verdicts by key, for the largest sums, in bounded memory: whenever there are too many keys, the smaller half is
 * forgotten. No sum is too large, and none too small by more than {@link #mayLack()}. After Manku and Motwani's lossy counting
 * (VLDB 2002), but with no need to know how much will come.
 */
final class HeavyHitters<K> {

    /** @param verdicts by {@link Verdict#ordinal()} */
    record Sum<K>(K key, long[] verdicts) {

        long of(Verdict verdict) {
            return verdicts[verdict.ordinal()];
        }

        long total() {
            var total = 0L;
            for (var count : verdicts) {
                total += count;
            }
            return total;
        }
    }

    private final int most;
    private final Map<K, Sum<K>> sums = new HashMap<>();
    private long mayLack;

    /** @param most how many keys are remembered */
    HeavyHitters(int most) {
        this.most = most;
    }

    void add(K key, Verdict verdict) {
        sums.computeIfAbsent(key, added -> new Sum<>(added, new long[Verdict.values().length]))
                .verdicts()[verdict.tallied().ordinal()]++;
        if (sums.size() > most) {
            forgetSmallerHalf();
        }
    }

    private void forgetSmallerHalf() {
        var totals = sums.values().stream().mapToLong(Sum::total).sorted().toArray();
        var median = totals[totals.length / 2];
        sums.values().removeIf(sum -> sum.total() <= median);
        mayLack += median;
    }

    long mayLack() {
        return mayLack;
    }

    List<Sum<K>> largest(int number, Comparator<Sum<K>> order) {
        return sums.values().stream().sorted(order.reversed()).limit(number).toList();
    }
}
