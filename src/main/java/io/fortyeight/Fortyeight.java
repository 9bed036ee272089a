package io.fortyeight;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;
import sun.misc.Signal;

/** Starts Fortyeight, on a PostgreSQL of its own unless {@code QUARKUS_DATASOURCE_JDBC_URL} names another. */
@QuarkusMain
public class Fortyeight {

    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    public static void main(String[] arguments) throws Exception {
        var config = ConfigProvider.getConfig();
        if (config.getOptionalValue(JDBC_URL, String.class).isEmpty()) {
            var data = Path.of(
                    config.getOptionalValue("fortyeight.data", String.class).orElse("data"));
            var database = EmbeddedDatabase.start(data, EmbeddedDatabase.ANY_PORT);
            System.setProperty(JDBC_URL, database.jdbcUrl());
            System.setProperty("quarkus.datasource.username", database.username());
            stopInOrder();
        }
        Quarkus.run(arguments);
    }

    /**
     * The JVM runs its shutdown hooks all at once, and the embedded database has one. Turning the signals into an
     * orderly exit lets the application end before its database does.
     */
    private static void stopInOrder() {
        for (var name : new String[] {"TERM", "INT"}) {
            Signal.handle(new Signal(name), signal -> Quarkus.asyncExit(0));
        }
    }
}
