package io.fortyeight.web.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash SHA-256 (FIPS 180-4). */
public final class Sha256 {

    private Sha256() {}

    /** 32 bytes. */
    public static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("Every Java has SHA-256", impossible);
        }
    }
}
