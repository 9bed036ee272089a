package io.fortyeight.site.sharing;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.web.page.Language;

/** Where a share link leads. */
record Place(ContestDetails contest, CampaignDetails campaign) {

    private static final String KOREA = "Asia/Seoul";

    /** That of most who will see the link, as far as the contest tells: fetchers don't say for whom they fetch. */
    Language language() {
        return contest.zone().getId().equals(KOREA) ? Language.KOREAN : Language.ENGLISH;
    }
}
