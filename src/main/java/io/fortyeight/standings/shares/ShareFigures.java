package io.fortyeight.standings.shares;

import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.tally.TallyRow;
import io.fortyeight.standings.shares.ShareSums.AgeRow;
import io.fortyeight.standings.shares.ShareSums.Sums;
import io.fortyeight.standings.shares.ShareSums.TreeRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the shares of a campaign brought.
 *
 * <p>The coefficient K of a generation is the mean number of visitors whom one of its visitors brought: the viral
 * coefficient of marketing (Jurvetson and Draper, <i>Viral Marketing</i>, 1997), and what epidemiology calls the
 * reproduction number of a generation (Anderson and May, <i>Infectious Diseases of Humans</i>, 1991). Above 1 a campaign
 * grows by itself. A half-life is the median age of a link at its visits (after Bitly, <i>You just shared a link. How long
 * will people pay attention?</i>, 2011).
 *
 * @param shares counted pings of kind share
 * @param views counted pings of kind view, of anyone
 * @param total all generations together
 * @param generations from 0 on, without holes
 * @param platforms those with links, shares or visits; those that brought the most counted views first
 * @param hours the share tree, as kept
 */
public record ShareFigures(
        Instant asOf,
        long shares,
        long views,
        Sum total,
        @Nullable Duration halfLife,
        List<Generation> generations,
        List<PlatformFigures> platforms,
        List<TreeRow> hours) {

    /** The sums of generations from this one on are kept in one: none of them has a K. */
    private static final int LAST_GENERATION = 100;

    /**
     * Sums of the share tree.
     *
     * @param visitors who have a place in it
     * @param visits views that carried a link
     * @param counted counted views credited to a link
     * @param discounted discounted views credited to a link
     */
    public record Sum(long visitors, long visits, long counted, long discounted) {

        static Sum of(List<TreeRow> rows) {
            return new Sum(
                    sum(rows, TreeRow::visitors),
                    sum(rows, TreeRow::visits),
                    sum(rows, TreeRow::counted),
                    sum(rows, TreeRow::discounted));
        }

        private static long sum(List<TreeRow> rows, ToLongFunction<TreeRow> part) {
            return rows.stream().mapToLong(part).sum();
        }
    }

    /**
     * Visitors who are equally far from those whom nobody brought.
     *
     * @param k null when nobody is in it, or when the next one is not told apart
     */
    public record Generation(int number, Sum sum, @Nullable Double k) {}

    /** What the links for one platform brought. */
    public record PlatformFigures(
            Platform platform,
            long shares,
            long links,
            Sum sum,
            @Nullable Duration halfLife) {

        /** Null when no share counted. */
        @Nullable
        public Double viewsPerShare() {
            return ratio(sum.counted(), shares);
        }
    }

    /** Counted shares for each counted view; null when no view counted. */
    @Nullable
    public Double shareRate() {
        return ratio(shares, views);
    }

    /** Counted views credited to links, for each counted share; null when no share counted. */
    @Nullable
    public Double viewsPerShare() {
        return ratio(total.counted(), shares);
    }

    /**
     * From what was read.
     *
     * @param tally the campaign's rows
     */
    static ShareFigures of(Instant asOf, List<TallyRow> tally, Sums sums) {
        var counted = tally.stream().filter(row -> row.verdict().isCounted()).toList();
        var shares = counted.stream().filter(row -> row.kind() == Kind.SHARE).toList();
        return new ShareFigures(
                asOf,
                count(shares),
                count(counted) - count(shares),
                Sum.of(sums.tree()),
                halfLife(sums.ages()),
                generations(sums.tree()),
                platforms(shares, sums),
                sums.tree());
    }

    private static long count(List<TallyRow> rows) {
        return rows.stream().mapToLong(TallyRow::count).sum();
    }

    private static List<Generation> generations(List<TreeRow> tree) {
        var byNumber = new TreeMap<Integer, List<TreeRow>>();
        tree.forEach(row -> byNumber.computeIfAbsent(row.generation(), absent -> new ArrayList<>())
                .add(row));
        var generations = new ArrayList<Generation>();
        var last = byNumber.isEmpty() ? -1 : byNumber.lastKey();
        for (var number = 0; number <= last; number++) {
            var sum = Sum.of(byNumber.getOrDefault(number, List.of()));
            var next = Sum.of(byNumber.getOrDefault(number + 1, List.of()));
            var isToldApart = number + 1 < LAST_GENERATION;
            generations.add(new Generation(number, sum, isToldApart ? ratio(next.visitors(), sum.visitors()) : null));
        }
        return List.copyOf(generations);
    }

    private static List<PlatformFigures> platforms(List<TallyRow> shares, Sums sums) {
        Map<Platform, Long> shared = new EnumMap<>(Platform.class);
        for (var row : shares) {
            if (row.platform() != null) {
                shared.merge(row.platform(), row.count(), Long::sum);
            }
        }
        var figures = new ArrayList<PlatformFigures>();
        for (var platform : Platform.values()) {
            var tree = sums.tree().stream()
                    .filter(row -> row.platform() == platform)
                    .toList();
            var ages = sums.ages().stream()
                    .filter(row -> row.platform() == platform)
                    .toList();
            var links = sums.links().getOrDefault(platform, 0L);
            var counted = shared.getOrDefault(platform, 0L);
            if (links + counted + tree.size() > 0) {
                figures.add(new PlatformFigures(platform, counted, links, Sum.of(tree), halfLife(ages)));
            }
        }
        figures.sort(
                Comparator.comparingLong((PlatformFigures each) -> -each.sum().counted())
                        .thenComparing(each -> -each.sum().visits())
                        .thenComparing(each -> -each.links()));
        return List.copyOf(figures);
    }

    /** The median, in whole minutes; of an even number of visits the lower of the two in the middle. Null without visits. */
    private static @Nullable Duration halfLife(List<AgeRow> byAge) {
        var visits = byAge.stream().mapToLong(AgeRow::visits).sum();
        var younger = 0L;
        for (var row : byAge) {
            younger += row.visits();
            if (2 * younger >= visits && younger > 0) {
                return Duration.ofMinutes(row.minutes());
            }
        }
        return null;
    }

    private static @Nullable Double ratio(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
