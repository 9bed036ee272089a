package io.fortyeight;

import io.fortyeight.postgres.EmbeddedDatabase;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;

/** Starts Fortyeight, on a PostgreSQL of its own unless {@code QUARKUS_DATASOURCE_JDBC_URL} names another. */
@QuarkusMain
public class Fortyeight {

    private static final Logger LOG = Logger.getLogger(Fortyeight.class);
    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    public static void main(String[] arguments) throws IOException {
        var config = ConfigProvider.getConfig();
        if (config.getOptionalValue(JDBC_URL, String.class).isPresent()) {
            Quarkus.run(arguments);
            return;
        }
        var data =
                Path.of(config.getOptionalValue("fortyeight.data", String.class).orElse("data"));
        var database = EmbeddedDatabase.start(data, EmbeddedDatabase.ANY_PORT).supervised();
        System.setProperty(JDBC_URL, database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", database.username());
        exitInOrder();
        Quarkus.run(null, (code, failure) -> end(database, code, failure), arguments);
    }

    /**
     * The JVM runs its shutdown hooks all at once, and the embedded database has one. Turning the signals into an
     * orderly exit lets the application end before its database does.
     */
    private static void exitInOrder() {
        for (var name : new String[] {"TERM", "INT"}) {
            Signal.handle(new Signal(name), signal -> Quarkus.asyncExit(0));
        }
    }

    private static void end(EmbeddedDatabase database, int code, @Nullable Throwable cause) {
        if (cause != null) {
            LOG.error("Fortyeight can't run", cause);
        }
        try {
            database.close();
        } catch (IOException failure) {
            LOG.warn("The embedded database did not stop in order", failure);
        }
        System.exit(code);
    }
}
