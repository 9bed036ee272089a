package io.fortyeight.site.script;

import io.quarkus.qute.i18n.MessageBundle;

/** What {@code fortyeight-share.js} says on campaign pages; see {@link ScriptPhrases}. */
@MessageBundle("button")
public interface ShareButtonMessages {

    String copied();

    String paste();

    String qr();

    String print();

    String close();
}
