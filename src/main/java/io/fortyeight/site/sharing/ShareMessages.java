package io.fortyeight.site.sharing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words around sharing; in Korean in {@code messages/share_ko.properties}. */
@MessageBundle("share")
public interface ShareMessages {

    @Message("Take a look at “{campaign}”: every view helps it in {contest}.")
    String usual(String campaign, String contest);

    @Message("What shares say: {campaign}")
    String textTitle(String campaign);

    @Message(
            "Title, text and hashtags that supporters share this campaign with. They can change them before they post. "
                    + "A field that is left empty is filled as its example shows.")
    String textIntro();

    @Message("{#when tag}{#is 'ko'}In Korean{#else}In English{/when}")
    String inLanguage(String tag);

    @Message("Title")
    String title();

    @Message("For email, Reddit, Tumblr and share menus. At most {most} characters.")
    String titleHint(int most);

    @Message("Text")
    String text();

    @Message("At most {most} characters. X takes 280 with link and hashtags, and counts a Korean character as two.")
    String textHint(int most);

    @Message("Hashtags")
    String hashtags();

    @Message("At most {most}, parted by spaces.")
    String hashtagsHint(int most);

    @Message("Save")
    String save();

    @Message("Saved.")
    String saved();

    @Message("Not saved: look at the marked fields.")
    String wrong();

    @Message("must not be blank")
    String faultBlank();

    @Message("must not have more than {most} characters")
    String faultLong(int most);

    @Message("must not contain control characters or line breaks")
    String faultControl();

    @Message("must not be more than {most}")
    String faultHashtags(int most);

    @Message("must be letters, digits and underscores, not digits alone, without the #")
    String faultHashtag();

    @Message("What shares say")
    String deskLink();

    @Message("Share this campaign")
    String shareTitle();

    @Message("Each button makes a link of your own, so that what it brings can be counted.")
    String shareIntro();

    @Message("Copy link")
    String copyLink();

    @Message("Copy")
    String copy();

    @Message("Copied")
    String copied();

    @Message("Your link to {campaign}")
    String linkTo(String campaign);

    @Message("{platform} takes links only by its own app: copy this one, and paste it there.")
    String pasteThere(String platform);

    @Message("Copy the link, or let others scan the code.")
    String copyOrScan();

    @Message("Whoever opens it comes to the campaign’s page. It says nothing about you.")
    String linkExplained();

    @Message("QR code of the link")
    String qr();

    @Message("Picture for print (PNG)")
    String qrPng();

    @Message("Drawing for print (SVG)")
    String qrSvg();

    @Message("Back to {campaign}")
    String back(String campaign);

    @Message("There is nothing to share here")
    String missing();

    @Message("This contest, campaign or platform does not exist.")
    String missingExplained();

    @Message("All contests")
    String allContests();
}
