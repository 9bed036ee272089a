package io.fortyeight.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    /** As by {@code pg_ctl stop -m immediate}: without a checkpoint, so that the next start recovers from the log. */
    void stopImmediately() throws IOException, InterruptedException, ExecutionException {
        Signals.send("QUIT", process);
        process.onExit().get();
    }

    /**
     * Stops every process of it where it stands.
     *
     * @return what to {@linkplain #thaw thaw}
     */
    List<ProcessHandle> freeze() throws IOException, InterruptedException {
        // The parent first: then no child is born unseen.
        Signals.send("STOP", process);
        var frozen = new ArrayList<>(List.of(process));
        for (var child : process.descendants().toList()) {
            Signals.send("STOP", child);
            frozen.add(child);
        }
        return frozen;
    }

    static void thaw(List<ProcessHandle> frozen) throws IOException, InterruptedException {
        for (var each : frozen) {
            Signals.send("CONT", each);
        }
    }
}
