package io.fortyeight.account.session;

import io.fortyeight.account.secret.Secrets;
import io.fortyeight.account.token.AccessTokens;
import io.fortyeight.account.user.Actor;
import io.fortyeight.web.data.Statements;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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

    private final Statements statements;
    private final SessionsConfig config;
    private final Clock clock;

    Sessions(Statements statements, SessionsConfig config, Clock clock) {
        this.statements = statements;
        this.config = config;
        this.clock = clock;
    }

    /** A new one; what it is known by is in this answer only. */
    String begin(Actor actor) {
        var now = clock.instant();
        forgetOver(now);
        var token = Secrets.text();
        statements.with("""
                        INSERT INTO account_session (sha256, user_id, token_id, created_at, used_at, name, role)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """, insert -> {
            insert.setBytes(1, AccessTokens.hash(token));
            insert.setObject(2, actor.isUser() ? actor.id() : null);
            insert.setObject(3, actor.isToken() ? actor.id() : null);
            insert.setTimestamp(4, Timestamp.from(now));
            insert.setTimestamp(5, Timestamp.from(now));
            insert.setString(6, actor.isOrganizations() ? actor.name() : null);
            insert.setString(7, actor.isOrganizations() ? actor.role() : null);
            return insert.executeUpdate();
        });
        return token;
    }

    /**
     * Who it is now, with the role of now, or, of somebody whom their organization has signed in, of then; empty when it is
     * over, or theirs no more.
     */
    Optional<Actor> holder(String token) {
        var now = clock.instant();
        var hash = AccessTokens.hash(token);
        var found = statements.with("""
                        SELECT u.id AS user_id, t.id AS token_id, coalesce(u.name, t.name, s.name) AS name,
                               coalesce(u.role, t.role, s.role) AS role, s.used_at
                        FROM account_session s
                        LEFT JOIN account_user u ON u.id = s.user_id
                        LEFT JOIN access_token t ON t.id = s.token_id
                        WHERE s.sha256 = ? AND s.used_at > ? AND s.created_at > ?
                          AND u.disabled_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > ?)
                        """, select -> {
            select.setBytes(1, hash);
            select.setTimestamp(2, Timestamp.from(now.minus(config.idle())));
            select.setTimestamp(3, Timestamp.from(now.minus(config.longest())));
            select.setTimestamp(4, Timestamp.from(now));
            try (var rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Found(
                                actor(rows), rows.getTimestamp("used_at").toInstant()))
                        : Optional.<Found>empty();
            }
        });
        if (found.isPresent() && found.get().usedAt().isBefore(now.minus(USED_TO_THE))) {
            use(hash, now);
        }
        return found.map(Found::actor);
    }

    private record Found(Actor actor, Instant usedAt) {}

    private static Actor actor(ResultSet row) throws SQLException {
        var user = row.getObject("user_id", Integer.class);
        var token = row.getObject("token_id", Integer.class);
        var name = row.getString("name");
        var role = row.getString("role");
        if (user != null) {
            return new Actor(Actor.Kind.USER, user, name, role);
        }
        return token == null ? Actor.ofOrganization(name, role) : new Actor(Actor.Kind.TOKEN, token, name, role);
    }

    private void use(byte[] hash, Instant now) {
        statements.with("UPDATE account_session SET used_at = ? WHERE sha256 = ? AND used_at < ?", update -> {
            update.setTimestamp(1, Timestamp.from(now));
            update.setBytes(2, hash);
            update.setTimestamp(3, Timestamp.from(now));
            return update.executeUpdate();
        });
    }

    void end(String token) {
        statements.with("DELETE FROM account_session WHERE sha256 = ?", delete -> {
            delete.setBytes(1, AccessTokens.hash(token));
            return delete.executeUpdate();
        });
    }

    void endAll(int user) {
        statements.with("DELETE FROM account_session WHERE user_id = ?", delete -> {
            delete.setInt(1, user);
            return delete.executeUpdate();
        });
    }

    private void forgetOver(Instant now) {
        statements.with("DELETE FROM account_session WHERE used_at <= ? OR created_at <= ?", delete -> {
            delete.setTimestamp(1, Timestamp.from(now.minus(config.idle())));
            delete.setTimestamp(2, Timestamp.from(now.minus(config.longest())));
            return delete.executeUpdate();
        });
    }
}
