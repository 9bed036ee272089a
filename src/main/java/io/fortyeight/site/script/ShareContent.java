package io.fortyeight.site.script;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a share says.
 *
 * @param hashtags without their {@code #}
 */
public record ShareContent(String url, String title, String text, List<String> hashtags) {

    /** The text with its hashtags, for networks that take them in no other way. */
    public String post() {
        return hashtags.stream().map(tag -> " #" + tag).collect(Collectors.joining("", text, ""));
    }
}
