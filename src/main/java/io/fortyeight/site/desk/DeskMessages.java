package io.fortyeight.site.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the desk says to people. The Korean texts are in {@code messages/desk_ko.properties}. */
@MessageBundle(value = "desk", locale = "en")
public interface DeskMessages {

    @Message("Organizer desk")
    String desk();

    @Message("Where you are")
    String trail();

    @Message("New contest")
    String newContest();

    @Message("Edit the contest")
    String editContest();

    @Message("Edit window and rules")
    String edit();

    @Message("Save")
    String save();

    @Message("Create the contest")
    String create();

    @Message("Check")
    String check();

    @Message("Back")
    String back();

    @Message("To the desk")
    String toDesk();

    @Message("Please check:")
    String wrong();

    @Message("Nothing was saved.")
    String notSaved();

    @Message("What you typed is still here. Please check:")
    String notSavedFields();

    @Message("There is no such thing")
    String missing();

    @Message("Nothing on the desk goes by this name, or not any more:")
    String missingText();

    @Message("That can’t be done now")
    String refused();

    @Message("Close board")
    String closeBoard();

    @Message("Audit log")
    String audit();

    @Message("Account")
    String account();

    @Message("Public pages")
    String publicPages();

    @Message("Public page")
    String publicPage();

    @Message("Where you are:")
    String yourTime();

    @Message("State")
    String state();

    @Message("All")
    String total();

    @Message("Campaign")
    String campaign();

    @Message("Visitor")
    String visitor();

    @Message("Network")
    String network();

    @Message("Place")
    String place();

    @Message("Score")
    String score();

    @Message("Line")
    String line();

    @Message("Why")
    String why();

    @Message("Discounted")
    String discounted();

    @Message("{n} {#if n == 1}day{#else}days{/if}")
    String days(long n);

    @Message("{n} {#if n == 1}hour{#else}hours{/if}")
    String hours(long n);

    @Message("{n} {#if n == 1}minute{#else}minutes{/if}")
    String minutes(long n);

    @Message("{n} {#if n == 1}second{#else}seconds{/if}")
    String seconds(long n);

    @Message("seconds")
    String unitSeconds();

    @Message("minutes")
    String unitMinutes();

    @Message("hours")
    String unitHours();

    @Message("days (24 h each)")
    String unitDays();

    @Message("Unit: {label}")
    String unitOf(String label);

    @Message("Not open yet")
    String stateScheduled();

    @Message("Open")
    String stateOpen();

    @Message("Past, not closed yet")
    String statePast();

    @Message("Closed, being checked")
    String stateClosing();

    @Message("Held")
    String stateHeld();

    @Message("Certified")
    String stateCertified();

    @Message("Announced")
    String stateAnnounced();

    @Message("counted")
    String verdictCounted();

    @Message("early")
    String verdictEarly();

    @Message("late")
    String verdictLate();

    @Message("robot")
    String verdictRobot();

    @Message("frozen")
    String verdictFrozen();

    @Message("repeat")
    String verdictRepeat();

    @Message("capped")
    String verdictCapped();

    @Message("crowded")
    String verdictCrowded();

    @Message("Make your first contest in two minutes")
    String emptyTitle();

    @Message(
            "Say when it opens and for how long, choose the rules, enter the campaigns, and paste two lines into each campaign’s page. You see the first ping arrive here.")
    String emptyText();

    @Message("Your account may read, not make contests. An organizer’s account can.")
    String emptyReader();

    @Message("Opens")
    String opens();

    @Message("Closes")
    String closes();

    @Message("Time left")
    String left();

    @Message("Latest ping")
    String latestPing();

    @Message("The close is held: somebody has to decide")
    String todoHeld();

    @Message("No campaign has entered yet")
    String todoCampaigns();

    @Message("Some campaigns have sent no ping yet")
    String todoSilent();

    @Message("Nothing has been imported yet")
    String todoImport();

    @Message("When all is imported, close it")
    String todoClose();

    @Message("Campaigns")
    String tabCampaigns();

    @Message("Watching")
    String tabWatch();

