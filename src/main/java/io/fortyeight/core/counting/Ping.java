package io.fortyeight.core.counting;

import org.jspecify.annotations.Nullable;

/**
 * One report from a campaign page, as far as the rules look at it.
 *
 * @param receivedAtMillis when the server had all of it, in epoch milliseconds
 * @param network null when not known (an import without addresses)
 * @param robot whether rule 2 applies: the user agent is on the robots list, or nobody looked (prefetch, preview)
 */
public record Ping(
        long receivedAtMillis,
        Item item,
        VisitorKey visitor,
        @Nullable NetworkKey network,
        boolean robot) {}
