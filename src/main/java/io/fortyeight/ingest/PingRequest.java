package io.fortyeight.ingest;

import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.Platform;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a page says in a ping. It can't say when, from where or with which browser.
 *
 * @param platform null for a view
 * @param visitor the page's own id of the visitor, 1 to 64 characters; null when it has none
 * @param via the share link that brought the visitor
 * @param id made by the page, so that a retry is the same ping
 */
record PingRequest(
        String contest,
        String campaign,
        Kind kind,
        @Nullable Platform platform,
        @Nullable String visitor,
        @Nullable String via,
        @Nullable UUID id) {}
