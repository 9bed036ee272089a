package io.fortyeight.account.session;

import io.fortyeight.account.token.PresentedToken;
import io.fortyeight.account.user.Actor;
import io.fortyeight.web.http.SameOrigin;
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
import java.util.Set;

/**
 * Who is signed in, by their cookie. Only asked where a resource asks for a role, so a ping is never refused for a cookie that
 * came along.
 *
 * <p>A browser sends the cookie whoever made the request. So for more than reading it is only taken from this server's own
 * pages; anything else is refused, as is everything that does not say where it comes from.
 */
@Singleton
class SessionMechanism implements HttpAuthenticationMechanism {

    private static final String SESSION = "session";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final SessionCookie cookie;

    SessionMechanism(SessionCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager identities) {
        var request = exchange.request();
        var token = cookie.read(request);
        if (token.isEmpty() || request.headers().contains(HttpHeaders.AUTHORIZATION)) {
            return Uni.createFrom().nullItem();
        }
        if (!READING.contains(request.method()) && !SameOrigin.sent(request)) {
            return Uni.createFrom().failure(SameOrigin.refusal());
        }
        return identities
                .authenticate(PresentedToken.session(token.get()))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull()
                .onItem()
                .ifNotNull()
                .invoke(identity -> Actor.of(identity).ifPresent(actor -> actor.signIn(exchange)));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(PresentedToken.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext exchange) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, SESSION));
    }
}
