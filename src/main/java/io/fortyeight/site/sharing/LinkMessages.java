package io.fortyeight.site.sharing;

import io.quarkus.qute.i18n.MessageBundle;

/** What share links say where they don't just lead on; in Korean in {@code messages/link_ko.properties}. */
@MessageBundle("link")
public interface LinkMessages {

    /** Time zones, parted by spaces, in which most people read this language. */
    String zones();

    String about(String contest);

    String picture(String title);

    String open();

    String missing();

    String missingText();
}
