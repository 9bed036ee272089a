package io.fortyeight.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Opens the writer's own connections, outside the pool: the lock lives and dies with them. */
@ApplicationScoped
public class WriterConnections {

    private final String url;
    private final Properties properties = new Properties();

    WriterConnections(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
            LedgerConfig config) {
        this.url = url;
        username.ifPresent(name -> PGProperty.USER.set(properties, name));
        password.ifPresent(secret -> PGProperty.PASSWORD.set(properties, secret));
        var seconds = Math.toIntExact(Math.max(1, config.statementTimeout().toSeconds()));
        PGProperty.SOCKET_TIMEOUT.set(properties, seconds);
        PGProperty.CONNECT_TIMEOUT.set(properties, seconds);
        PGProperty.LOGIN_TIMEOUT.set(properties, seconds);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.PREPARE_THRESHOLD.set(properties, 1);
        PGProperty.BINARY_TRANSFER_ENABLE.set(properties, BinaryArray.oids());
        PGProperty.APPLICATION_NAME.set(properties, "fortyeight-writer");
    }

    public Connection open() throws SQLException {
        var connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("Not a PostgreSQL URL: " + url);
        }
        return connection;
    }
}
