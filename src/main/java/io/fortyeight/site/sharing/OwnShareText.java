package io.fortyeight.site.sharing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an organizer has chosen of a {@link ShareText}; nulls stand for what is said of every campaign. */
record OwnShareText(@Nullable String title, @Nullable String text, List<String> hashtags) {

    static final OwnShareText NONE = new OwnShareText(null, null, List.of());

    ShareText over(ShareText usual) {
        return new ShareText(title == null ? usual.title() : title, text == null ? usual.text() : text, hashtags);
    }
}
