package io.fortyeight.web.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells browsers that load a page from programs: browsers say that they want HTML, and load no page below {@code /api/}. */
public final class HtmlReaders {

    private HtmlReaders() {}

    /** @param accept the header {@code Accept} */
    public static boolean wantPage(@Nullable String path, @Nullable String accept) {
        return accept != null
                && accept.toLowerCase(Locale.ROOT).contains("text/html")
                && (path == null || !path.startsWith("/api/"));
    }
}
