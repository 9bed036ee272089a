package io.fortyeight.site.script;

import io.fortyeight.web.http.Sha256;
import io.fortyeight.web.page.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A script as it is shipped: minified by the build, with the networks' share addresses and the texts of one language put in,
 * and zipped once.
 *
 * @param hash of the plain bytes, in hexadecimal
 */
record ScriptFile(byte[] plain, byte[] gzipped, String hash) {

    /** Stands in the script for the addresses. */
    private static final String ADDRESSES = "SHARE_INTENTS";

    /** Stands in the script for its texts. */
    private static final String TEXTS = "PHRASES";

    static ScriptFile of(String name) {
        return of(name, script -> script);
    }

    static ScriptFile of(String name, Class<?> bundle, Language language) {
        return of(name, script -> script.replace(TEXTS, ScriptPhrases.json(bundle, language)));
    }

    private static ScriptFile of(String name, UnaryOperator<String> filled) {
        try (var file = ScriptFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The script " + name + " is missing from this build");
            }
            var script = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(ADDRESSES, ShareIntents.forScript());
            var plain = filled.apply(script).getBytes(StandardCharsets.UTF_8);
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
