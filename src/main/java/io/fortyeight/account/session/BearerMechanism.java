package io.fortyeight.account.session;

import io.fortyeight.account.token.PresentedToken;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code Authorization: Bearer}, RFC 6750. Only asked where a resource asks for a role.
 *
 * <p>For programs that know no other way also {@code Basic}, RFC 7617, with the token as the password and any name; for GET
 * and HEAD only. It is never asked for, so that browsers open no dialog: people sign in at {@code /login}. A browser that
 * was given it all the same sends it with what a foreign page requests, too: if it were accepted for more than reading, any
 * page could act in that name.
 */
@Singleton
class BearerMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer";

    private static final String BASIC = "Basic";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager identities) {
        var header = exchange.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return Uni.createFrom().nullItem();
        }
        var token = hasScheme(header, BEARER)
                ? header.substring(BEARER.length() + 1).strip()
                : password(header, exchange.request().method());
        if (token == null) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return identities.authenticate(PresentedToken.bearer(token));
    }

    private static boolean hasScheme(String header, String scheme) {
        return header.regionMatches(true, 0, scheme + " ", 0, scheme.length() + 1);
    }

    /** Null when there is none, or none that may be used with this method. */
    private static @Nullable String password(String header, HttpMethod method) {
        if (!hasScheme(header, BASIC) || !READING.contains(method)) {
            return null;
        }
        try {
            var credentials = new String(
                    Base64.getDecoder()
                            .decode(header.substring(BASIC.length() + 1).strip()),
                    StandardCharsets.UTF_8);
            var colon = credentials.indexOf(':');
            return colon < 0 ? null : credentials.substring(colon + 1);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return Uni.createFrom()
                .item(new ChallengeData(HttpResponseStatus.UNAUTHORIZED.code(), "WWW-Authenticate", BEARER));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(PresentedToken.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext exchange) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, BEARER));
    }
}
