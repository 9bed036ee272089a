package io.fortyeight.contest.linkcheck;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one check of a link found.
 *
 * @param status of HTTP; null when there was no answer, or none that may be asked for
 */
public record LinkCheckResult(Kind kind, @Nullable Integer status) {

    public enum Kind {
        WORKS,
        FAILS,
        /** The site answers, but not to programs: nothing is said against its link. */
        UNTOLD
    }

    private static final Set<Integer> NOT_FOR_PROGRAMS = Set.of(401, 403, 405, 406, 429, 503);

    static final LinkCheckResult NO_ANSWER = new LinkCheckResult(Kind.FAILS, null);

    public static LinkCheckResult of(int status) {
        if (status >= 200 && status < 300) {
            return new LinkCheckResult(Kind.WORKS, status);
        }
        return new LinkCheckResult(NOT_FOR_PROGRAMS.contains(status) ? Kind.UNTOLD : Kind.FAILS, status);
    }

    /** Whether it says more of a link than was known: the first failure of one that works may be the site's bad minute. */
    boolean replaces(LinkState before, int failures) {
        return kind != Kind.FAILS || before != LinkState.WORKS || after(before, failures) != before;
    }

    /** @param failures in a row, this one included */
    LinkState after(LinkState before, int failures) {
        return switch (kind) {
            case WORKS -> LinkState.WORKS;
            case UNTOLD -> LinkState.UNCHECKED;
            case FAILS -> failures >= LinkState.FAILURES_OF_A_BROKEN_ONE ? LinkState.BROKEN : before;
        };
    }
}
