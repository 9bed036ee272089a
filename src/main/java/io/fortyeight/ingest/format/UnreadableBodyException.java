package io.fortyeight.ingest.format;

import java.io.IOException;

/** The body of an import is damaged: sending the same again won't help. Any other failure to read says nothing of it. */
public final class UnreadableBodyException extends IOException {

    private static final long serialVersionUID = 1;

    private final String why;

    public UnreadableBodyException(String why) {
        super(why);
        this.why = why;
    }

    public String why() {
        return why;
    }
}
