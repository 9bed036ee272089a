package io.fortyeight.contest.linkcheck;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link on a card, and what the last checks found.
 *
 * @param checkedAt null before the first check
 * @param status of HTTP; null when there was no answer
 */
@JsonInclude(Include.NON_NULL)
public record CheckedLink(
        String url,
        LinkState state,
        @Nullable Instant checkedAt,
        @Nullable Integer status) {}
