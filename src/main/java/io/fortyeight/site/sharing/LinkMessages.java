package io.fortyeight.site.sharing;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts of share links where they do not just redirect. */
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
