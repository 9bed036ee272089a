package io.fortyeight.site.supporters;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts about what shares brought; in Korean in {@code messages/supporters_ko.properties}. */
@MessageBundle(value = "supporters", locale = "en")
public interface SupporterMessages {

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

    @Message("What your shares brought")
    String yours();

    @Message(
            "Your {#if shares == '1'}share{#else}{shares} shares{/if} brought {counted} counted {#if counted == '1'}view{#else}views{/if}")
    String yoursBrought(String shares, String counted);

    @Message("Nobody has followed your share links yet")
    String yoursNothing();

    @Message("We know of no share of yours here.")
    String yoursNone();

    @Message(
            "Views are credited to the link that somebody followed last. Your own views, and those of who brought you here, give no credit.")
    String yoursCredit();

    @Message(
            "On this page you are known by your network and browser alone. Shares that you made on {host} are known there: look beside the video.")
    String yoursByNetwork(String host);

    @Message("Your nickname on the supporters’ board")
    String nicknameTitle();

    @Message("Nickname")
    String nickname();

    @Message("2 to 24 letters, digits, spaces and . _ - '. Everyone sees it. Leave it empty to stay unnamed.")
    String nicknameHint();

    @Message("Save")
    String nicknameSave();

    @Message("Your nickname is changed.")
    String nicknameSaved();

    @Message(
            "This can’t be a nickname: 2 to 24 letters, digits, spaces and . _ - ' are allowed, with a letter or digit among them.")
    String nicknameWrong();

    @Message("This nickname can’t be had: somebody else in this contest has it, or there is no share of yours yet.")
    String nicknameTaken();

    @Message("The organizer has decided about your nickname; it can’t be changed.")
    String nicknameDecided();

    @Message("Supporters")
    String moderation();

    @Message(
            "Who is hidden is on no board, but sees their own numbers, and what they brought still counts. Who is renamed or hidden can’t choose a nickname any more. Everything done here is in the audit log.")
    String moderationExplained();

    @Message("Nobody has a nickname yet.")
    String moderationNone();

    @Message("Nickname of supporter {number}")
    String nicknameOf(String number);

    @Message("Rename")
    String rename();

    @Message("Hide")
    String hide();

    @Message("Show")
    String show();

    @Message("Hidden")
    String isHidden();

    @Message("Renamed")
    String isRenamed();
}
