package io.fortyeight.contest.directory;

import java.net.URI;
import java.util.Set;

/**
 * A campaign as other features see it.
 *
 * @param number stands for the campaign in ledger and tally; 0, 1, 2 ... within its contest
 * @param competes whether its pings are taken; once it does in a window that has opened, it does until the end
 * @param origins web origins that may ping for it: that of its page, and those the organizer added
 */
public record CampaignDetails(
        int number, String slug, String title, URI pageUrl, boolean competes, Set<String> origins) {}
