package io.fortyeight.account.user;

import io.fortyeight.web.page.PageLayout;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Who acts.
 *
 * @param id of the user or of the token; 0 for somebody whom their organization has signed in
 * @param role the highest that they have
 */
public record Actor(Kind kind, int id, String name, String role) {

    private static final String ATTRIBUTE = Actor.class.getName();

    /** By what they are known here: a token also when somebody signed in with it. */
    public enum Kind {
        USER,
        TOKEN,
        ORGANIZATION
    }

    private static final int NOT_KEPT = 0;

    /** Whom their organization has signed in: it knows them, not this server. */
    public static Actor ofOrganization(String name, String role) {
        return new Actor(Kind.ORGANIZATION, NOT_KEPT, name, role);
    }

    /** Empty when nobody has said who they are. */
    public static Optional<Actor> of(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }

    /** Who is signed in, as far as this exchange had to find that out: asking for it costs nothing. */
    public static Optional<Actor> signedIn(RoutingContext exchange) {
        return Optional.ofNullable(exchange.get(ATTRIBUTE));
    }

    public void signIn(RoutingContext exchange) {
        exchange.put(ATTRIBUTE, this);
        exchange.put(PageLayout.SIGNED_IN, name);
    }

    public boolean isUser() {
        return kind == Kind.USER;
    }

    public boolean isToken() {
        return kind == Kind.TOKEN;
    }

    public boolean isOrganizations() {
        return kind == Kind.ORGANIZATION;
    }

    public boolean isAdmin() {
        return role.equals(Roles.ADMIN);
    }

    public SecurityIdentity identity() {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRoles(Roles.includedIn(role))
                .addAttribute(ATTRIBUTE, this)
                .build();
    }
}
