package io.fortyeight.site.sharing;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.web.page.Language;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Where a share link leads. */
record Place(ContestDetails contest, CampaignDetails campaign) {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Previews are fetched for nobody in particular: in the language that is spoken in the contest's time zone. */
    Language language() {
        var zone = contest.zone().getId();
        return Arrays.stream(Language.values())
                .filter(language -> SPACES.splitAsStream(
                                language.messages(LinkMessages.class).zones())
                        .anyMatch(zone::equals))
                .findFirst()
                .orElse(Language.ENGLISH);
    }
}
