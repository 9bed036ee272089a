package io.fortyeight.account.session;

import io.fortyeight.account.secret.WrappingKey;
import io.fortyeight.account.user.SignInConfig;
import io.fortyeight.web.data.Database;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bounds how often passwords can be guessed, by name and by network, for all instances together. Names and networks are kept
 * as keys that say nothing without the wrapping key, and no longer than they count.
 *
 * <p>An attempt is counted before its password is looked at, so that many at once are no more than one after another.
 */
@Singleton
class SignInThrottle {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String FORGET = "DELETE FROM sign_in_attempt WHERE key = ?";
    private static final String TAKE_BACK =
            "UPDATE sign_in_attempt SET attempts = attempts - 1 WHERE key = ? AND attempts > 0";

    private final Database database;
    private final WrappingKey key;
    private final SignInConfig config;
    private final Clock clock;

    SignInThrottle(Database database, WrappingKey key, SignInConfig config, Clock clock) {
        this.database = database;
        this.key = key;
        this.config = config;
        this.clock = clock;
    }

    /** How long to wait; empty when this attempt may go on. */
    Optional<Duration> attempt(String name, byte[] network) {
        var now = clock.instant();
        forgetOver(now);
        return limits(name, network).stream()
                .map(limit -> count(limit, now))
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
    }

    /** It was the right password: what was counted for its name is forgotten, and the network has one attempt less. */
    void succeeded(String name, byte[] network) {
        for (var limit : limits(name, network)) {
            database.sql(limit.endsWithSuccess ? FORGET : TAKE_BACK, limit.key).update();
        }
    }

    private record Limit(byte[] key, int most, boolean endsWithSuccess) {}

    private List<Limit> limits(String name, byte[] network) {
        var nameBytes = name.getBytes(StandardCharsets.UTF_8);
        return List.of(
                new Limit(key("both", nameBytes, network), config.perNameAndNetwork(), true),
                new Limit(key("name", nameBytes, new byte[0]), config.perName(), true),
                new Limit(key("network", new byte[0], network), config.perNetwork(), false));
    }

    private Optional<Duration> count(Limit limit, Instant now) {
        return database.sql("""
                INSERT INTO sign_in_attempt (key, attempts, until) VALUES (?, 1, ?)
                ON CONFLICT (key) DO UPDATE SET attempts = least(sign_in_attempt.attempts, 1000000) + 1
                RETURNING attempts, until
                """, limit.key, now.plus(config.within()))
                .first(row -> row.getInt("attempts") <= limit.most ? null : row.getInstant("until"))
                .map(until -> Duration.between(now, until));
    }

    private void forgetOver(Instant now) {
        database.sql("DELETE FROM sign_in_attempt WHERE until <= ?", now).update();
    }

    private byte[] key(String purpose, byte[] name, byte[] network) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.derive("sign-in attempts by " + purpose), ALGORITHM));
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
            mac.update(name);
            return mac.doFinal(network);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("Every Java has " + ALGORITHM, impossible);
        }
    }
}
