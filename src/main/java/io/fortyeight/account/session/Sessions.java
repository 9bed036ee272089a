package io.fortyeight.account.session;

import io.fortyeight.account.secret.Secrets;
import io.fortyeight.account.token.AccessTokens;
import io.fortyeight.account.user.Actor;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.SqlRow;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is signed in, in the database: all instances know it, a restart forgets nobody, and what ends is over. Each is known
 * by the SHA-256 of its token. Every method waits for the database.
 */
@Singleton
class Sessions {

    /** Requests in between don't write. */
    private static final Duration USED_TO_THE = Duration.ofMinutes(1);

    private final Database database;
    private final SessionsConfig config;
    private final Clock clock;

    Sessions(Database database, SessionsConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** A new one; what it is known by is in this answer only. */
    String begin(Actor actor) {
        var now = clock.instant();
        forgetOver(now);
        var token = Secrets.text();
        database.sql(
                        """
                        INSERT INTO account_session (sha256, user_id, token_id, created_at, used_at, name, role)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """,
                        AccessTokens.hash(token),
                        actor.isUser() ? actor.id() : null,
                        actor.isToken() ? actor.id() : null,
                        now,
                        now,
                        actor.isOrganizations() ? actor.name() : null,
                        actor.isOrganizations() ? actor.role() : null)
                .update();
        return token;
    }

    /**
     * Who it is now, with the role of now, or, of somebody whom their organization has signed in, of then; empty when it is
     * over, or theirs no more.
     */
    Optional<Actor> holder(String token) {
        var now = clock.instant();
        var hash = AccessTokens.hash(token);
        var found = database.sql("""
                SELECT u.id AS user_id, t.id AS token_id, coalesce(u.name, t.name, s.name) AS name,
                       coalesce(u.role, t.role, s.role) AS role, s.used_at
                FROM account_session s
                LEFT JOIN account_user u ON u.id = s.user_id
                LEFT JOIN access_token t ON t.id = s.token_id
                WHERE s.sha256 = ? AND s.used_at > ? AND s.created_at > ?
                  AND u.disabled_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > ?)
                """, hash, now.minus(config.idle()), now.minus(config.longest()), now)
                .first(row -> new Found(actor(row), row.getInstant("used_at")));
        if (found.isPresent() && found.get().usedAt().isBefore(now.minus(USED_TO_THE))) {
            use(hash, now);
        }
        return found.map(Found::actor);
    }

    private record Found(Actor actor, Instant usedAt) {}

    private static Actor actor(SqlRow row) {
        var user = row.getIntOrNull("user_id");
        var token = row.getIntOrNull("token_id");
        var name = row.getString("name");
        var role = row.getString("role");
        if (user != null) {
            return new Actor(Actor.Kind.USER, user, name, role);
        }
        return token == null ? Actor.ofOrganization(name, role) : new Actor(Actor.Kind.TOKEN, token, name, role);
    }

    private void use(byte[] hash, Instant now) {
        database.sql("UPDATE account_session SET used_at = ? WHERE sha256 = ? AND used_at < ?", now, hash, now)
                .update();
    }

    void end(String token) {
        database.sql("DELETE FROM account_session WHERE sha256 = ?", AccessTokens.hash(token))
                .update();
    }

    void endAll(int user) {
        database.sql("DELETE FROM account_session WHERE user_id = ?", user).update();
    }

    private void forgetOver(Instant now) {
        database.sql(
                        "DELETE FROM account_session WHERE used_at <= ? OR created_at <= ?",
                        now.minus(config.idle()),
                        now.minus(config.longest()))
                .update();
    }
}
