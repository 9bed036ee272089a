package io.fortyeight.site.campaign;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of campaign pages and of what is embedded elsewhere. */
@MessageBundle("campaign")
public interface CampaignMessages {

    String place(String place);

    String of(String campaigns);

    String placeOf(String place, String campaigns);

    String points(String score);

    String countedViews(String score);

    String alone();

    String level(String title);

    String ahead(String gap, String title);

    String behind(String gap, String title);

    @Message
    String stand(ResultStatus stand);

    @Message
    String standExplained(ResultStatus stand);

    String asOf(String when);

    String campaignIn(String contest);

    String allStandings(String contest);

    String watch(String host);

    String breakdown();

    String verdict();

    String together();

    String nothingDiscounted();

    String nothingYet();

    String whyNot();

    String whyNotExplained();

    String rulesLink();

    String shed(String shed);

    String timelineExplained(String step);

    String from();

    String timesIn(String zone);

    String beforeOpening();

    String afterClose();

    String byPlatform();

    String noShares();

    String platformsHidden();

    String showElsewhere();

    String badge();

    String box();

    String badgeOf(String title);

    String oembedExplained();

    String snippetCheck();

    String saidPlace(String place, String score);

    String missing();

    String missingExplained(String contest);

    String missingContest();

    String missingContestExplained();

    String more(String more);

    String countedBy();

    String badgeMissing();
}
