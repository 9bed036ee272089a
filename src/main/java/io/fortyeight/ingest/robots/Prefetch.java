package io.fortyeight.ingest.robots;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells by its headers that a request was made before, or without, anybody looking: rule 2. */
public final class Prefetch {

    private static final Set<String> AHEAD_OF_TIME = Set.of("prefetch", "prerender");
    private static final Set<String> AHEAD_OF_TIME_OR_SMALL = Set.of("prefetch", "prerender", "preview");

    private Prefetch() {}

    /** @param headers gives a header's value by name, in whatever case, or null */
    public static boolean isPrefetch(Function<String, @Nullable String> headers) {
        return names(headers.apply("Sec-Purpose"), AHEAD_OF_TIME)
                || names(headers.apply("Purpose"), AHEAD_OF_TIME_OR_SMALL)
                || names(headers.apply("X-Purpose"), AHEAD_OF_TIME_OR_SMALL)
                || names(headers.apply("X-Moz"), AHEAD_OF_TIME);
    }

    private static boolean names(@Nullable String value, Set<String> purposes) {
        if (value == null) {
            return false;
        }
        for (String purpose : value.split("[,;]", -1)) {
            if (purposes.contains(purpose.trim().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
