package io.fortyeight.site.supporters;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts about what shares brought. */
@MessageBundle("supporters")
public interface SupporterMessages {

    String title();

    String hidden();

    String hiddenUntil();

    String nothing();

    String visits();

    String counted();

    String shareRate();

    String shareRateExplained();

    String viewsPerShare();

    String viewsPerShareExplained();

    String halfLife();

    String halfLifeExplained();

    String generations();

    String generationsExplained();

    String generation();

    String generationNumber(String number);

    String generationShort(String number);

    String generationsFrom(String number);

    String visitors();

    String k();

    String visitsShort();

    String platforms();

    String links();

    String tree();

    String peopleExplained();

    String circlesExplained();

    String personByThemselves(String visitors);

    String personBy(String platform, String visitors);

    String cameBy(String platform, String visitors);

    String circle(String generation, String platform, String visitors);

    String byThemselves();

    String others();

    String board();

    String boardEmpty();

    String supporter();

    String supporterNumber(String number);

    String boardExplained();

    String yoursLink();

    String yours();

    String yoursBrought(String shares, String counted);

    String yoursNothing();

    String yoursNone();

    String yoursCredit();

    String yoursByNetwork(String host);

    String nicknameTitle();

    String nickname();

    String nicknameHint();

    String nicknameSaved();

    String nicknameDecided();

    String moderation();

    String moderationExplained();

    String moderationNone();

    String nicknameOf(String number);

    String rename();

    String hide();

    String show();

    String isHidden();

    String isRenamed();
}
