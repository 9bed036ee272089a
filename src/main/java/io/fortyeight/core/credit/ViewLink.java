package io.fortyeight.core.credit;

import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.VisitorKey;

/**
 * A share link, as far as credit looks at it.
 *
 * @param campaign the campaign's number within its contest
 * @param sharer whose link it is
 * @param createdAtMillis epoch milliseconds
 */
public record ViewLink(long id, int campaign, Platform platform, VisitorKey sharer, long createdAtMillis) {}
