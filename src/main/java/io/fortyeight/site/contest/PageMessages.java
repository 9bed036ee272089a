package io.fortyeight.site.contest;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the public pages say, in English; {@code messages/msg_ko.properties} says it in Korean. */
@MessageBundle
public interface PageMessages {

    // Around every page.

    @Message("en")
    String tag();

    @Message("Every view and share, counted by published rules")
    String tagline();

    @Message("Skip to content")
    String skip();

    @Message("Counts may be lost.")
    String unsafeTitle();

    @Message(
            "This server runs with FORTYEIGHT_UNSAFE: its database may forget what it has confirmed. Don’t decide anything by these numbers.")
    String unsafe();

    @Message("A view or share counts by the moment it arrived at this server, not by anybody else’s clock.")
    String receivedHere();

    @Message("All contests")
    String allContests();

    @Message("API")
    String api();

    @Message("Language")
    String language();

    @Message("your time")
    String yourTime();

    // A contest's states.

    @Message("Not open yet")
    String stateScheduled();

    @Message("Open")
    String stateOpen();

    @Message("Closed, being checked")
    String stateClosing();

    @Message("Held")
    String stateHeld();

    @Message("Certified")
    String stateCertified();

    @Message("Announced")
    String stateAnnounced();

    @Message("Past, not closed yet")
    String statePast();

    @Message("Rehearsal")
    String rehearsal();

    @Message("Rehearsal.")
    String rehearsalTitle();

    @Message("Nothing here is a contest: the views are made up, to try out a close.")
    String rehearsalText();

    // The list of contests.

    @Message("Contests")
    String contests();

    @Message("Who is ahead, by rules that anyone can read and a ledger that anyone can check.")
    String contestsIntro();

    @Message("Open now")
    String openNow();

    @Message("Upcoming")
    String upcoming();

    @Message("Past")
    String past();

    @Message("Opens")
    String opens();

    @Message("Closes")
    String closes();

    @Message("Closed")
    String closed();

    @Message("{number} {#if number == 1}campaign{#else}campaigns{/if}")
    String campaigns(int number);

    @Message("{number} counted so far")
    String countedSoFar(String number);

    @Message("No contest yet")
    String noContest();

    @Message(
            "When an organizer creates one, it appears here with its opening time, and a live leaderboard once it opens.")
    String noContestText();

    @Message("Organizers create a contest with one request:")
    String noContestRequest();

    @Message("There is no such contest")
    String missing();

    @Message("Nothing here goes by this name. The address may be mistyped, or the contest isn’t created yet.")
    String missingText();

    @Message("See all contests")
    String seeAllContests();

    // Parts of a contest's pages.

    @Message("Pages of this contest")
    String contestPages();

    @Message("Leaderboard")
    String leaderboard();

    @Message("Result")
    String result();

    @Message("How we count")
    String howWeCount();

    @Message("{name}: live standings, counted by published rules. {state}.")
    String describeLeaderboard(String name, String state);

    @Message("The result of {name}, and how to check it.")
    String describeResult(String name);

    @Message("How views and shares are counted in {name}, with worked examples.")
    String describeRules(String name);

    // What a leaderboard stands for.

    @Message("The close is held.")
    String held();

    @Message("The result waits for the organizers: {reason}")
    String heldText(String reason);

    @Message("Final.")
    String isFinal();

    @Message("These standings were certified after every entry of the ledger was counted again.")
    String isFinalText();

    @Message("Not final.")
    String notFinal();

    @Message("Places can change until the window closes and the count is certified.")
    String notFinalText();

    @Message("The window is closed, and the ledger is being counted again.")
    String notFinalClosing();

    @Message("Not open yet.")
    String notOpenYet();

    @Message("Views and shares before the opening don’t count.")
    String notOpenYetText();

    @Message("The result is certified, but not announced yet.")
    String certifiedHidden();

    @Message("Standings as of")
    String standingsAsOf();

    @Message("Announced")
    String announcedAt();

    @Message("Certified")
    String certifiedAt();

    @Message("Until then the standings stay as they were.")
    String standStill();

    @Message("Views and shares go on counting.")
    String goOnCounting();

    @Message("The last {span} of the window stay hidden, from everyone, until the result is announced.")
    String hiddenUntilAnnounced(String span);

    @Message("The last {span} of the window stay hidden, from everyone, until the result is certified.")
    String hiddenUntilCertified(String span);

    @Message("The result is held back until it is announced.")
    String announcedLater();

    // The clock.

