package io.fortyeight;

import io.fortyeight.postgres.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** One real, durable PostgreSQL for all component tests, on an empty folder. */
public class DatabaseResource implements QuarkusTestResourceLifecycleManager {

    private static final Path TARGET = Path.of("target");

    private EmbeddedDatabase database;

    /** A connection that waits however long a statement takes; the application's give up after seconds. */
    public static Connection patientConnection() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                "");
    }

    @Override
    public Map<String, String> start() {
        try {
            Files.createDirectories(TARGET);
            database =
                    EmbeddedDatabase.start(Files.createTempDirectory(TARGET, "test-data-"), EmbeddedDatabase.ANY_PORT);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url",
                database.jdbcUrl(),
                "quarkus.datasource.username",
                database.username(),
                // All tests come from one address.
                "fortyeight.shed.network-per-minute",
                "0",
                "fortyeight.links.network-per-minute",
                "1000000");
    }

    @Override
    public void stop() {
        try {
            database.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
