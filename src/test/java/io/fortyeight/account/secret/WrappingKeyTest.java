package io.fortyeight.account.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortyeight.DatabaseResource;
import io.fortyeight.web.data.Database;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class WrappingKeyTest {

    @Inject
    WrappingKey key;

    @Inject
    DataSource database;

    @TempDir
    Path data;

    @Test
    void secret_wrapped_comesBackOnlyUntouched() {
        var secret = "thirty-two bytes of some secret.".getBytes(StandardCharsets.US_ASCII);
        var wrapped = key.wrap(secret);
        assertThat(key.wrap(secret)).isNotEqualTo(wrapped);
        assertThat(key.unwrap(wrapped)).isEqualTo(secret);
        wrapped[wrapped.length - 1] ^= 1;
        assertThatThrownBy(() -> key.unwrap(wrapped)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> key.unwrap(new byte[3])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void derivedKeys_differByPurpose() {
        assertThat(key.derive("receipts"))
                .hasSize(32)
                .isEqualTo(key.derive("receipts"))
                .isNotEqualTo(key.derive("other"));
    }

    @Test
    void start_withAnotherKey_isRefused() {
        var other = Base64.getEncoder().encodeToString(new byte[32]);
        var another = new WrappingKey(new KeySource(Optional.of(other), data.toString()), new Database(database));
        assertThatThrownBy(() -> another.check(new StartupEvent()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another key")
                .hasMessageContaining("FORTYEIGHT_KEY");
    }

    @Test
    void start_withoutItsKey_isRefusedAndMakesNone() {
        var without = new WrappingKey(new KeySource(Optional.empty(), data.toString()), new Database(database));
        assertThatThrownBy(() -> without.check(new StartupEvent()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("missing");
        assertThat(data.resolve("key")).doesNotExist();
    }

    @Test
    void keyFile_isMadeOnceForItsOwnerOnly() throws Exception {
        var source = new KeySource(Optional.empty(), data.resolve("new").toString());
        var made = source.readOrCreate();
        assertThat(made).hasSize(32);
        assertThat(source.readOrCreate()).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(source.file())))
                .isEqualTo("rw-------");
        try (var files = Files.list(data.resolve("new"))) {
            assertThat(files).containsExactly(source.file());
        }
    }

    @Test
    void configuredKey_malformed_isRefused() {
        for (var text :
                new String[] {"short", "not base64!", Base64.getEncoder().encodeToString(new byte[31])}) {
            assertThatThrownBy(() -> new KeySource(Optional.of(text), data.toString()).read())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("FORTYEIGHT_KEY");
        }
    }
}
