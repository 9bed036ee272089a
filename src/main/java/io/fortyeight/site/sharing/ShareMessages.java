package io.fortyeight.site.sharing;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts of share pages and of the form for share texts. */
@MessageBundle("share")
public interface ShareMessages {

    String usual(String campaign, String contest);

    String textTitle(String campaign);

    String textIntro();

    String inLanguage(String language);

    String titleHint(int most);

    String text();

    String textHint(int most);

    String hashtags();

    String hashtagsHint(int most);

    String saved();

    String faultLanguage(String tags);

    String faultBlank();

    String faultHashtag();

    String deskLink();

    String shareTitle();

    String shareIntro();

    String copyLink();

    String linkTo(String campaign);

    String pasteThere(String platform);

    String copyOrScan();

    String linkExplained();

    String qr();

    String qrPng();

    String qrSvg();

    String back(String campaign);

    String missing();

    String missingExplained();
}
