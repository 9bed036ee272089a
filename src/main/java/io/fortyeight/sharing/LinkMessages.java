package io.fortyeight.sharing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What share links say where they don't lead on; in Korean in {@code messages/link_ko.properties}. */
@MessageBundle(value = "link", locale = "en")
public interface LinkMessages {

    @Message("This share link leads nowhere")
    String missing();

    @Message("It may have been cut off, or mistyped. The list of contests leads to all campaigns.")
    String missingText();

    @Message("All contests")
    String contests();
}
