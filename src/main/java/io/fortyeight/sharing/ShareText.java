package io.fortyeight.sharing;

import io.fortyeight.script.Shared;
import java.util.List;

/**
 * What supporters' shares of a campaign say, in one language. People may change it before they post it.
 *
 * @param hashtags without their {@code #}
 */
record ShareText(String title, String text, List<String> hashtags) {

    Shared with(String url) {
        return new Shared(url, title, text, hashtags);
    }
}
