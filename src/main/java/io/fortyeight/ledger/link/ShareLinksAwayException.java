package io.fortyeight.ledger.link;

import org.jspecify.annotations.Nullable;

/** A share link could be neither made nor looked up, for now. */
public final class ShareLinksAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String detail;

    private ShareLinksAwayException(String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.detail = detail;
    }

    static ShareLinksAwayException noDatabase(Throwable cause) {
        return new ShareLinksAwayException("The database does not answer", cause);
    }

    static ShareLinksAwayException tooMany() {
        return new ShareLinksAwayException("Too many share links are asked for at once", null);
    }

    static ShareLinksAwayException noCode() {
        return new ShareLinksAwayException("No free code was found for the share link", null);
    }

    /** What the matter is, for who asked. */
    public String detail() {
        return detail;
    }
}
