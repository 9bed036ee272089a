package io.fortyeight.ingest.format;

/**
 * A line of an import can't be understood. The message is published, so it never quotes the line: that may hold
 * addresses.
 */
public final class MalformedLineException extends Exception {

    private static final long serialVersionUID = 1;

    MalformedLineException(String reason) {
        // Without a stack trace: a file may consist of such lines.
        super(reason, null, false, false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
