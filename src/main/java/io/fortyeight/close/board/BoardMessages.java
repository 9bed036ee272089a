package io.fortyeight.close.board;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the close board. */
@MessageBundle("board")
public interface BoardMessages {

    String toLookAt(int number);

    String reloads();

    String stale(String seconds);

    String writes();

    String standsBy();

    String standsByText();

    String queue();

    String noneYet();

    String nothingWrong();

    String nothingWrongText();

    String somebody();

    String empty();

    String windowClosed();

    String ledger();

    String tally();

    String agrees();

    String differs();

    String webhooks();

    String notBegun();

    String stepsOf(String contest);

    String step();

    String howFar();

    String stepDrain();

    String stepRecount();

    String stepCompare();

    String stepCertify();

    String stepAnnounce();

    String notYet();

    String done(String span);

    String underWay(String span);

    String waiting(String span);

    String attempt(int number);

    String held(String reason);

    String overdue(String span);

    String differ();

    String hidden();

    String entries(String number);

    String nothingPending();

    String pending(String number);
}
