package io.fortyeight.ledger.link;

import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.VisitorKey;

/**
 * What makes a share link the one that it is: there is one code for each.
 *
 * @param campaign its number within the contest
 * @param sharer by whom it is shared; never told to anybody
 */
public record ShareLink(int contestId, int campaign, Platform platform, VisitorKey sharer) {

    /**
     * Where a code leads.
     *
     * @param campaign its number within the contest
     */
    public record Target(int contestId, int campaign) {}
}
