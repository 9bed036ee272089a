package io.fortyeight.site.contest;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the public contest pages. */
@MessageBundle
public interface PageMessages {

    // Around every page.

    String tagline();

    String skip();

    String unsafeTitle();

    String unsafe();

    String receivedHere();

    String api();

    String language();

    String yourTime();

    // A contest's states.

    String rehearsalTitle();

    // The list of contests.

    String contests();

    String contestsIntro();

    String openNow();

    String upcoming();

    String past();

    String closed();

    String campaigns(int number);

    String countedSoFar(String number);

    String noContest();

    String noContestText();

    String noContestRequest();

    String missing();

    String missingText();

    // Parts of a contest's pages.

    String contestPages();

    String leaderboard();

    String result();

    String howWeCount();

    String describeLeaderboard(String name, String state);

    String describeResult(String name);

    String describeRules(String name);

    // What a leaderboard stands for.

    String heldText(String reason);

    String isFinal();

    String isFinalText();

    String notFinal();

    String notFinalText();

    String notOpenYet();

    String notOpenYetText();

    String certifiedHidden();

    String standingsAsOf();

    String announcedAt();

    String certifiedAt();

    String standStill();

    String goOnCounting();

    String hiddenUntilAnnounced(String span);

    String hiddenUntilCertified(String span);

    String announcedLater();

    // The clock.

    String unitDays(int number);

    String unitHours(int number);

    String unitMinutes(int number);

    String unitSeconds(int number);

    String numberAndUnit(String number, String unit);

    String daysLeft(int number);

    String standsStill(String time);

    String loadAgain();

    String countingIsOverText();

    String inThePast();

    String inThePastText();

    // Standings.

    String standings();

    String certifiedStandings();

    String noCampaignText();

    String gap();

    String level();

    String ahead(String number);

    String behind(String number);

    String watch();

    String watchCampaign(String title);

    String allKinds();

    String standingsData();

    String ledgerWhole();

    String ledgerUntilHidden();

    String seeResult();

    // When.

    String when();

    String lengthText(String span);

    String hiddenText(String span);

    String hiddenTextAnnounced(String span);

    String winnersHere();

    String notBefore();

    String noAnnouncement();

    String follow();

    String calendar();

    String feed();

    // The certificate.

    String certificate();

    String ledgerOf();

    String ledgerOfImport(int number);

    String upToEntry(String number);

    String turnedAway();

    String turnedAwayText(String shed, String refused);

    String turnedAwayMatters();

    String turnedAwayMattersText(String number, String margin);

    // The rules card, rule by rule.

    String rules();

    String rulesCard();

    String card(String preset);

    String cardMayChange();

    String cardIsPinned();

    String cardHash();

    String cardData();

    String windowRule();

    String windowRuleText();

    String robotRule();

    String robotRuleText(String list);

    String freezeRule();

    String freezeRuleText(String times, String within, String lasts);

    String freezeRuleOff();

    String repeatRule();

    String repeatRuleFirst(String within);

    String repeatRuleChain(String within);

    String repeatRuleOff();

    String capRule();

    String capRuleText(String times, String slot);

    String capRuleOff();

    String networkRule();

    String networkRuleText(String times, String slot);

    String networkRuleOff();

    String creditRule();

    String creditRuleText(String within);

    String creditRuleOff();

    String scoreRule();

    String scoreViews();

    String scoreWeighed(int view, int share);

    String scoreBrought(int points);

    String ties();

    // Said by the page's script; words in square brackets are filled in there.

    String leadsNow(String title, String score);

    String standsStillNow();

    String sayScheduled();

    String sayOpen();

    String sayClosing();

    String sayHeld();

    String sayCertified();

    // Verdicts.

    String sharesTo(String platform);

    // The result.

    String noResult();

    String noResultScheduled();

    String noResultOpen();

    String noResultPast();

    String noResultClosing();

    String comeBack();

    String comeBackText();

    String seeStandings();

    String certifiedResult();

    String winner();

    String sharedFirst();

    String firstPlace();

    String points(String score);

    String winnersToCome();

    String announcedHere();

    String nobody();

    String tally();

    String what();

    String reasons();

    String nothingSent();

    String releases();

    String releasesText();

    String heldBecause();

    String releasedAt();

    String releasedBecause();

    String verify();

    String verifyText();

    String verifyLedger();

    String verifyCard();

    String verifyRecount();

    String resultData();

    String printed();

    // How we count.

    String rulesIntro();

    String switchedOff();

    String examples();

    String examplesText();

    String exampleEdges();

    String exampleReturns();

    String viewAt();

    String verdict();

    String atTheOpening();

    String later(String span);

    String exampleStories();

    String storyOnRepeat(String span, String sent, String counted);

    String storyNeverFrozen();

    String storyFrozen(String number, String span);

    String storyRefreshing(String step, String sent, String counted);

    String storyFreezes(String number, String span, String lasts);

    String storySchool(String counted, String number, String step);

    String storySchoolFits(String sent, String step);

    String whoIsOne();

    String whoIsOneText();

    String privacy();

    String privacyText();

    String meanings();

    String meaning();

    String forOrganizers();

    String signedInAs();

    String signOut();

    String notCompeting();

    String didNotCompete();

    String requiresTrust();
}
