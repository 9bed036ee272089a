package io.fortyeight.script;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A script as it is shipped: minified by the build, and zipped once.
 *
 * @param hash of the plain bytes, in hexadecimal
 */
record ScriptFile(byte[] plain, byte[] gzipped, String hash) {

    static ScriptFile of(String name) {
        try (var file = ScriptFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The script " + name + " is missing from this build");
            }
            var plain = file.readAllBytes();
            return new ScriptFile(plain, gzipped(plain), hash(plain));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] gzipped(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new Smallest(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static String hash(byte[] plain) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(plain), 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("Every Java has SHA-256", impossible);
        }
    }

    private static final class Smallest extends GZIPOutputStream {

        Smallest(ByteArrayOutputStream bytes) throws IOException {
            super(bytes);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
