package io.fortyeight.web.http;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something can't be done now and may go well soon: answered with 503, {@code Retry-After}, and the message as the detail. */
public abstract class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected UnavailableException(String detail, @Nullable Throwable cause) {
        super(detail, cause);
    }

    /** Without a stack trace, for floods of them. */
    protected UnavailableException(String detail) {
        super(detail, null, false, false);
    }

    String detail() {
        return Objects.requireNonNull(getMessage());
    }
}
