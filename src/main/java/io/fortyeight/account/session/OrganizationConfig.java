package io.fortyeight.account.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/**
 * What the values of the roles claim, as the provider of OpenID Connect sends it, are here. Where in the token it is, and the
 * provider itself, are said to Quarkus: {@code quarkus.oidc.*}.
 */
@ConfigMapping(prefix = "fortyeight.organization")
interface OrganizationConfig {

    @WithDefault("admin")
    List<String> admin();

    @WithDefault("organizer")
    List<String> organizer();

    @WithDefault("ops")
    List<String> ops();

    @WithDefault("auditor")
    List<String> auditor();
}