    @Message("What if")
    String tabWhatIf();

    @Message("Imports")
    String tabImports();

    @Message("Close and rehearsal")
    String tabClose();

    @Message("The close is held.")
    String held();

    @Message("Counts are hidden.")
    String hidden();

    @Message(
            "What came in from {when} on is shown to nobody, not here either, until the result is published. Everything below is as of before.")
    String hiddenSince(String when);

    @Message("Name")
    String partName();

    @Message("Name of the contest")
    String name();

    @Message("As people know it, up to 200 characters.")
    String nameHint();

    @Message("Short name in addresses")
    String slug();

    @Message("a to z, 0 to 9 and single hyphens, such as spring-2027.")
    String slugHint();

    @Message("The voting window")
    String partWindow();

    @Message("Time zone")
    String zone();

    @Message("The times below are local in it. Names look like Asia/Seoul or America/New_York.")
    String zoneHint();

    @Message("Opens at")
    String opensAt();

    @Message("Local time. From this instant on, views count.")
    String opensAtHint();

    @Message("The end")
    String ends();

    @Message("After a time that passes everywhere alike")
    String endsAfter();

    @Message("Duration")
    String duration();

    @Message("At a local date and time")
    String endsAt();

    @Message("Closes at")
    String closesAt();

    @Message("Local time. This instant itself is too late.")
    String closesAtHint();

    @Message("What is shown, and when")
    String partShown();

    @Message("Winners are announced at")
    String announcesAt();

    @Message("Optional. Shown on every page, so that nobody has to ask.")
    String announcesAtHint();

    @Message("The result is published")
    String publishes();

    @Message("As soon as it is certified, seconds after the close")
    String publishesCertified();

    @Message("When winners are announced, and not before")
    String publishesAnnounced();

    @Message("Hide the counts of the last")
    String blackout();

    @Message("Optional. For this long before the end nobody sees new counts, not even you.")
    String blackoutHint();

    @Message("The rules")
    String partRules();

    @Message("Start from")
    String rulesPreset();

    @Message("Robots, link previews, and what comes outside of the window never count.")
    String rulesAlways();

    @Message(
            "One view an hour from each visitor for each campaign; whoever refreshes abnormally is frozen for an hour; one network counts 300 times an hour at most.")
    String presetFair();

    @Message("The same with one view in each 24 hours.")
    String presetDay();

    @Message("Only double clicks within 30 seconds are dropped, as libraries count (COUNTER 5.1).")
    String presetCounter();

    @Message("Everything counts: for trying out, not for prizes.")
    String presetRaw();

    @Message("Each rule")
    String rulesHow();

    @Message("As the preset has it")
    String rulesHowPreset();

    @Message("Set by myself")
    String rulesHowOwn();

    @Message("Freeze abnormal refreshing")
    String ruleFreeze();

    @Message(
            "More pings than this within a time freeze the visitor: for a while nothing they send counts, anywhere in the contest. A video on repeat should stay well below it.")
    String ruleFreezeHint();

    @Message("More pings than")
    String ruleFreezePings();

    @Message("within")
    String ruleFreezeWithin();

    @Message("Frozen for")
    String ruleFreezeLasts();

    @Message("Drop repeats")
    String ruleRepeat();

    @Message("Reloads and double clicks shortly after another view are no new view.")
    String ruleRepeatHint();

    @Message("Again within")
    String ruleRepeatWithin();

    @Message("Measured from")
    String ruleRepeatMode();

    @Message("the view that counted")
    String ruleRepeatFirst();

    @Message("the view before, counted or not")
    String ruleRepeatChain();

    @Message("Limit each visitor")
    String ruleCap();

    @Message("How often one visitor counts for one campaign in each slot of time, reckoned from the opening.")
    String ruleCapHint();

    @Message("Counted at most")
    String ruleCapMax();

    @Message("in each")
    String ruleSlot();

    @Message("Limit each network")
    String ruleNetwork();

    @Message("Stops a machine that invents visitors. Leave room for schools and offices, which share one address.")
    String ruleNetworkHint();

