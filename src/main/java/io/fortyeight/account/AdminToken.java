package io.fortyeight.account;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sees to it at start that there is an administrator: the configured one, or one whose token is printed once. */
@Singleton
class AdminToken {

    private static final Logger LOG = Logger.getLogger(AdminToken.class);
    private static final String CONFIGURED = "FORTYEIGHT_ADMIN_TOKEN";
    private static final int EARLY = 110;

    private final AccessTokens tokens;
    private final Optional<String> configured;

    AdminToken(AccessTokens tokens, @ConfigProperty(name = "fortyeight.admin-token") Optional<String> configured) {
        this.tokens = tokens;
        this.configured = configured.filter(token -> !token.isBlank());
    }

    @Transactional
    void ensure(@Observes @Priority(EARLY) StartupEvent event) {
        if (configured.isPresent()) {
            replace(configured.get());
        } else if (AccessToken.count("role", Roles.ADMIN) == 0) {
            print(tokens.create("first administrator", Roles.ADMIN, null).token());
        }
    }

    /** A token that was configured before stops working; those made through the API are left alone. */
    private void replace(String token) {
        var hash = AccessTokens.hash(token);
        AccessToken.<AccessToken>list("name", CONFIGURED).stream()
                .filter(former -> !Arrays.equals(former.sha256, hash))
                .forEach(AccessToken::delete);
        AccessToken.bySha256(hash)
                .ifPresentOrElse(
                        stored -> {
                            stored.name = CONFIGURED;
                            stored.role = Roles.ADMIN;
                            stored.expiresAt = null;
                        },
                        () -> tokens.store(token, CONFIGURED, Roles.ADMIN, null));
    }

    private static void print(String token) {
        var line = "Administrator's token: " + token;
        var hint = "It is shown only this once. Send it as: Authorization: Bearer <token>";
        var width = Math.max(line.length(), hint.length());
        var rule = "+" + "-".repeat(width + 2) + "+";
        LOG.infof(
                "%n%s%n| %s |%n| %s |%n%s",
                rule, line + " ".repeat(width - line.length()), hint + " ".repeat(width - hint.length()), rule);
    }
}
