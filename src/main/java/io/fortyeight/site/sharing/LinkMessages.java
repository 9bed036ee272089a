package io.fortyeight.site.sharing;

import io.quarkus.qute.i18n.MessageBundle;

/** What share links say where they don't just lead on; in Korean in {@code messages/link_ko.properties}. */
@MessageBundle("link")
public interface LinkMessages {

    String about(String contest);

    String picture(String title);

    String open();

    String missing();

    String missingText();
}
