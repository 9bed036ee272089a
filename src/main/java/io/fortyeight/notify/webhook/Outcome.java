package io.fortyeight.notify.webhook;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt: a status, or the error that left none.
 *
 * @param answer the beginning of the body, when there was one
 * @param retryAfter what the endpoint asked for by {@code Retry-After}
 */
record Outcome(
        @Nullable Integer status,
        @Nullable String error,
        @Nullable String answer,
        @Nullable Duration retryAfter) {

    private static final int GONE = 410;
    private static final Set<Integer> ASKING_FOR_TIME = Set.of(429, 503);
    private static final int MAX_ERROR_LENGTH = 300;

    static Outcome failed(String error) {
        var printable = printable(error);
        return new Outcome(null, printable.substring(0, Math.min(printable.length(), MAX_ERROR_LENGTH)), null, null);
    }

    static Outcome answered(int status, String body, @Nullable Duration retryAfter) {
        return new Outcome(
                status,
                null,
                body.isBlank() ? null : printable(body),
                ASKING_FOR_TIME.contains(status) ? retryAfter : null);
    }

    /** 2xx and nothing else: a redirect is not followed. */
    boolean isSuccess() {
        return status != null && status >= 200 && status < 300;
    }

    /** The endpoint wants no more. */
    boolean isGone() {
        return status != null && status == GONE;
    }

    /** The database takes no NUL, and a log no line breaks that strangers made. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
