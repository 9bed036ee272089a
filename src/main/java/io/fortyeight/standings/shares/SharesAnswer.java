package io.fortyeight.standings.shares;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.fortyeight.contest.directory.Visibility;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.standings.shares.ShareFigures.PlatformFigures;
import io.fortyeight.standings.shares.ShareSums.TreeRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the shares of a campaign brought, as JSON. While counts are hidden it says so, and nothing else.
 *
 * @param hiddenSince null when nothing is hidden
 * @param shareRate counted shares for each counted view; null when no view counted
 * @param viewsPerShare counted views credited to links, for each counted share; null when no share counted
 * @param halfLife in minutes; null without visits
 * @param visitors who have a place in the share tree: all generations together
 */
@JsonInclude(Include.NON_NULL)
record SharesAnswer(
        Instant asOf,
        @Nullable Instant hiddenSince,
        @Nullable Instant hiddenUntil,
        @Nullable Long shares,
        @Nullable Long visits,
        @Nullable Long counted,
        @Nullable Long discounted,
        @Nullable Long visitors,
        @Nullable Double shareRate,
        @Nullable Double viewsPerShare,
        @Nullable String halfLife,
        @Nullable List<Generation> generations,
        @Nullable List<OfPlatform> platforms,
        @Nullable List<Hour> hours) {

    /** Visitors so many links away from those whom nobody brought; {@code k} is null when the next one is not known. */
    @JsonInclude(Include.NON_NULL)
    record Generation(
            int generation, long visitors, @Nullable Double k, long visits, long counted, long discounted) {}

    /** What the links for one platform brought. */
    @JsonInclude(Include.NON_NULL)
    record OfPlatform(
            String platform,
            long shares,
            long links,
            long visits,
            long counted,
            long discounted,
            long visitors,
            @Nullable Double viewsPerShare,
            @Nullable String halfLife) {}

    /** Part of the share tree; without a platform: who was brought by nobody. */
    @JsonInclude(Include.NON_NULL)
    record Hour(
            Instant at,
            int generation,
            @Nullable String platform,
            long visitors,
            long visits,
            long counted,
            long discounted) {}

    private static final long HOUR_SECONDS = 3_600;

    static SharesAnswer hidden(Visibility visibility, Instant now) {
        return new SharesAnswer(
                visibility.notHidden(now),
                visibility.hiddenSince(),
                visibility.hiddenUntil(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static SharesAnswer of(ShareFigures figures) {
        return new SharesAnswer(
                figures.asOf(),
                null,
                null,
                figures.shares(),
                figures.total().visits(),
                figures.total().counted(),
                figures.total().discounted(),
                figures.total().visitors(),
                figures.shareRate(),
                figures.viewsPerShare(),
                text(figures.halfLife()),
                figures.generations().stream().map(SharesAnswer::generation).toList(),
                figures.platforms().stream().map(SharesAnswer::platform).toList(),
                figures.hours().stream().map(SharesAnswer::hour).toList());
    }

    private static Generation generation(ShareFigures.Generation generation) {
        var sum = generation.sum();
        return new Generation(
                generation.number(), sum.visitors(), generation.k(), sum.visits(), sum.counted(), sum.discounted());
    }

    private static OfPlatform platform(PlatformFigures figures) {
        var sum = figures.sum();
        return new OfPlatform(
                figures.platform().jsonName(),
                figures.shares(),
                figures.links(),
                sum.visits(),
                sum.counted(),
                sum.discounted(),
                sum.visitors(),
                figures.viewsPerShare(),
                text(figures.halfLife()));
    }

    private static Hour hour(TreeRow row) {
        return new Hour(
                Instant.ofEpochSecond(row.hour() * HOUR_SECONDS),
                row.generation(),
                jsonName(row.platform()),
                row.visitors(),
                row.visits(),
                row.counted(),
                row.discounted());
    }

    private static @Nullable String jsonName(@Nullable Platform platform) {
        return platform == null ? null : platform.jsonName();
    }

    private static @Nullable String text(@Nullable Duration duration) {
        return duration == null ? null : duration.toString();
    }
}
