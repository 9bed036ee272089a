package io.fortyeight.account.session;

import io.fortyeight.account.token.AccessTokens;
import io.fortyeight.account.user.Actor;
import io.fortyeight.account.user.UserNames;
import io.fortyeight.web.http.ClientNetworks;
import io.fortyeight.web.http.SameOrigin;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs people in and out, in their browser and here. Every method waits for the database. */
@Singleton
public class SignIn {

    private final Users users;
    private final AccessTokens tokens;
    private final Organization organization;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final SignInThrottle throttle;
    private final ClientNetworks networks;
    private final Event<Object> happened;

    SignIn(
            Users users,
            AccessTokens tokens,
            Organization organization,
            Sessions sessions,
            SessionCookie cookie,
            SignInThrottle throttle,
            ClientNetworks networks,
            Event<Object> happened) {
        this.users = users;
        this.tokens = tokens;
        this.organization = organization;
        this.sessions = sessions;
        this.cookie = cookie;
        this.throttle = throttle;
        this.networks = networks;
        this.happened = happened;
    }

    /**
     * What came of an attempt: somebody, or nobody.
     *
     * @param retryAfter how long even the right password is not taken; null when it would have been
     */
    public record Attempt(@Nullable Actor actor, @Nullable Duration retryAfter) {}

    /**
     * Begins a session, and sets its cookie. One that was there before is over: whoever knew its cookie, knows nothing now.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 when another site's page has sent this
     */
    public Attempt in(HttpServerRequest request, String name, String password) {
        SameOrigin.require(request);
        var canonical = UserNames.canonical(name);
        var network = networks.of(request);
        var wait = throttle.attempt(canonical, network);
        if (wait.isPresent()) {
            return new Attempt(null, wait.get());
        }
        var actor = actor(canonical, password);
        if (actor.isEmpty()) {
            happened.fire(SignInRefused.withPassword(isKnown(canonical) ? canonical : ""));
            return new Attempt(null, null);
        }
        throttle.succeeded(canonical, network);
        begin(request, actor.get());
        return new Attempt(actor.get(), null);
    }

    private boolean isKnown(String name) {
        return name.equals(UserNames.RESERVED) || users.exists(name);
    }

    private void begin(HttpServerRequest request, Actor actor) {
        cookie.read(request).ifPresent(sessions::end);
        var begun = QuarkusTransaction.requiringNew().call(() -> {
            happened.fire(new SignedIn(actor));
            return sessions.begin(actor);
        });
        cookie.set(request, begun);
    }

    /**
     * Begins a session of somebody whom their organization's provider has just signed in, like {@link #in}.
     *
     * @return who they are here; empty when what the provider says of them gives no role
     */
    public Optional<Actor> byOrganization(HttpServerRequest request, SecurityIdentity theirs) {
        var name = theirs.getPrincipal().getName();
        var actor = organization.role(theirs.getRoles()).map(role -> Actor.ofOrganization(name, role));
        actor.ifPresentOrElse(
                somebody -> begin(request, somebody), () -> happened.fire(SignInRefused.byOrganization(name)));
        return actor;
    }

    private Optional<Actor> actor(String name, String password) {
        return name.equals(UserNames.RESERVED)
                ? tokens.holder(password.strip()).filter(Actor::isAdmin)
                : users.withPassword(name, password)
                        .map(user -> new Actor(Actor.Kind.USER, user.id(), user.name(), user.role()));
    }

    /**
     * Ends the session, and clears its cookie.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 when another site's page has sent this
     */
    public void out(HttpServerRequest request) {
        SameOrigin.require(request);
        cookie.read(request)
                .ifPresent(token -> QuarkusTransaction.requiringNew().run(() -> {
                    sessions.holder(token).ifPresent(actor -> happened.fire(new SignedOut(actor)));
                    sessions.end(token);
                }));
        cookie.clear(request);
    }

    /**
     * Changes a user's own password, and begins a new session; all others of theirs are over. Wrong ones count as attempts to
     * sign in.
     *
     * @return empty actor when {@code current} is not their password
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that says what is wrong with {@code next}
     */
    public Attempt changePassword(HttpServerRequest request, Actor user, String current, @Nullable String next) {
        var network = networks.of(request);
        var wait = throttle.attempt(user.name(), network);
        if (wait.isPresent()) {
            return new Attempt(null, wait.get());
        }
        if (!users.changeOwn(user.id(), current, next)) {
            return new Attempt(null, null);
        }
        throttle.succeeded(user.name(), network);
        cookie.set(request, sessions.begin(user));
        return new Attempt(user, null);
    }
}
