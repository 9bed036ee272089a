package io.fortyeight.supporters;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts about what shares brought; in Korean in {@code messages/supporters_ko.properties}. */
@MessageBundle(value = "supporters", locale = "en")
public interface Messages {

    @Message("What shares brought")
    String title();

    @Message("What shares brought is hidden for now, like everything that came since.")
    String hidden();

    @Message("What shares brought is hidden for now, like everything that came since, until:")
    String hiddenUntil();

    @Message(
            "Nobody has followed a share link yet. Each supporter who shares gets a link of their own; what it brings is shown here.")
    String nothing();

    @Message("Shares")
    String shares();

    @Message("Visits by links")
    String visits();

    @Message("Counted views brought")
    String counted();

    @Message("Share rate")
    String shareRate();

    @Message("counted shares for each counted view")
    String shareRateExplained();

    @Message("Views per share")
    String viewsPerShare();

    @Message("counted views brought, for each counted share")
    String viewsPerShareExplained();

    @Message("Half-life of a link")
    String halfLife();

    @Message("half of all visits came within so long after their link was made")
    String halfLifeExplained();

    @Message("Generation by generation")
    String generations();

    @Message(
            "Generation 0 came by themselves; whoever came by a link is one generation after the one who shared it. K tells how many visitors each visitor of a generation brought. Above 1, a campaign grows by itself.")
    String generationsExplained();

    @Message("Generation")
    String generation();

    @Message("Generation {number}")
    String generationNumber(String number);

    @Message("Gen. {number}")
    String generationShort(String number);

    @Message("Gen. {number} on")
    String generationsFrom(String number);

    @Message("Visitors")
    String visitors();

    @Message("K")
    String k();

    @Message("Counted")
    String countedShort();

    @Message("Discounted")
    String discountedShort();

    @Message("Visits")
    String visitsShort();

    @Message("By platform")
    String platforms();

    @Message("Platform")
    String platform();

    @Message("Links")
    String links();

    @Message("The share tree")
    String tree();

    @Message(
            "The campaign is at the left, with those who came by themselves and brought somebody beside it; each line is a link that somebody came by. Who came by themselves and brought nobody is left out.")
    String peopleExplained();

    @Message(
            "Each row is a generation, each column a platform, and each circle as large as the number of visitors who came.")
    String circlesExplained();

    @Message("A supporter who came by themselves and brought {visitors}")
    String personByThemselves(String visitors);

    @Message("Came by {platform} and brought {visitors}")
    String personBy(String platform, String visitors);

    @Message("Came by {platform}: {visitors}")
    String cameBy(String platform, String visitors);

    @Message("{generation}, {platform}: {visitors}")
    String circle(String generation, String platform, String visitors);

    @Message("By themselves")
    String byThemselves();

    @Message("All others")
    String others();

    @Message("The same in figures")
    String figures();

    @Message("Who brought the most")
    String board();

    @Message("Nobody has brought a counted view by a share link yet.")
    String boardEmpty();

    @Message("Supporter")
    String supporter();

    @Message("Supporter {number}")
    String supporterNumber(String number);

    @Message("Place")
    String place();

    @Message("All of a supporter’s links together. Nobody is known by more than the nickname that they chose.")
    String boardExplained();

    @Message("What did my shares bring?")
    String yoursLink();

    @Message("under a minute")
    String underAMinute();

    @Message("{number} d")
    String days(long number);

    @Message("{number} h")
    String hours(long number);

    @Message("{number} min")
    String minutes(long number);
}
