package io.fortyeight.account;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Turns a token, or what a session is known by, into whose it is, on a worker thread. */
@Singleton
class TokenIdentities implements IdentityProvider<TokenAuthenticationRequest> {

    private final AccessTokens tokens;
    private final Sessions sessions;

    TokenIdentities(AccessTokens tokens, Sessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request));
    }

    private SecurityIdentity identity(TokenAuthenticationRequest request) {
        var credential = request.getToken();
        var holder = credential.getType().equals(SessionMechanism.SESSION)
                ? sessions.holder(credential.getToken())
                : tokens.holder(credential.getToken());
        return holder.orElseThrow(AuthenticationFailedException::new).identity();
    }
}
