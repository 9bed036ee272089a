package io.fortyeight.contest.directory;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What all pages call the states and times of a contest. */
@MessageBundle("contest")
public interface ContestMessages {

    // States.

    @Message
    String state(ContestState state);

    String past();

    String held();

    String recounting();

    String rehearsal();

    String rehearsalExplained();

    // Window and countdowns.

    String window();

    String opens();

    String closes();

    String length();

    String hiddenFrom();

    String winners();

    String opensIn();

    String closesIn();

    String announcedIn();

    String countingBegins();

    String countingIsOver();

    String announced();

    // What is wrong with a contest that somebody states.

    String zoneMissing();

    String zoneUnknown();

    String timeMissing();

    String noTime();

    String noTimeOnForm();

    String timeSkipped(String time, String zone, String from, String to, String before, String after);

    String timeTwice(String time, String zone, String from, String to, String before, String after);

    String timeOutOfRange();

    String durationWithEnd();

    String endBeforeOpening();

    String endBeforeOpeningOnForm();

    String windowTooShort();

    String windowTooLong();

    String noPublication();

    String announcementMissing();

    String announcementBeforeEnd();

    String announcementAtEnd();

    String slugTaken(String slug);

    String slugTakenOnForm(String slug);

    String windowHasOpened();

    String openingMustBeAhead();

    String windowHasClosed();

    String tooManyCampaigns(int max);

    String cardMustStayComplete();
}
