package io.fortyeight.site.script;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the page about a campaign's snippet. */
@MessageBundle("script")
public interface SnippetMessages {

    String pageTitle(String title);

    String heading(String title);

    String copyHeading();

    String copyLead();

    String copyHint();

    String checkHeading();

    String checkLead();

    String openTest();

    String checkHint();

    String sendLead();

    String send();

    String sendNeedsScripts();

    String arrived();

    String arrivedAsRobot();

    String unreachable();

    String seenHeading();

    String noPing();

    String page();

    String originsHint();

    String moreHeading();

    String moreVideo();

    String moreVideoHint();

    String moreShare();

    String moreLive();

    String moreNameless();

    String moreNamelessHint();

    String moreCsp();

    String back(String contest);
}
