package io.fortyeight.site.script;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page about a snippet; in Korean in {@code messages/script_ko.properties}. */
@MessageBundle("script")
public interface SnippetMessages {

    @Message("Snippet of {title} – Fortyeight")
    String pageTitle(String title);

    @Message("Count views of {title}")
    String heading(String title);

    @Message("Copy and paste")
    String copyHeading();

    @Message("Put these lines into the page that shows the campaign:")
    String copyLead();

    @Message("Copy")
    String copy();

    @Message("Copied")
    String copied();

    @Message("The first line counts. The second tells each visitor what became of their view; put it where you like, "
            + "or leave it out. The third counts visitors whose browsers run no scripts.")
    String copyHint();

    @Message("Does it work?")
    String checkHeading();

    @Message(
            "Open your page in test mode. It sends a test ping, which is not counted, and says there what became of it.")
    String checkLead();

    @Message("Open the page in test mode")
    String openTest();

    @Message(
            "Nothing to be seen there? Then the lines are not in the page, or its server still shows an old copy of it.")
    String checkHint();

    @Message("You can also send a test ping from this page. It tells whether your browser reaches the tracker.")
    String sendLead();

    @Message("Send a test ping")
    String send();

    @Message("For the button, scripts must be allowed in your browser.")
    String sendNeedsScripts();

    @Message("It arrived. Nothing was counted.")
    String arrived();

    @Message("It arrived, but this browser looks like a robot: its views would be discounted.")
    String arrivedAsRobot();

    @Message("The tracker can’t be reached from this browser now. An ad blocker may be in the way.")
    String unreachable();

    @Message("What the tracker sees")
    String seenHeading();

    @Message("Last ping")
    String lastPing();

    @Message("none yet that may be shown")
    String noPing();

    @Message("The campaign’s page")
    String page();

    @Message("Pings are taken from")
    String origins();

    @Message("Pings from other sites are refused. Is yours missing? The organizer can add it.")
    String originsHint();

    @Message("More that the script can do")
    String moreHeading();

    @Message("Count when the video has played for two seconds, not when the page is opened")
    String moreVideo();

    @Message("Works with the page’s own videos and with embedded ones from YouTube and Vimeo.")
    String moreVideoHint();

    @Message("Share buttons")
    String moreShare();

    @Message("Live numbers: count, place, and the time that is left")
    String moreLive();

    @Message("Keep no id of the visitor in the browser")
    String moreNameless();

    @Message("People behind one address with the same browser are then one visitor.")
    String moreNamelessHint();

    @Message("A page with a Content-Security-Policy must allow the tracker:")
    String moreCsp();

    @Message("Back to {contest}")
    String back(String contest);
}
