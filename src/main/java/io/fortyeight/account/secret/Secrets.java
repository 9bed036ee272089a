package io.fortyeight.account.secret;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes what nobody can guess. */
public final class Secrets {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 256 random bits in the URL-safe alphabet of Base64: 43 characters. */
    public static String text() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
