package io.fortyeight.site.sharing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What share links say where they don't just lead on; in Korean in {@code messages/link_ko.properties}. */
@MessageBundle(value = "link", locale = "en")
public interface LinkMessages {

    /** As in {@code <html lang>}. */
    @Message("en")
    String tag();

    /** As Open Graph wants it. */
    @Message("en_US")
    String locale();

    @Message("Takes part in “{contest}”. Each view and each share is counted openly, by rules that anyone can read.")
    String about(String contest);

    @Message("The place of “{title}” in the contest")
    String picture(String title);

    @Message("To the campaign’s page")
    String open();

    @Message("This share link leads nowhere")
    String missing();

    @Message("It may have been cut off, or mistyped. The list of contests leads to all campaigns.")
    String missingText();

    @Message("All contests")
    String contests();
}
