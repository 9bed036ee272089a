package io.fortyeight.account.session;

import io.fortyeight.account.token.AccessTokens;
import io.fortyeight.account.token.PresentedToken;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Turns a token, or what a session is known by, into whose it is, on a worker thread. */
@Singleton
class TokenIdentities implements IdentityProvider<PresentedToken> {

    private final AccessTokens tokens;
    private final Sessions sessions;

    TokenIdentities(AccessTokens tokens, Sessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public Class<PresentedToken> getRequestType() {
        return PresentedToken.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(PresentedToken request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request));
    }

    private SecurityIdentity identity(PresentedToken request) {
        var holder = request.isOfSession() ? sessions.holder(request.text()) : tokens.holder(request.text());
        return holder.orElseThrow(AuthenticationFailedException::new).identity();
    }
}