    @Message("The voting window")
    String window();

    @Message("Opens in")
    String opensIn();

    @Message("Closes in")
    String closesIn();

    @Message("Winners are announced in")
    String announcedIn();

    @Message("{#if number == 1}day{#else}days{/if}")
    String unitDays(int number);

    @Message("{#if number == 1}hour{#else}hours{/if}")
    String unitHours(int number);

    @Message("{#if number == 1}minute{#else}minutes{/if}")
    String unitMinutes(int number);

    @Message("{#if number == 1}second{#else}seconds{/if}")
    String unitSeconds(int number);

    @Message("{number} {unit}")
    String numberAndUnit(String number, String unit);

    @Message("{number} {#if number == 1}day{#else}days{/if}")
    String daysLeft(int number);

    @Message("As of {time}. Scripts are off, so this page stands still:")
    String standsStill(String time);

    @Message("load it again")
    String loadAgain();

    @Message("Counting is over")
    String countingIsOver();

    @Message("What arrives from now on comes too late.")
    String countingIsOverText();

    @Message("It begins now")
    String countingBegins();

    @Message("In the past")
    String inThePast();

    @Message("This contest is counted from imported records.")
    String inThePastText();

    // Standings.

    @Message("Standings")
    String standings();

    @Message("Certified standings")
    String certifiedStandings();

    @Message("No campaign has entered yet.")
    String noCampaign();

    @Message("The first one appears here as soon as the organizer adds it.")
    String noCampaignText();

    @Message("Place")
    String place();

    @Message("Campaign")
    String campaign();

    @Message("Score")
    String score();

    @Message("Counted")
    String counted();

    @Message("Discounted")
    String discounted();

    @Message("Gap to next")
    String gap();

    @Message("counted · ")
    String countedAndDiscounted();

    @Message("discounted")
    String discountedWord();

    @Message("level")
    String level();

    @Message("{number} ahead")
    String ahead(String number);

    @Message("{number} behind")
    String behind(String number);

    @Message("Watch")
    String watch();

    @Message("Watch {title} on its own page")
    String watchCampaign(String title);

    @Message("Counted and discounted are views and shares together. Discounted ones are kept, each with its reason.")
    String allKinds();

    @Message("Standings as JSON")
    String standingsData();

    @Message("Every entry of the ledger")
    String ledgerWhole();

    @Message("The ledger up to then")
    String ledgerUntilHidden();

    @Message("Certified result")
    String seeResult();

    // When.

    @Message("When")
    String when();

    @Message("Length")
    String length();

    @Message("{span}. The closing instant itself is too late.")
    String lengthText(String span);

    @Message("Hidden from")
    String hidden();

    @Message("The last {span} of the window are shown once the result is certified.")
    String hiddenText(String span);

    @Message("The last {span} of the window are shown once the result is announced.")
    String hiddenTextAnnounced(String span);

    @Message("Winners")
    String winners();

    @Message("On this page, and in the news feed.")
    String winnersHere();

    @Message("The result is published then, and not before.")
    String notBefore();

    @Message("As soon as the result is certified.")
    String noAnnouncement();

    @Message("Follow")
    String follow();

    @Message("Calendar")
    String calendar();

    @Message("News feed")
    String feed();

    // The certificate.

    @Message("The certificate")
    String certificate();

    @Message("Ledger")
    String ledgerOf();

    @Message("Ledger, import {number}")
    String ledgerOfImport(int number);

    @Message("up to entry {number}")
    String upToEntry(String number);

    @Message("Turned away")
    String turnedAway();

    @Message("{shed} as floods, {refused} while the server could not take them; in no ledger")
    String turnedAwayText(String shed, String refused);

    @Message("More was turned away than the winner’s margin.")
    String turnedAwayMatters();

    @Message(
            "{number} views and shares were turned away in the window, unrecorded; the margin between first and second is {margin}. They might have changed the order.")
    String turnedAwayMattersText(String number, String margin);

    // The rules card, rule by rule.

    @Message("The rules")
    String rules();

    @Message("The rules card")
    String rulesCard();

    @Message("The card “{preset}”.")
    String card(String preset);

    @Message("The organizer may change it until the window opens.")
    String cardMayChange();

    @Message("Pinned when the window opened: it can’t be changed.")
    String cardIsPinned();

    @Message("SHA-256 of the card")
    String cardHash();

    @Message("The card as data")
    String cardData();

    @Message("The window")
    String windowRule();

    @Message(
            "Only what arrives in the window counts: from the instant it opens until just before it closes, by this server’s clock.")
    String windowRuleText();

