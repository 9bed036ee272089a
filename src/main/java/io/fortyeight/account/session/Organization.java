package io.fortyeight.account.session;

import io.fortyeight.account.user.Roles;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The organization that people may be signed in by, with OpenID Connect. */
@Singleton
public class Organization {

    /** The only address that asks its provider; everything else knows sessions and tokens only. */
    public static final String PATH = "/login/organization";

    private final boolean present;
    private final Map<String, List<String>> claimed;

    Organization(@ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean present, OrganizationConfig config) {
        this.present = present;
        this.claimed = Map.of(
                Roles.ADMIN, config.admin(),
                Roles.ORGANIZER, config.organizer(),
                Roles.OPS, config.ops(),
                Roles.AUDITOR, config.auditor());
    }

    /** Whether a provider is configured. */
    public boolean isPresent() {
        return present;
    }

    /** The highest role that the provider's word gives; empty when it gives none. */
    Optional<String> role(Set<String> values) {
        return Roles.all().stream()
                .filter(role -> claimed.getOrDefault(role, List.of()).stream().anyMatch(values::contains))
                .findFirst();
    }
}
