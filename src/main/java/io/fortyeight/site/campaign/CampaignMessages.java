package io.fortyeight.site.campaign;

import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.Reason;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of campaigns' pages and of what is embedded elsewhere; in Korean in {@code messages/campaign_ko.properties}. */
@MessageBundle("campaign")
public interface CampaignMessages {

    /** As in {@code <html lang>}. */
    String language();

    /** As Open Graph wants it. */
    String locale();

    String place(String place);
    String of(String campaigns);
    String placeOf(String place, String campaigns);
    String points(String score);
    String countedViews(String score);
    String score();
    String alone();
    String level(String title);
    String ahead(String gap, String title);
    String behind(String gap, String title);
    @Message
    String stand(ResultStatus stand);
    @Message
    String standExplained(ResultStatus stand);
    String asOf(String when);
    String rehearsal();
    String rehearsalExplained();
    String campaignIn(String contest);
    String allStandings(String contest);
    String watch(String host);
    String placeTitle();
    String opensIn();
    String closesIn();
    String announcesIn();

    /** What is left of a time, for instance {@code 1 d 04:05:06}; the page's script fills it in, too. */
    String left(String days, String clock);

    String over();
    String counted();
    String discounted();
    String breakdown();
    String verdict();
    String views();
    String shares();
    String together();
    String countedTitle();
    String discountedTitle();
    String nothingDiscounted();
    String nothingYet();
    @Message
    String reason(Reason reason);
    @Message
    String reasonExplained(Reason reason);
    String whyNot();
    String whyNotExplained();
    String rulesLink();
    String shed(String shed);
    String timeline();
    String timelineExplained(String step);
    String step(long hours, long minutes);
    String figures();
    String from();
    String timesIn(String zone);
    String beforeOpening();
    String afterClose();
    String byPlatform();
    String platformTitle();
    String noShares();
    String platformsHidden();
    @Message
    String platform(Platform platform);
    String showElsewhere();
    String badge();
    String box();
    String badgeOf(String title);
    String oembedExplained();
    String snippetCheck();
    String copy();
    String copied();
    String held();
    String live();
    String reconnecting();
    String saidPlace(String place, String score);
    String missing();
    String missingExplained(String contest);
    String missingContest();
    String missingContestExplained();
    String allContests();
    String campaignTitle();
    String noCampaigns();
    String more(String more);
    String countedBy();
    String badgeMissing();
}
