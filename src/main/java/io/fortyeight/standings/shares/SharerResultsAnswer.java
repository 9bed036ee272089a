package io.fortyeight.standings.shares;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor's own shares brought. While counts are hidden there is nothing but that, and the nickname.
 *
 * @param shares how many of the links somebody has followed: pages get links before anything is shared
 * @param links those that brought the most first
 */
@JsonInclude(Include.NON_NULL)
public record SharerResultsAnswer(
        @Nullable Instant hiddenSince,
        @Nullable Instant hiddenUntil,
        @Nullable Integer shares,
        @Nullable Long visits,
        @Nullable Long counted,
        @Nullable Long discounted,
        @Nullable String nickname,
        @Nullable List<Link> links) {

    /** @param url the share link itself */
    public record Link(String platform, String url, long visits, long counted, long discounted) {}
}
