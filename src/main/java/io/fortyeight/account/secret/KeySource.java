package io.fortyeight.account.secret;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the wrapping key comes from: {@code FORTYEIGHT_KEY}, else a file in the data folder. Base64 of 32 bytes. */
@Singleton
class KeySource {

    private static final int KEY_BYTES = 32;

    private final Optional<String> configured;
    private final Path file;

    KeySource(
            @ConfigProperty(name = "fortyeight.key") Optional<String> configured,
            @ConfigProperty(name = "fortyeight.data", defaultValue = "data") String data) {
        this.configured = configured.filter(key -> !key.isBlank());
        this.file = Path.of(data).resolve("key").toAbsolutePath().normalize();
    }

    Path file() {
        return file;
    }

    Optional<byte[]> read() {
        if (configured.isPresent()) {
            return Optional.of(decode(configured.get(), "FORTYEIGHT_KEY"));
        }
        try {
            return Files.exists(file) ? Optional.of(decode(Files.readString(file), file.toString())) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("The key can't be read", failure);
        }
    }

    byte[] readOrCreate() {
        return read().orElseGet(this::create);
    }

    /** The file is made whole before it gets its name: a crash leaves no half a key. */
    private byte[] create() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            var folder = Files.createDirectories(file.getParent());
            var draft = Files.createTempFile(
                    folder,
                    "key",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                write(draft, Base64.getEncoder().encodeToString(key) + "\n");
                Files.createLink(file, draft);
            } finally {
                Files.delete(draft);
            }
            return key;
        } catch (FileAlreadyExistsException another) {
            return read().orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException("The key can't be kept", failure);
        }
    }

    /** On disk before anything is wrapped by it: a key lost with the power would take every secret along. */
    private static void write(Path draft, String text) throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static byte[] decode(String text, String origin) {
        try {
            var key = Base64.getDecoder().decode(text.strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException(origin + " is not Base64", notBase64);
        }
        throw new IllegalStateException(origin + " must be the Base64 of exactly " + KEY_BYTES + " bytes");
    }
}
