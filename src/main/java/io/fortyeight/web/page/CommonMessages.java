package io.fortyeight.web.page;

import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.Reason;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts that more than one page needs. */
@MessageBundle("common")
public interface CommonMessages {

    // The language itself.

    String tag();

    String languageName();

    String openGraphLocale();

    // Titles, columns and buttons.

    String allContests();

    String seeAllContests();

    String campaign();

    String noCampaign();

    String place();

    String score();

    String views();

    String shares();

    String counted();

    String discounted();

    String platformTitle();

    String name();

    String title();

    String state();

    String figures();

    String timeline();

    String copy();

    String copied();

    String save();

    String live();

    String connectingAgain();

    String organizerDesk();

    String closeBoard();

    String auditLog();

    String prizes();

    String notCompeting();

    String pingOrigins();

    String lastPing();

    // What became of a view or share. The reasons are those of the rules.

    String verdictCounted();

    String verdictDiscounted();

    @Message
    String reason(Reason reason);

    @Message
    String reasonExplained(Reason reason);

    // Share platforms.

    @Message
    String platform(Platform platform);
}
