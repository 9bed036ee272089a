package io.fortyeight.close.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the close board says, in English; in Korean by {@code messages/board_ko.properties}. */
@MessageBundle("board")
public interface BoardMessages {

    @Message("Close board")
    String title();

    @Message("{number} to look at")
    String toLookAt(int number);

    @Message("loads again every 5 seconds")
    String reloads();

    @Message("STALE: the server has not answered for {seconds} seconds. What is below may be wrong.")
    String stale(String seconds);

    @Message("This instance writes")
    String writes();

    @Message("This instance stands by")
    String standsBy();

    @Message("another one takes pings and closes")
    String standsByText();

    @Message("In its queue")
    String queue();

    @Message("Last ping")
    String lastPing();

    @Message("none yet")
    String noneYet();

    @Message("Nothing is overdue or held,")
    String nothingWrong();

    @Message("and every ledger agrees with its tally.")
    String nothingWrongText();

    @Message("Somebody has to look at this:")
    String somebody();

    @Message("No contest waits for its close, and none was announced in the last day.")
    String empty();

    @Message("Rehearsal")
    String rehearsal();

    @Message("The window closed")
    String windowClosed();

    @Message("Ledger")
    String ledger();

    @Message("Tally")
    String tally();

    @Message("= agrees")
    String agrees();

    @Message("≠ DIFFERS")
    String differs();

    @Message("Webhooks")
    String webhooks();

    @Message("Its close has not begun: drain, recount, compare, certify, announce.")
    String notBegun();

    @Message("Steps of the close of {contest}")
    String stepsOf(String contest);

    @Message("Step")
    String step();

    @Message("How far")
    String howFar();

    @Message("Drain")
    String stepDrain();

    @Message("Recount")
    String stepRecount();

    @Message("Compare")
    String stepCompare();

    @Message("Certify")
    String stepCertify();

    @Message("Announce")
    String stepAnnounce();

    @Message("Not yet")
    String notYet();

    @Message("Done in {span}")
    String done(String span);

    @Message("Under way for {span}")
    String underWay(String span);

    @Message("Waiting for {span}")
    String waiting(String span);

    @Message(", attempt {number}")
    String attempt(int number);

    @Message("Opens in")
    String opensIn();

    @Message("Closes in")
    String closesIn();

    @Message("Announced in")
    String announcedIn();

    @Message("Past: closes when asked")
    String statePast();

    @Message("Scheduled")
    String stateScheduled();

    @Message("Open")
    String stateOpen();

    @Message("Closing")
    String stateClosing();

    @Message("HELD")
    String stateHeld();

    @Message("Certified")
    String stateCertified();

    @Message("Announced")
    String stateAnnounced();

    @Message("HELD: {reason}")
    String held(String reason);

    @Message("OVERDUE: the window closed {span} ago, and there is no certificate")
    String overdue(String span);

    @Message("LEDGER AND TALLY DIFFER")
    String differ();

    @Message("hidden")
    String hidden();

    @Message("{number} entries")
    String entries(String number);

    @Message("nothing pending")
    String nothingPending();

    @Message("{number} pending")
    String pending(String number);

    @Message("{span} ago")
    String ago(String span);

    @Message("less than a second")
    String lessThanASecond();

    @Message("{number} s")
    String secondsExactly(String number);

    @Message("{number} d")
    String clockDays(String number);
}
