package io.fortyeight.site.script;

import io.quarkus.qute.i18n.MessageBundle;

/** What {@code fortyeight-more.js} says on campaign pages; see {@link ScriptPhrases}. */
@MessageBundle("tracker")
public interface TrackerMessages {

    String view();

    String share();

    // What became of a view or share. What is in brackets is left out when no time is known.

    String counted(String kind);

    String repeat(String kind, String time);

    String frozen(String time);

    String crowded(String kind, String time);

    String early(String time);

    String late();

    String robot();

    String shed(String kind, String time);

    String away(String kind);

    String lost();

    String wrong();

    String status403();

    String status404();

    String status409();

    String test();

    String robotTest();

    // Live numbers.

    String scheduled(String time);

    String open(String time);

    String over();

    String days(String number);

    String hidden(String time);

    // What the visitor's own shares brought.

    String brought(String shares, String number);

    String nobody();

    String secret();
}
