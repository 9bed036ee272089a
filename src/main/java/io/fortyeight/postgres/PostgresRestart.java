package io.fortyeight.postgres;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts an embedded PostgreSQL that has died as it was started before.
 *
 * <p>Not by the library, which waits on for a server that has given up, and can't start another one then, for it still holds
 * its own lock. A disk that is full for a while ends a server at each start.
 *
 * @param control PostgreSQL's {@code pg_ctl}
 * @param data the server's data folder
 * @param options of the server, quoted for a shell
 * @param log where its output goes
 */
record PostgresRestart(Path control, Path data, String options, File log) {

    /** A server that recovers for longer comes up by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String BEFORE_OPTIONS = " \"";

    /**
     * Reads how the server was started while it runs: at a start on a full disk, it leaves that file empty.
     *
     * @param data the server's data folder
     */
    static PostgresRestart likeTheLastStart(Path data, File log) throws IOException {
        var command = Files.readString(data.resolve("postmaster.opts")).strip();
        var end = command.indexOf(BEFORE_OPTIONS);
        var server = Path.of(command.substring(0, end));
        return new PostgresRestart(server.resolveSibling("pg_ctl"), data, command.substring(end), log);
    }

    /** Tries once; whether it came up is for the caller to see. */
    void run() throws IOException {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            // As the library does: PostgreSQL does not run as root.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(control.toString(), "start", "--wait", "--timeout=" + PATIENCE.toSeconds()));
        command.addAll(List.of("--options=" + options, "--pgdata=" + data));
        var output = Redirect.appendTo(log);
        var start = new ProcessBuilder(command)
                .redirectOutput(output)
                .redirectError(output)
                .start();
        try {
            start.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL starts", interrupted);
        }
    }
}
