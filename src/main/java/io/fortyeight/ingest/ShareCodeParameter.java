package io.fortyeight.ingest;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a share link puts into the address of the page that it leads to: {@code via=} and its code. */
public final class ShareCodeParameter {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final String PARAMETER = "via=";

    private ShareCodeParameter() {}

    public static boolean isWellFormed(String via) {
        return FORM.matcher(via).matches();
    }

    /** What the first such parameter of a query has, as scripts see it; null when there is none, or rubbish in it. */
    public static @Nullable String ofQuery(@Nullable String query) {
        if (query == null) {
            return null;
        }
        for (String parameter : query.split("&")) {
            if (isIn(parameter)) {
                String via = parameter.substring(PARAMETER.length());
                return isWellFormed(via) ? via : null;
            }
        }
        return null;
    }

    /** Whether a parameter of a query is this one. */
    public static boolean isIn(String parameter) {
        return parameter.startsWith(PARAMETER);
    }
}
