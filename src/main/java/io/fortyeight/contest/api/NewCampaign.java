package io.fortyeight.contest.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as an organizer states it; nothing of it is checked yet.
 *
 * @param pageUrl where the campaign's page is; its origin may ping
 * @param origins further web origins that may ping for the campaign, such as {@code https://example.org}
 */
public record NewCampaign(
        @Nullable String slug,
        @Nullable String title,
        @Nullable String pageUrl,
        @Nullable List<@Nullable String> origins) {}
