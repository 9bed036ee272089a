package io.fortyeight.account.token;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A token, or what a session is known by, that came with a request. Not Quarkus's own: that one is OpenID Connect's, too. */
public final class PresentedToken extends BaseAuthenticationRequest {

    private final String text;
    private final boolean ofSession;

    private PresentedToken(String text, boolean ofSession) {
        this.text = text;
        this.ofSession = ofSession;
    }

    public static PresentedToken bearer(String text) {
        return new PresentedToken(text, false);
    }

    public static PresentedToken session(String text) {
        return new PresentedToken(text, true);
    }

    public String text() {
        return text;
    }

    public boolean isOfSession() {
        return ofSession;
    }
}