    @Message("Counted at most")
    String ruleNetworkMax();

    @Message("Score")
    String ruleScore();

    @Message("What a counted ping is worth. With 0, shares are shown, but decide nothing.")
    String ruleScoreHint();

    @Message("A view scores")
    String ruleScoreView();

    @Message("A share scores")
    String ruleScoreShare();

    @Message("Points on top for a view that a share link brought")
    String ruleScoreBrought();

    @Message("Credit for share links")
    String ruleCredit();

    @Message("Whose link brought a view. It changes no verdict, and the score only if you give points for it below.")
    String ruleCreditHint();

    @Message("For how long after a link was followed")
    String ruleCreditWithin();

    @Message("What this means")
    String checkTitle();

    @Message("Hidden from")
    String hides();

    @Message("Winners")
    String winners();

    @Message("Length")
    String length();

    @Message("By the clock on the wall it looks like {span}, for clocks change meanwhile.")
    String byTheWall(String span);

    @Message(
            "Clocks change inside the window: on {at}, from {from} to {to}. The instants above are right; say them to everyone.")
    String clocksChange(String at, String from, String to);

    @Message(
            "This window is over: nothing can be pinged live. It is for importing past traffic, and closes when you ask.")
    String checkPast();

    @Message("This opens at once: window and rules can’t be changed afterwards.")
    String checkRunning();

    @Message(
            "When zone, opening and end are stated, the instants they mean stand here: in UTC, in the zone, and where you are.")
    String checkWindowMissing();

    @Message("When each rule is complete, its effect on examples stands here.")
    String checkRulesMissing();

    @Message("What these rules do to views, judged just now by the rules themselves")
    String examples();

    @Message("Who does what")
    String example();

    @Message("Sent")
    String exampleSent();

    @Message("Counted")
    String exampleCounted();

    @Message("A visitor loads at 0, 10, 29 and 31 seconds")
    String exampleReloads();

    @Message("A fan comes back every hour until the end")
    String exampleReturns();

    @Message("A fan leaves a 3-minute video on repeat until the end")
    String exampleRepeat();

    @Message("A cheat reloads every 5 seconds for an hour")
    String exampleHammer();

    @Message("400 pupils behind one address watch once each")
    String exampleSchool();

    @Message("A machine invents a new visitor each second for an hour")
    String exampleMachine();

    @Message("No campaign has entered yet.")
    String noCampaigns();

    @Message("Its page")
    String itsPage();

    @Message("Test the snippet")
    String testPage();

    @Message("First ping arrived")
    String firstArrived();

    @Message("The page works; that ping just does not count.")
    String firstDiscounted();

    @Message("No ping had arrived before counts were hidden. Whether one has since is hidden, too.")
    String firstHidden();

    @Message("No ping ever arrived.")
    String firstNone();

    @Message("Waiting for the first ping …")
    String firstWaiting();

    @Message("Paste this into the campaign’s page, where the words about the view are to stand:")
    String snippet();

    @Message("Copy")
    String copy();

    @Message("Copied")
    String copied();

    @Message("Your browser didn’t allow it: select the lines and copy them yourself")
    String notCopied();

    @Message("Pings are taken from")
    String originsMay();

    @Message("Add a campaign")
    String addCampaign();

    @Message("Title")
    String campaignTitle();

    @Message("As it stands in the standings.")
    String campaignTitleHint();

    @Message("Address of its page")
    String pageUrl();

    @Message("Where the snippet will stand, such as https://example.org/video.")
    String pageUrlHint();

    @Message("Other sites that show it")
    String origins();

    @Message(
            "Optional: web origins, one to a line, such as https://blog.example.org. Pings from elsewhere are refused.")
    String originsHint();

    @Message("Export")
    String export();

    @Message("Tally as CSV")
    String exportCsv();

    @Message("Ledger as NDJSON")
    String exportLedger();

    @Message("Certified result as JSON")
    String exportResult();

    @Message("Files lack what is hidden now.")
    String exportHidden();

    @Message("What became of the pings")
    String watchSums();

    @Message("Over time")
    String watchTimeline();

