package io.fortyeight.site.desk;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the organizer desk. */
@MessageBundle("desk")
public interface DeskMessages {

    String trail();

    String newContest();

    String editContest();

    String edit();

    String create();

    String check();

    String back();

    String toDesk();

    String missing();

    String missingText();

    String refused();

    String account();

    String publicPages();

    String publicPage();

    String yourTime();

    String total();

    String visitor();

    String network();

    String line();

    String why();

    String emptyTitle();

    String emptyText();

    String emptyReader();

    String left();

    String latestPing();

    String todoHeld();

    String todoCampaigns();

    String todoSilent();

    String todoImport();

    String todoClose();

    String tabCampaigns();

    String tabWatch();

    String tabWhatIf();

    String tabImports();

    String tabClose();

    String hidden();

    String hiddenSince(String when);

    String name();

    String nameHint();

    String slug();

    String slugHint();

    String zone();

    String zoneHint();

    String opensAt();

    String opensAtHint();

    String ends();

    String endsAfter();

    String duration();

    String endsAt();

    String closesAt();

    String closesAtHint();

    String partShown();

    String announcesAt();

    String announcesAtHint();

    String publishes();

    String publishesCertified();

    String publishesAnnounced();

    String blackout();

    String blackoutHint();

    String partRules();

    String rulesPreset();

    String rulesAlways();

    String presetFair();

    String presetDay();

    String presetCounter();

    String presetRaw();

    String rulesHow();

    String rulesHowPreset();

    String rulesHowOwn();

    String ruleFreeze();

    String ruleFreezeHint();

    String ruleFreezePings();

    String ruleFreezeWithin();

    String ruleFreezeLasts();

    String ruleRepeat();

    String ruleRepeatHint();

    String ruleRepeatWithin();

    String ruleRepeatMode();

    String ruleRepeatFirst();

    String ruleRepeatChain();

    String ruleCap();

    String ruleCapHint();

    String ruleCapMax();

    String ruleSlot();

    String ruleNetwork();

    String ruleNetworkHint();

    String ruleScoreHint();

    String ruleScoreView();

    String ruleScoreShare();

    String ruleScoreBrought();

    String ruleCredit();

    String ruleCreditHint();

    String ruleCreditWithin();

    String checkTitle();

    String byTheWall(String span);

    String clocksChange(String at, String from, String to);

    String checkPast();

    String checkRunning();

    String checkWindowMissing();

    String checkRulesMissing();

    String examples();

    String example();

    String exampleSent();

    String exampleReloads();

    String exampleReturns();

    String exampleRepeat();

    String exampleHammer();

    String exampleSchool();

    String exampleMachine();

    String itsPage();

    String testPage();

    String firstArrived();

    String firstDiscounted();

    String firstHidden();

    String firstNone();

    String firstWaiting();

    String snippet();

    String notCopied();

    String addCampaign();

    String campaignTitleHint();

    String pageUrl();

    String pageUrlHint();

    String origins();

    String originsHint();

    String export();

    String exportCsv();

    String exportLedger();

    String exportResult();

    String exportHidden();

    String watchSums();

    String watchStep(String span);

    String watchNothing();

    String busiest();

    String busiestHint();

    String busiestAsOf(String entries);

    String busiestMayLack(String number);

    String busiestVisitors();

    String busiestNobody();

    String busiestNetworks();

    String busiestReading();

    String suspicions();

    String suspicionsHint();

    String suspicionsBasis(String links, String median);

    String suspicionsNone();

    String suspicionsHidden();

    String suspicionsUnread();

    String suspicionFinding();

    String suspicionLink();

    String suspicionFarAbove(String visits, String median, String score);

    String suspicionOneNetwork(String part, String of, String network);

    String suspicionOneMinute(String part, String of, String minute);

    String suspicionRules();

    String suspicionRulesText();

    String whatIfText();

    String whatIfRun();

    String whatIfHidden();

    String whatIfReal();

    String whatIfOther();

    String whatIfMoved();

    String whatIfSame();

    String whatIfDiffers();

    String whatIfChangesNothing();

    String whatIfAgain();

    String recounted(String pings);

    String close();

    String closeHeld();

    String reason();

    String reasonHint();

    String release();

    String closePast();

    String closeNow();

    String closeDone();

    String closeItself(String when);

    String recount();

    String recountText();

    String recountRun();

    String recountRunning();

    String recountFailed();

    String recountAgrees();

    String recountDiffers();

    String rehearsalText();

    String rehearsalSeconds();

    String rehearsalPings();

    String rehearsalStart();

    String rehearsalRunning();

    String rehearsalPassed();

    String rehearsalFailed();

    String rehearsalAcknowledged();

    String rehearsalRefused();

    String rehearsalClosedAfter();

    String rehearsalRecount();

    String rehearsalRecountNot();

    String rehearsalLedger();

    String rehearsalLedgerNot();

    String rehearsalRules();

    String rehearsalPage();

    String oneImport();

    String importFile();

    String importText();

    String importFormat();

    String importCombined();

    String importCommon();

    String importNdjson();

    String importChoose();

    String importChooseHint();

    String importStart();

    String importSending();

    String importLost();

    String importNotYet();

    String importOver();

    String importsSoFar();

    String importsNone();

    String importRead();

    String importAccepted();

    String importMalformed();

    String importRunning();

    String importDone();

    String importFailed();

    String importLines();

    String importMoreLines();

    String trustCard();

    String trustNone();

    String trustLacks();

    String trustComplete();

    String trustEdit();

    String notCompetingText();

    String partTrust();

    String requiresTrust();

    String requiresTrustHint();

    String trustCards();

    String trustRequired();

    String todoTrust();

    String importNoFormat();

    String recountLog();
}
