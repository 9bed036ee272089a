package io.fortyeight.account.token;

import io.fortyeight.account.secret.Secrets;
import io.fortyeight.account.user.Actor;
import io.fortyeight.web.http.Sha256;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes, finds and revokes tokens. Every method waits for the database. */
@Singleton
public class AccessTokens {

    private final Clock clock;

    AccessTokens(Clock clock) {
        this.clock = clock;
    }

    /** A token that exists only in this answer: what is stored is its hash. */
    record Fresh(AccessToken stored, String token) {}

    @Transactional
    Fresh create(String name, String role, @Nullable Instant expiresAt) {
        var token = Secrets.text();
        return new Fresh(store(token, name, role, expiresAt), token);
    }

    @Transactional
    AccessToken store(String token, String name, String role, @Nullable Instant expiresAt) {
        var stored =
                new AccessToken(name, role, hash(token), clock.instant().truncatedTo(ChronoUnit.MILLIS), expiresAt);
        stored.persist();
        return stored;
    }

    /** Who holds this token, if it is valid now. */
    @Transactional
    public Optional<Actor> holder(String token) {
        return AccessToken.bySha256(hash(token))
                .filter(stored -> stored.isValidAt(clock.instant()))
                .map(stored -> new Actor(Actor.Kind.TOKEN, stored.id, stored.name, stored.role));
    }

    @Transactional
    List<AccessToken> all() {
        return AccessToken.listAll(Sort.by("id"));
    }

    /** Whether there was one. */
    @Transactional
    boolean delete(int id) {
        return AccessToken.deleteById(id);
    }

    public static byte[] hash(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    }
}