    @Message("Each {span} from")
    String watchStep(String span);

    @Message("Nothing has arrived yet.")
    String watchNothing();

    @Message("The same in figures")
    String watchFigures();

    @Message("Who sends most")
    String busiest();

    @Message(
            "Visitors and networks are pseudonyms: nobody can tell from them who it is. The whole ones are in the published ledger.")
    String busiestHint();

    @Message("As of {entries} entries of the ledger.")
    String busiestAsOf(String entries);

    @Message("So many visitors came that each number may be up to {number} too small.")
    String busiestMayLack(String number);

    @Message("Visitors who refresh most")
    String busiestVisitors();

    @Message("Nobody refreshes.")
    String busiestNobody();

    @Message("Busiest networks")
    String busiestNetworks();

    @Message("The ledger is being read …")
    String busiestReading();

    @Message("Share links that stand out")
    String suspicions();

    @Message(
            "Something to look at, and no proof: a link in a newspaper or by a star looks the same. Nothing follows from it; no view is discounted and nobody is told.")
    String suspicionsHint();

    @Message("{links} links have brought visits; half of them {median} or fewer.")
    String suspicionsBasis(String links, String median);

    @Message("No link stands out.")
    String suspicionsNone();

    @Message("Hidden, as counts are.")
    String suspicionsHidden();

    @Message("This can’t be read right now. Please try again later.")
    String suspicionsUnread();

    @Message("What stands out")
    String suspicionFinding();

    @Message("Link")
    String suspicionLink();

    @Message("Far above the rest: {visits} visits, where the median is {median} (modified z-score {score})")
    String suspicionFarAbove(String visits, String median, String score);

    @Message("One network: {part} of {of} visits are from {network}…")
    String suspicionOneNetwork(String part, String of, String network);

    @Message("One minute: {part} of {of} visits came within the minute of {minute}")
    String suspicionOneMinute(String part, String of, String minute);

    @Message("By which rules?")
    String suspicionRules();

    @Message(
            "Looked at are the 50 links with most visits. Far above the rest: at least 50 visits, more than 10 times the median, and a modified z-score (Iglewicz and Hoaglin, 1993) above 3.5. One network, one minute: at least 20 visits, and more than half of them from there or then. Of links with more than 2,000 visits a sample is looked at.")
    String suspicionRulesText();

    @Message(
            "Choose other rules, and the whole ledger is counted again by them. Nothing changes: it only tells who would have been where.")
    String whatIfText();

    @Message("Count again by these rules")
    String whatIfRun();

    @Message("While counts are hidden there is no what if: it would tell them. Ask once the result is published.")
    String whatIfHidden();

    @Message("As it is")
    String whatIfReal();

    @Message("By the other rules")
    String whatIfOther();

    @Message("Moves")
    String whatIfMoved();

    @Message("No place would change.")
    String whatIfSame();

    @Message("Places would change.")
    String whatIfDiffers();

    @Message("This changes nothing: the rules are those that were published.")
    String whatIfChangesNothing();

    @Message("Try other rules")
    String whatIfAgain();

    @Message("{pings} pings were counted again.")
    String recounted(String pings);

    @Message("Close")
    String close();

    @Message(
            "Ledger and tally disagree. Look into it first (the close board and the runbook say how); then let the close try again. Your reason is recorded and published.")
    String closeHeld();

    @Message("Why it may try again")
    String reason();

    @Message("1 to 200 characters, for everyone to read.")
    String reasonHint();

    @Message("Let the close try again")
    String release();

    @Message(
            "This contest is in the past: it closes when you ask. Import everything first; afterwards nothing more is taken.")
    String closePast();

    @Message("Close the contest")
    String closeNow();

    @Message("The result is certified.")
    String closeDone();

    @Message("The window is closed, and the ledger is being counted again.")
    String closeRunning();

    @Message("It closes by itself on {when}, to the millisecond, whoever is asleep.")
    String closeItself(String when);

    @Message("Recount")
    String recount();

