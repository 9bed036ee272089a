package io.fortyeight.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * A real PostgreSQL that starts with the application and keeps its data in a folder.
 *
 * <p>The embedding library turns fsync and synchronous commit off by default; here both are on. A postmaster that was
 * orphaned by {@code kill -9} is found by its pid file and stopped before a new one starts on the same data. A lock
 * file keeps a second application off the folder, so that an orphan is never mistaken for a neighbour's database.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    /** A channel that nobody refers to is closed by the garbage collector, and its lock is gone. */
    private static final Set<FileChannel> LOCKS = ConcurrentHashMap.newKeySet();

    /** Lets the server listen on a port that is free. */
    public static final int ANY_PORT = 0;

    private static final Duration SUPERVISION_PAUSE = Duration.ofSeconds(1);

    private final Path folder;
    private final FileChannel lock;
    private final EmbeddedPostgres postgres;
    private volatile boolean closed;

    private EmbeddedDatabase(Path folder, FileChannel lock, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.lock = lock;
        this.postgres = postgres;
    }

    /**
     * Starts PostgreSQL on {@code folder}, which is created when missing.
     *
     * @param port to listen on, or {@link #ANY_PORT}
     * @throws IllegalStateException when another process uses the folder
     * @throws IOException when the server does not start
     */
    public static EmbeddedDatabase start(Path folder, int port) throws IOException {
        var absolute = folder.toAbsolutePath().normalize();
        Files.createDirectories(absolute);
        var lock = lock(absolute);
        stopOrphan(data(absolute));
        return new EmbeddedDatabase(absolute, lock, launch(absolute, port));
    }

    private static Path data(Path folder) {
        return folder.resolve("postgres");
    }

    private static File log(Path folder) {
        return folder.resolve("postgres.log").toFile();
    }

    private static EmbeddedPostgres launch(Path folder, int port) throws IOException {
        var log = log(folder);
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data(folder))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.resolve("postgres-bin").toFile())
                .setPGStartupWait(START_PATIENCE)
                .setLocaleConfig("locale", "C")
                .setOutputRedirector(Redirect.appendTo(log))
                .setErrorRedirector(Redirect.appendTo(log))
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "localhost");
        if (port != ANY_PORT) {
            builder.setPort(port);
        }
        var postgres = builder.start();
        LOG.infof("Embedded PostgreSQL runs on port %d, data in %s", postgres.getPort(), data(folder));
        return postgres;
    }

    /** From now on, starts the server again on the same port should it die. */
    public EmbeddedDatabase supervised() throws IOException {
        var restart = PostgresRestart.likeTheLastStart(data(folder), log(folder));
        var supervisor = new Thread(() -> supervise(restart), "postgres-supervisor");
        supervisor.setDaemon(true);
        supervisor.start();
        return this;
    }

    private void supervise(PostgresRestart restart) {
        var isAway = false;
        while (!closed) {
            LockSupport.parkNanos(SUPERVISION_PAUSE.toNanos());
            try {
                var wasAway = isAway;
                isAway = !closed && postmaster(data(folder)).isEmpty();
                if (isAway) {
                    if (!wasAway) {
                        LOG.errorf("The embedded PostgreSQL has died; starting it again (see %s)", log(folder));
                    }
                    restart.run();
                } else if (wasAway && !closed) {
                    LOG.info("The embedded PostgreSQL runs again");
                }
            } catch (IOException | RuntimeException failure) {
                LOG.warn("The embedded PostgreSQL can't be started again now", failure);
            }
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
    }

    public int port() {
        return postgres.getPort();
    }

    public String username() {
        return "postgres";
    }

    /** Stops the server; its data stays. */
    @Override
    public void close() throws IOException {
        closed = true;
        try (lock) {
            postgres.close();
        } finally {
            LOCKS.remove(lock);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IllegalStateException("Another process uses the data folder " + folder
                    + "; stop it, or name another folder with FORTYEIGHT_DATA");
        }
        LOCKS.add(channel);
        return channel;
    }

    private static void stopOrphan(Path data) throws IOException {
        var orphan = postmaster(data);
        if (orphan.isEmpty()) {
            return;
        }
        var process = orphan.get();
        LOG.warnf("Stopping the PostgreSQL (process %d) that an earlier run left behind", process.pid());
        process.destroy();
        if (!ends(process)) {
            LOG.warnf("PostgreSQL (process %d) does not stop; killing it", process.pid());
            process.destroyForcibly();
            if (!ends(process)) {
                throw new IOException("PostgreSQL, process " + process.pid() + ", can't be stopped");
            }
        }
    }

    /** The process that the pid file names, when it lives and is a PostgreSQL. */
    private static Optional<ProcessHandle> postmaster(Path data) throws IOException {
        try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,10}"))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info()
                            .command()
                            .map(command ->
                                    Path.of(command).getFileName().toString().startsWith("postgres"))
                            .orElse(false));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private static boolean ends(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL stops", interrupted);
        }
    }
}