    @Message("People only")
    String robotRule();

    @Message("Robots, link previews and pages that a browser loads ahead do not count (list: {list}).")
    String robotRuleText(String list);

    @Message("Abnormal refreshing")
    String freezeRule();

    @Message("Refreshing more than {times} within {within} freezes a visitor: for {lasts} nothing they send counts.")
    String freezeRuleText(String times, String within, String lasts);

    @Message("Switched off: nobody is frozen in this contest.")
    String freezeRuleOff();

    @Message("Repeats")
    String repeatRule();

    @Message("Again within {within} of the one that counted is a repeat, and does not count.")
    String repeatRuleFirst(String within);

    @Message("Again within {within} of the one before is a repeat, and does not count.")
    String repeatRuleChain(String within);

    @Message("Switched off: there is no shortest time between two views.")
    String repeatRuleOff();

    @Message("At most so often")
    String capRule();

    @Message(
            "Each visitor counts at most {times} per campaign in each {slot}, reckoned from the opening; likewise for shares to each platform.")
    String capRuleText(String times, String slot);

    @Message("Switched off: a visitor may count without limit.")
    String capRuleOff();

    @Message("One network’s allowance")
    String networkRule();

    @Message("Each network address counts at most {times} per campaign in each {slot}.")
    String networkRuleText(String times, String slot);

    @Message("Switched off: one network may count without limit.")
    String networkRuleOff();

    @Message("Share links")
    String creditRule();

    @Message(
            "A view is credited to the share link that its visitor followed last, if that was at most {within} before. Each view is credited once, and nobody is credited for their own views. This changes no verdict.")
    String creditRuleText(String within);

    @Message("Switched off: views are not credited to share links.")
    String creditRuleOff();

    @Message("Score and ties")
    String scoreRule();

    @Message("The score is the number of counted views.")
    String scoreViews();

    @Message("A counted view scores {view}, a counted share {share}.")
    String scoreWeighed(int view, int share);

    @Message("A counted view that a share link brought scores {points} more.")
    String scoreBrought(int points);

    @Message("Equal scores: who got there first is ahead. If that was at the same instant, the place is shared.")
    String ties();

    // Said by the page's script; words in square brackets are filled in there.

    @Message("Live")
    String live();

    @Message("Connecting again")
    String connectingAgain();

    @Message("{title} leads now, with {score}")
    String leadsNow(String title, String score);

    @Message("The standings stand still: what comes now is hidden for a while")
    String standsStillNow();

    @Message("The contest is not open yet")
    String sayScheduled();

    @Message("The window is open")
    String sayOpen();

    @Message("The window is closed. The count is being checked")
    String sayClosing();

    @Message("The close is held")
    String sayHeld();

    @Message("The result is certified")
    String sayCertified();

    @Message("The result is certified and announced")
    String sayAnnounced();

    // Verdicts.

    @Message("counted")
    String verdictCounted();

    @Message("too early")
    String verdictEarly();

    @Message("too late")
    String verdictLate();

    @Message("robot or preview")
    String verdictRobot();

    @Message("frozen")
    String verdictFrozen();

    @Message("repeat")
    String verdictRepeat();

    @Message("over the visitor’s limit")
    String verdictCapped();

    @Message("over the network’s allowance")
    String verdictCrowded();

    @Message("Views")
    String views();

    @Message("Shares")
    String shares();

    @Message("Shares: {platform}")
    String sharesTo(String platform);

    // The result.

    @Message("There is no result yet")
    String noResult();

    @Message("The contest has not begun.")
    String noResultScheduled();

    @Message("The window is still open.")
    String noResultOpen();

    @Message("The organizer has not closed this contest yet.")
    String noResultPast();

    @Message(
            "The window is closed, and every entry of the ledger is being counted again. That takes seconds; this page turns by itself.")
    String noResultClosing();

    @Message("Come back at")
    String comeBack();

    @Message("Put it into your calendar, or follow the news feed: both tell when the result is there.")
    String comeBackText();

    @Message("See the standings so far")
    String seeStandings();

    @Message("Certified result")
    String certifiedResult();

    @Message("Winner")
    String winner();

    @Message("Shared first place")
    String sharedFirst();

    @Message("First place")
    String firstPlace();

    @Message("Score {score}")
    String points(String score);

    @Message("The count is certified; the winners are announced then.")
    String winnersToCome();

    @Message("Announced with this result.")
    String announcedHere();