    @Message(
            "Counts the whole ledger again by the contest’s own rules, and compares it with the tally. Changes nothing.")
    String recountText();

    @Message("Recount now")
    String recountRun();

    @Message("The ledger is being counted …")
    String recountRunning();

    @Message("There is no answer.")
    String recountFailed();

    @Message("Ledger and tally agree.")
    String recountAgrees();

    @Message("Ledger and tally differ.")
    String recountDiffers();

    @Message("Rehearsal")
    String rehearsal();

    @Message(
            "Plays the whole close in a copy of the contest, with a made-up crowd and a short window, and reports. The contest itself is left alone.")
    String rehearsalText();

    @Message("Window in seconds (1 to 600)")
    String rehearsalSeconds();

    @Message("Pings a second (1 to 500)")
    String rehearsalPings();

    @Message("Start a rehearsal")
    String rehearsalStart();

    @Message("Under way")
    String rehearsalRunning();

    @Message("Passed")
    String rehearsalPassed();

    @Message("Failed")
    String rehearsalFailed();

    @Message("Acknowledged")
    String rehearsalAcknowledged();

    @Message("Turned away")
    String rehearsalRefused();

    @Message("Certified after")
    String rehearsalClosedAfter();

    @Message("A recount agrees with the certified result")
    String rehearsalRecount();

    @Message("A recount does not agree")
    String rehearsalRecountNot();

    @Message("Every acknowledged ping is in the ledger")
    String rehearsalLedger();

    @Message("Not every acknowledged ping is in the ledger")
    String rehearsalLedgerNot();

    @Message("To fit the short window, the rules were changed:")
    String rehearsalRules();

    @Message("The copy’s page")
    String rehearsalPage();

    @Message("Import")
    String oneImport();

    @Message("Import a file")
    String importFile();

    @Message("Past traffic, judged by the same rules. It counts whole or not at all; the same file twice is refused.")
    String importText();

    @Message("Format")
    String importFormat();

    @Message("Access log, combined")
    String importCombined();

    @Message("Access log, common")
    String importCommon();

    @Message("NDJSON, one ping a line")
    String importNdjson();

    @Message("File")
    String importChoose();

    @Message("Plain or gzipped. Addresses in it become pseudonyms while it is read; none is stored.")
    String importChooseHint();

    @Message("Import")
    String importStart();

    @Message("Sending")
    String importSending();

    @Message("The connection was lost; nothing was imported. Please try again.")
    String importLost();

    @Message("Imports are taken once the window has opened.")
    String importNotYet();

    @Message("This contest is being closed or has closed: it takes no more imports.")
    String importOver();

    @Message("Imports so far")
    String importsSoFar();

    @Message("None yet.")
    String importsNone();

    @Message("Lines read")
    String importRead();

    @Message("Accepted")
    String importAccepted();

    @Message("Malformed")
    String importMalformed();

    @Message("Being judged")
    String importRunning();

    @Message("Done: it counts")
    String importDone();

    @Message("Failed: nothing of it counts")
    String importFailed();

    @Message("The first malformed lines")
    String importLines();

    @Message("There are more; the first hundred are shown.")
    String importMoreLines();

    @Message("Trust card")
    String trustCard();

    @Message("none yet")
    String trustNone();

    @Message("not complete")
    String trustLacks();

    @Message("complete")
    String trustComplete();

    @Message("Write the trust card")
    String trustEdit();

    @Message("Not competing yet.")
    String notCompeting();

    @Message(
            "This contest requires a complete trust card. Until this campaign has one, its views and shares are not taken.")
    String notCompetingText();

    @Message("Who may compete")
    String partTrust();

    @Message("Campaigns need a complete trust card")
    String requiresTrust();

    @Message(
            "A campaign competes only once its card says who is behind it, how to reach them, where to give and what money is used for. Until then its views and shares are not taken.")
    String requiresTrustHint();

    @Message("Trust cards")
    String trustCards();

    @Message("required of every campaign")
    String trustRequired();

    @Message("A campaign does not compete yet: its trust card is not complete")
    String todoTrust();

    @Message("Prizes")
    String prizes();
}
