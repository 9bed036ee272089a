package io.fortyeight.site.script;

import io.fortyeight.web.http.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A script as it is shipped: minified by the build, with the networks' share addresses put in, and zipped once.
 *
 * @param hash of the plain bytes, in hexadecimal
 */
record ScriptFile(byte[] plain, byte[] gzipped, String hash) {

    /** Stands in the script for the addresses. */
    private static final String ADDRESSES = "SHARE_INTENTS";

    static ScriptFile of(String name) {
        try (var file = ScriptFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The script " + name + " is missing from this build");
            }
            var plain = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(ADDRESSES, ShareIntents.forScript())
                    .getBytes(StandardCharsets.UTF_8);
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
        return HexFormat.of().formatHex(Sha256.of(plain), 0, 12);
    }

    private static final class Smallest extends GZIPOutputStream {

        Smallest(ByteArrayOutputStream bytes) throws IOException {
            super(bytes);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
