package io.fortyeight.account.token;

import io.fortyeight.account.user.Roles;
import io.fortyeight.account.user.UserNames;
import io.fortyeight.web.data.Database;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sees to it at start that there is an administrator: the configured one, or one whose token is printed once.
 *
 * <p>In SQL, for the first query in Hibernate's language has its parser loaded, which every start would wait for.
 */
@Singleton
public class AdminToken {

    private static final Logger LOG = Logger.getLogger(AdminToken.class);
    private static final String CONFIGURED = "FORTYEIGHT_ADMIN_TOKEN";
    private static final int EARLY = 110;

    private final AccessTokens tokens;
    private final Database database;
    private final Clock clock;
    private final Optional<String> configured;

    public AdminToken(
            AccessTokens tokens,
            Database database,
            Clock clock,
            @ConfigProperty(name = "fortyeight.admin-token") Optional<String> configured) {
        this.tokens = tokens;
        this.database = database;
        this.clock = clock;
        this.configured = configured.filter(token -> !token.isBlank());
    }

    @Transactional
    public void ensure(@Observes @Priority(EARLY) StartupEvent event) {
        if (configured.isPresent()) {
            replace(configured.get());
        } else if (!isThereOne()) {
            print(tokens.create("first administrator", Roles.ADMIN, null).token());
        }
    }

    private boolean isThereOne() {
        return database.sql("SELECT FROM access_token WHERE role = ? LIMIT 1", Roles.ADMIN)
                .exists();
    }

    /** A token that was configured before stops working; those made through the API are left alone. */
    private void replace(String token) {
        var hash = AccessTokens.hash(token);
        database.sql("DELETE FROM access_token WHERE name = ? AND sha256 <> ?", CONFIGURED, hash)
                .update();
        database.sql("""
                INSERT INTO access_token (name, role, sha256, created_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (sha256)
                DO UPDATE SET name = excluded.name, role = excluded.role, expires_at = NULL
                """, CONFIGURED, Roles.ADMIN, hash, clock.instant()).update();
    }

    private static void print(String token) {
        var line = "Administrator's token: " + token;
        var hint = "It is shown only this once. Send it as: Authorization: Bearer <token>";
        var desk = "Or sign in at /desk as " + UserNames.RESERVED + ", with the token as the password";
        var width = Math.max(line.length(), Math.max(hint.length(), desk.length()));
        var rule = "+" + "-".repeat(width + 2) + "+";
        LOG.infof(
                "%n%s%n| %s |%n| %s |%n| %s |%n%s",
                rule, padded(line, width), padded(hint, width), padded(desk, width), rule);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
