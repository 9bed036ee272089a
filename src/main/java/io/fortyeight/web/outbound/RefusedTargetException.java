package io.fortyeight.web.outbound;

/** There is no address that may be connected to; the message says why, to whoever named the target. */
public final class RefusedTargetException extends Exception {

    private static final long serialVersionUID = 1;

    RefusedTargetException(String message) {
        super(message);
    }
}
