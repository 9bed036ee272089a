package io.fortyeight.account.session;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Keeps OpenID Connect to its one address. Elsewhere its mechanism would take any bearer token for one of the provider's, and
 * lead browsers to it.
 */
@Singleton
class OrganizationTenant implements TenantResolver {

    /** Switched off for good in application.properties. */
    private static final String NONE = "none";

    @Override
    public @Nullable String resolve(RoutingContext exchange) {
        return exchange.normalizedPath().equals(Organization.PATH) ? null : NONE;
    }
}
