package io.fortyeight.account;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A token, or what a session is known by, that came with a request. Not Quarkus's own: that one is OpenID Connect's, too. */
final class PresentedToken extends BaseAuthenticationRequest {

    private final String text;
    private final boolean ofSession;

    private PresentedToken(String text, boolean ofSession) {
        this.text = text;
        this.ofSession = ofSession;
    }

    static PresentedToken bearer(String text) {
        return new PresentedToken(text, false);
    }

    static PresentedToken session(String text) {
        return new PresentedToken(text, true);
    }

    String text() {
        return text;
    }

    boolean isOfSession() {
        return ofSession;
    }
}
