package io.fortyeight.ledger.link;

import io.fortyeight.web.http.UnavailableException;
import org.jspecify.annotations.Nullable;

/** A share link could be neither made nor looked up, for now. */
public final class ShareLinksAwayException extends UnavailableException {

    private static final long serialVersionUID = 1L;

    private ShareLinksAwayException(String detail, @Nullable Throwable cause) {
        super(detail, cause);
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
}
