package io.fortyeight.account.secret;

import io.fortyeight.web.data.Database;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The installation's key, from outside the database: who has only the database can't undo a pseudonym.
 *
 * <p>Its check value is kept in the database; a start with another key is refused, because the secrets of its contests
 * could not be read.
 */
@Singleton
public class WrappingKey {

    /** Observers of the start that need the key come after this. */
    public static final int READY = 100;

    private static final String CHECKED = "fortyeight key check";
    private static final String CHECK_NAME = "key-check";
    private static final int CHECK_BYTES = 8;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeySource source;
    private final Database database;
    private final SecureRandom random = new SecureRandom();
    private byte @Nullable [] key;

    WrappingKey(KeySource source, Database database) {
        this.source = source;
        this.database = database;
    }

    void check(@Observes @Priority(READY) StartupEvent event) {
        var found = storedCheck();
        if (found == null) {
            key = source.readOrCreate();
            store(checkValue());
            found = storedCheck();
        } else {
            key = source.read()
                    .orElseThrow(() -> new IllegalStateException("This database was set up with a key that is missing: "
                            + "set FORTYEIGHT_KEY, or put the key back as " + source.file()));
        }
        if (!checkValue().equals(found)) {
            throw new IllegalStateException("This database was set up with another key. Start with the FORTYEIGHT_KEY "
                    + "(or the file " + source.file() + ") that it was first started with");
        }
    }

    /** A key for one purpose, 32 bytes; the same one each time. */
    public byte[] derive(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("Every Java has HmacSHA256", impossible);
        }
    }

    /** Encrypts and authenticates {@code secret} (AES-256-GCM): nonce, then ciphertext. */
    public byte[] wrap(byte[] secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var encrypted = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(secret);
            var wrapped = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
            System.arraycopy(encrypted, 0, wrapped, NONCE_BYTES, encrypted.length);
            return wrapped;
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("Every Java has " + CIPHER, impossible);
        }
    }

    /** @throws IllegalStateException when this key has not wrapped it */
    public byte[] unwrap(byte[] wrapped) {
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(wrapped, NONCE_BYTES))
                    .doFinal(wrapped, NONCE_BYTES, wrapped.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException foreign) {
            throw new IllegalStateException("A stored secret was not wrapped by this key", foreign);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private byte[] key() {
        if (key == null) {
            throw new IllegalStateException("The wrapping key is not there before the start event of " + READY);
        }
        return key;
    }

    private String checkValue() {
        return HexFormat.of().formatHex(derive(CHECKED), 0, CHECK_BYTES);
    }

    private @Nullable String storedCheck() {
        return database.sql("SELECT value FROM installation WHERE name = ?", CHECK_NAME)
                .first(row -> row.getString(1))
                .orElse(null);
    }

    /** Two instances may start at once; the first one's value stands. */
    private void store(String value) {
        database.sql("INSERT INTO installation (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", CHECK_NAME, value)
                .update();
    }
}
