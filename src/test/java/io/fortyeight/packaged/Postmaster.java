package io.fortyeight.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** The main process of an embedded database, found by the file that it keeps. */
record Postmaster(ProcessHandle process) {

    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    /** @param folder the data folder of the application, or of the database alone */
    static Postmaster of(Path folder) throws IOException {
        return new Postmaster(
                ProcessHandle.of(Long.parseLong(line(folder, PID_LINE))).orElseThrow());
    }

    /** The port that it listens on. */
    static int portOf(Path folder) throws IOException {
        return Integer.parseInt(line(folder, PORT_LINE));
    }

    private static String line(Path folder, int number) throws IOException {
        return Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .get(number)
                .strip();
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
