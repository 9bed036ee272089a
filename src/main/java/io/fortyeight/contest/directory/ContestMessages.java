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
}
