package io.fortyeight.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

/** The main process of an embedded database, found by the file that it keeps. */
record Postmaster(ProcessHandle process) {

    /** @param folder the data folder of the application, or of the database alone */
    static Postmaster of(Path folder) throws IOException {
        var pid = Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
        return new Postmaster(ProcessHandle.of(pid).orElseThrow());
    }

    /** As by {@code kill -9}; its children end by themselves when they notice. */
    void kill() throws InterruptedException, ExecutionException {
        process.destroyForcibly();
        process.onExit().get();
    }
}
