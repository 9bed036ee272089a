package io.fortyeight.ingest.imports;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.ingest.client.Identification;
import io.fortyeight.ingest.format.ImportFormat;
import io.fortyeight.ingest.format.UnreadableBodyException;
import io.fortyeight.ingest.format.UnzippedBody;
import io.fortyeight.ingest.robots.RobotsList;
import io.fortyeight.ledger.store.StampingClock;
import io.fortyeight.ledger.store.WriterStatus;
import io.fortyeight.web.data.DatabaseException;
import io.fortyeight.web.http.Problems;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Imports of past traffic: read, hashed and sorted as they come in, then judged in the background, in memory that does not
 * grow with them.
 */
@ApplicationScoped
public class Imports {

    private static final Logger LOG = Logger.getLogger(Imports.class);
    private static final int IMPORTS_AT_ONCE = 2;
    private static final long RETRY_AFTER_SECONDS = 2;
    private static final long REPORT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ImportStore store;
    private final Identification identification;
    private final RobotsList robots;
    private final WriterStatus leadership;
    private final StampingClock clock;
    private final DataSource database;
    private final Path folder;
    private final Set<UUID> mine = ConcurrentHashMap.newKeySet();
    private final ExecutorService runs =
            Executors.newFixedThreadPool(IMPORTS_AT_ONCE, new DefaultThreadFactory("import", true));

    Imports(
            ImportStore store,
            Identification identification,
            RobotsList robots,
            WriterStatus leadership,
            StampingClock clock,
            DataSource database,
            @ConfigProperty(name = "fortyeight.data", defaultValue = "data") String data) {
        this.store = store;
        this.identification = identification;
        this.robots = robots;
        this.leadership = leadership;
        this.clock = clock;
        this.database = database;
        this.folder = Path.of(data).toAbsolutePath().normalize().resolve("imports");
    }

    /** Whether an import into the contest has begun and not ended. */
    public boolean areRunning(int contestId) {
        return store.areRunning(contestId);
    }

    public Optional<ImportReport> find(int contestId, UUID id) {
        return store.find(contestId, id);
    }

    /** The ids of a contest's imports, the newest first. */
    public List<UUID> newest(int contestId, int most) {
        return store.newest(contestId, most);
    }

    /**
     * Reads and sorts the whole body; then judges it in the background. What is kept on disk meanwhile holds pseudonyms, no
     * addresses.
     *
     * @return the import's id
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for a body that can't be unzipped or is empty, 409 when the
     *     contest takes no imports or has these bytes already, 503 when this instance does not write
     */
    public UUID take(ContestDetails contest, ImportFormat format, InputStream body) {
        if (!leadership.isLeader()) {
            throw Problems.unavailable("This instance does not write the ledger now", RETRY_AFTER_SECONDS);
        }
        requireOpen(contest);
        var pseudonyms = identification
                .pseudonyms(contest)
                .orElseThrow(() -> Problems.conflict("This contest's secret is destroyed: it takes no more imports"));
        var sorter = new TimeSorter(folder);
        var handedOver = false;
        try (var unzipped = new UnzippedBody(body)) {
            var progress = new ImportProgress();
            new ImportReader(format, contest, pseudonyms, robots, clock.millis()).read(unzipped, sorter, progress);
            if (unzipped.count() == 0) {
                throw Problems.badRequest("The body is empty");
            }
            requireOpen(contest);
            var running = store.begin(contest.id(), format, unzipped.sha256(), clock.now());
            mine.add(running.id());
            store.report(running.id(), progress, Map.of());
            runs.execute(() -> judge(contest, sorter, progress, running));
            handedOver = true;
            return running.id();
        } catch (UnreadableBodyException damaged) {
            throw Problems.badRequest(damaged.why());
        } catch (IOException failure) {
            throw new UncheckedIOException("The import can't be read", failure);
        } finally {
            if (!handedOver) {
                close(sorter);
            }
        }
    }

    private void requireOpen(ContestDetails contest) {
        var state = contest.stateAt(clock.now());
        if (state == ContestState.SCHEDULED) {
            throw Problems.conflict("This contest is not open yet");
        }
        if (state != ContestState.OPEN) {
            throw Problems.conflict("This contest is being closed or has closed: it takes no more imports");
        }
    }

    private void judge(
            ContestDetails contest, TimeSorter sorter, ImportProgress progress, ImportStore.Running running) {
        try (sorter;
                var connection = database.getConnection()) {
            var judge = new ImportJudge(contest, running.partitionId());
            var sorted = sorter.sorted();
            var reportedNanos = System.nanoTime();
            while (judge.next(sorted, connection)) {
                if (System.nanoTime() - reportedNanos > REPORT_NANOS) {
                    store.report(running.id(), progress, judge.verdicts());
                    reportedNanos = System.nanoTime();
                }
            }
            if (store.finish(running, progress, judge.verdicts(), clock.now())) {
                LOG.infof("Import %s: %d lines read, %d accepted", running.id(), progress.read(), progress.accepted());
            } else {
                LOG.warnf("Import %s had been given up meanwhile", running.id());
            }
        } catch (IOException | SQLException | RuntimeException failure) {
            LOG.errorf(failure, "Import %s failed", running.id());
            fail(running, "It was interrupted by a failure of the server; send it again");
        } finally {
            mine.remove(running.id());
        }
    }

    /** An import that runs, but not here, has died with its instance: the one that writes sees to it. */
    @Scheduled(every = "5s", identity = "end-orphaned-imports", concurrentExecution = ConcurrentExecution.SKIP)
    void endOrphans() {
        if (leadership.isLeader()) {
            for (var running : store.running()) {
                if (!mine.contains(running.id())) {
                    LOG.warnf("Import %s was interrupted", running.id());
                    fail(running, "It was interrupted; send it again");
                }
            }
        }
    }

    /** What a killed run had sorted is of no use any more. */
    void start(@Observes StartupEvent event) throws IOException {
        Files.createDirectories(folder);
        try (var leftovers = Files.newDirectoryStream(folder, "import-*.run")) {
            for (var leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        runs.shutdownNow();
    }

    private void fail(ImportStore.Running running, String why) {
        try {
            store.fail(running, why, clock.now());
        } catch (DatabaseException failure) {
            LOG.warnf(failure, "Import %s is failed later", running.id());
        }
    }

    private static void close(TimeSorter sorter) {
        try {
            sorter.close();
        } catch (IOException failure) {
            LOG.warn("What an import had sorted stays on disk until the next start", failure);
        }
    }
}
