package io.fortyeight.site.sharing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an organizer wants shares to say, in one language; nothing of it is checked. */
record NewShareText(
        @Nullable String title,
        @Nullable String text,
        @Nullable List<@Nullable String> hashtags) {}
