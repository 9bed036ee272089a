package io.fortyeight.site.sharing;

import io.fortyeight.site.script.ShareContent;
import java.util.List;

/**
 * What supporters' shares of a campaign say, in one language. People may change it before they post it.
 *
 * @param hashtags without their {@code #}
 */
record ShareText(String title, String text, List<String> hashtags) {

    ShareContent with(String url) {
        return new ShareContent(url, title, text, hashtags);
    }
}
