package io.fortyeight.notify.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A symmetric secret of Standard Webhooks: 32 random bytes. */
final class SigningSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 32;
    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] bytes;

    SigningSecret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static SigningSecret random() {
        var bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return new SigningSecret(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** As receivers configure it. */
    String text() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** The signature of a message, with its version. */
    String sign(String messageId, long timestampSeconds, String payload) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            var signed = messageId + "." + timestampSeconds + "." + payload;
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("Every Java has " + ALGORITHM, impossible);
        }
    }
}
