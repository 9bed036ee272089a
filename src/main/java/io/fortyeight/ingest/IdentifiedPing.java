package io.fortyeight.ingest;

import io.fortyeight.contest.CampaignDetails;
import io.fortyeight.contest.ContestDetails;
import io.fortyeight.ledger.Submission;
import org.jspecify.annotations.Nullable;

/**
 * A ping that has passed the filter: known contest and campaign, allowed origin, and who sent it, as keys.
 *
 * @param submission what the judge gets; null when the contest's secret is gone, so that nobody can be told apart any more
 */
record IdentifiedPing(
        ContestDetails contest,
        CampaignDetails campaign,
        @Nullable Submission submission) {

    /** Where it waits in the request for the endpoint. */
    static final String KEY = IdentifiedPing.class.getName();
}
