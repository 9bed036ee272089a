package io.fortyeight.bench;

import io.fortyeight.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A PostgreSQL apart from the application, as an installation has it; runs until it is told to stop. */
public final class Database {

    private Database() {}

    /** Arguments: folder port */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (var database = EmbeddedDatabase.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            new CountDownLatch(1).await();
        }
    }
}