    @Message("No campaign entered, so nobody won.")
    String nobody();

    @Message("What became of every view and share")
    String tally();

    @Message("What")
    String what();

    @Message("Why not")
    String reasons();

    @Message("Nothing came in.")
    String nothingSent();

    @Message("The close had been held")
    String releases();

    @Message("The check found something, and people looked into it before the result could be certified.")
    String releasesText();

    @Message("Held because")
    String heldBecause();

    @Message("Released")
    String releasedAt();

    @Message("Released because")
    String releasedBecause();

    @Message("How to check this yourself")
    String verify();

    @Message("Everything that was counted is public, under pseudonyms. With curl and jq:")
    String verifyText();

    @Message("Read the ledger and the result, add up the ledger, and compare with the published tally:")
    String verifyLedger();

    @Message("The card’s hash: it must be the one above.")
    String verifyCard();

    @Message(
            "That the verdicts follow from the card, an auditor checks with a token: the server replays the whole ledger through the rules.")
    String verifyRecount();

    @Message("The result as JSON")
    String resultData();

    @Message("Printed from")
    String printed();

    // How we count.

    @Message(
            "Whether a view or a share counts is decided by this card, what came before, and nothing else. The rules are asked in this order; the first that applies decides.")
    String rulesIntro();

    @Message("off")
    String switchedOff();

    @Message("Worked examples")
    String examples();

    @Message("Computed for this page by the rules that count, with this very card.")
    String examplesText();

    @Message("To the millisecond")
    String exampleEdges();

    @Message("One visitor comes back")
    String exampleReturns();

    @Message("A view arrives")
    String viewAt();

    @Message("Verdict")
    String verdict();

    @Message("at the opening")
    String atTheOpening();

    @Message("{span} later")
    String later(String span);

    @Message("In short")
    String exampleStories();

    @Message("A 3-minute video on repeat for {span}: {sent} views, of which {counted} count.")
    String storyOnRepeat(String span, String sent, String counted);

    @Message("The visitor is never frozen.")
    String storyNeverFrozen();

    @Message("The visitor is frozen with view {number}, {span} after the first.")
    String storyFrozen(String number, String span);

    @Message("Refreshing every {step}: of {sent} views, {counted} count.")
    String storyRefreshing(String step, String sent, String counted);

    @Message("View {number}, {span} after the first, freezes the visitor for {lasts}.")
    String storyFreezes(String number, String span, String lasts);

    @Message(
            "People behind one address, one every {step}: the first {counted} count, number {number} is over the network’s allowance.")
    String storySchool(String counted, String number, String step);

    @Message("People behind one address, one every {step}: all {sent} that fit into the window count.")
    String storySchoolFits(String sent, String step);

    @Message("Who is one visitor")
    String whoIsOne();

    @Message(
            "Who sends the same visitor id: the campaign’s page makes one and keeps it in the browser. Without one, it is the network address together with the exact browser identification; people behind one address with the same browser are then one visitor.")
    String whoIsOneText();

    @Message("What is stored")
    String privacy();

    @Message(
            "For each view or share: when it arrived, for which campaign, its kind and platform, its verdict, and two pseudonyms, of the visitor and of the network. No address and no browser identification is ever stored. The secret behind the pseudonyms is this contest’s own, and is destroyed 30 days after the result is certified, at the latest 90 days after the window; whoever runs this server may have set other times.")
    String privacyText();

    @Message("The reasons")
    String meanings();

    @Message("Meaning")
    String meaning();

    @Message("It arrived before the window opened.")
    String meaningEarly();

    @Message("It arrived when the window had closed.")
    String meaningLate();

    @Message("A robot, a link preview, or a page loaded ahead that nobody looked at.")
    String meaningRobot();

    @Message("The visitor had refreshed abnormally often, and was paused for a while.")
    String meaningFrozen();

    @Message("The visitor had been here a moment before.")
    String meaningRepeat();

    @Message("The visitor had reached the limit for this span of time.")
    String meaningCapped();

    @Message("The network had reached its allowance for this span of time.")
    String meaningCrowded();

    @Message("For organizers")
    String forOrganizers();

    @Message("Organizer desk")
    String desk();

    @Message("Signed in as")
    String signedInAs();

    @Message("Sign out")
    String signOut();

    @Message("not competing yet")
    String notCompeting();

    @Message("did not compete")
    String didNotCompete();

    @Message(
            "Every campaign here has to say who is behind it. One that has not done so does not compete: its views and shares are not taken.")
    String requiresTrust();
}
