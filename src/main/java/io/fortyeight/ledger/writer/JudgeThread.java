package io.fortyeight.ledger.writer;

import io.fortyeight.contest.api.JudgingPause;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.ledger.read.LedgerReader;
import io.fortyeight.ledger.store.LedgerConfig;
import io.fortyeight.ledger.store.StampingClock;
import io.fortyeight.ledger.store.WriterConnections;
import io.fortyeight.ledger.store.WriterSession;
import io.fortyeight.ledger.store.WriterStatus;
import io.fortyeight.ledger.writer.Judge.FencedException;
import io.fortyeight.ledger.writer.Judge.UnsettledException;
import io.fortyeight.ledger.writer.PingQueue.Work;
import io.fortyeight.ledger.writer.PingRefusedException.Cause;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of the live partition: becomes it, judges while it is, and finds its feet again when the database went
 * away. An instance that does not get the lock stands by.
 */
@ApplicationScoped
public class JudgeThread implements JudgingPause, WriterStatus {

    private static final Logger LOG = Logger.getLogger(JudgeThread.class);

    private static final long HEARTBEAT_MILLIS = 1_000;
    private static final long RETRY_MILLIS = 500;
    private static final long STOP_PATIENCE_MILLIS = 15_000;

    private final PingQueue queue;
    private final ContestDirectory directory;
    private final LedgerReader reader;
    private final FrozenVisitors freezes;
    private final StampingClock clock;
    private final WriterConnections connections;
    private final LedgerConfig config;
    private final MemoryConfig memoryConfig;
    private final JudgeMeters meters;
    private final boolean unsafe;
    private final Thread thread = new Thread(this::run, "judge-0");
    private final CountDownLatch wake = new CountDownLatch(1);

    private volatile boolean stopping;
    private @Nullable Connection candidate;
    private volatile @Nullable WriterSession session;
    private volatile @Nullable Judge judge;
    private long judgedEpoch;
    private @Nullable Batch unsettled;
    private long lastBeatNanos;

    JudgeThread(
            PingQueue queue,
            ContestDirectory directory,
            LedgerReader reader,
            FrozenVisitors freezes,
            StampingClock clock,
            WriterConnections connections,
            LedgerConfig config,
            MemoryConfig memoryConfig,
            JudgeMeters meters,
            @ConfigProperty(name = "fortyeight.unsafe", defaultValue = "false") boolean unsafe) {
        this.queue = queue;
        this.directory = directory;
        this.reader = reader;
        this.freezes = freezes;
        this.clock = clock;
        this.connections = connections;
        this.config = config;
        this.memoryConfig = memoryConfig;
        this.meters = meters;
        this.unsafe = unsafe;
    }

    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    /** Finishes what was taken, then gives the lock up at once. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wake.countDown();
        thread.join(STOP_PATIENCE_MILLIS);
    }

    @Override
    public boolean isLeader() {
        return session != null && queue.closedBecause() == null;
    }

    @Override
    public OptionalLong epoch() {
        var held = session;
        return held != null && queue.closedBecause() == null ? OptionalLong.of(held.epoch()) : OptionalLong.empty();
    }

    @Override
    public boolean canWrite() {
        var working = judge;
        return isLeader() && working != null && !working.hasJustFailed();
    }

    @Override
    public boolean isUnsafe() {
        return unsafe;
    }

    /** False only when the thread has died, which nothing but a restart mends. A standby's lives. */
    boolean isAlive() {
        return stopping || thread.isAlive();
    }

    @Override
    public <T> T whilePaused(Supplier<T> edit) {
        var arrived = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var reached = queue.mark(() -> {
            arrived.countDown();
            awaitBeating(done);
        });
        try {
            while (!arrived.await(10, TimeUnit.MILLISECONDS)) {
                if (reached.isCompletedExceptionally()) {
                    reached.join();
                }
            }
            return edit.get();
        } catch (CompletionException refused) {
            throw refused.getCause() instanceof PingRefusedException cause ? cause : refused;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the judge", interrupted);
        } finally {
            done.countDown();
        }
    }

    /** An edit takes as long as its transaction; a standby must not take the judge for dead meanwhile. */
    private void awaitBeating(CountDownLatch done) {
        var holds = true;
        try {
            while (!done.await(HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS)) {
                holds = holds && renewsLease();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Also a rebuild of the memory may take longer than the lease. */
    private void beatWhileReading() {
        if (isBeatDue()) {
            renewsLease();
        }
    }

    /** True once a heartbeat's time. */
    private boolean isBeatDue() {
        var now = System.nanoTime();
        if (now - lastBeatNanos < TimeUnit.MILLISECONDS.toNanos(HEARTBEAT_MILLIS)) {
            return false;
        }
        lastBeatNanos = now;
        return true;
    }

    /** False when it is no use any more; the next commit finds out why. */
    private boolean renewsLease() {
        var held = session;
        try {
            return held != null && held.heartbeat();
        } catch (SQLException broken) {
            LOG.warn("The connection broke between commits", broken);
            return false;
        }
    }

    private void run() {
        while (!stopping) {
            try {
                if (session != null || becomeWriter()) {
                    work(Objects.requireNonNull(judge), Objects.requireNonNull(session));
                } else {
                    wake.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException interrupted) {
                stopping = true;
            } catch (RuntimeException | Error failure) {
                LOG.error("The judge failed; it reads its memory back", failure);
                forgetEverything();
                giveUp(Cause.DATABASE_AWAY);
                pause();
            }
        }
        finish();
    }

    private void work(Judge judge, WriterSession session) throws InterruptedException {
        var work = queue.take(config.batchSize(), HEARTBEAT_MILLIS);
        try {
            if (!work.isEmpty()) {
                judge.handle(work);
            }
            beat(session);
        } catch (UnsettledException broken) {
            LOG.warnf(broken.getCause(), "The connection broke during a commit; settling it on a new one");
            unsettled = broken.batch();
            refuseAllBut(broken.batch(), work);
            giveUp(Cause.DATABASE_AWAY);
        } catch (SQLException broken) {
            LOG.warn("The connection broke between commits", broken);
            refuse(work, Cause.DATABASE_AWAY);
            giveUp(Cause.DATABASE_AWAY);
        } catch (FencedException fenced) {
            LOG.warn("Another writer has taken over");
            refuse(work, Cause.NOT_THE_WRITER);
            forgetEverything();
            giveUp(Cause.NOT_THE_WRITER);
        } catch (RuntimeException | Error failure) {
            refuse(work, Cause.DATABASE_AWAY);
            throw failure;
        }
    }

    /** Also under load: retries and late pings keep the judge busy without a batch that would renew the lease. */
    private void beat(WriterSession session) throws SQLException, FencedException {
        if (isBeatDue() && !session.heartbeat()) {
            throw new FencedException();
        }
    }

    private boolean becomeWriter() throws InterruptedException {
        try {
            if (candidate == null) {
                candidate = connections.open();
            }
            var lossy = WriterSession.settingsThatLose(candidate);
            if (!lossy.isEmpty() && !unsafe) {
                if (queue.closedBecause() != Cause.NOT_DURABLE) {
                    LOG.errorf(
                            "No pings are taken: the database has these off: %s (FORTYEIGHT_UNSAFE overrides)", lossy);
                }
                dropCandidate();
                queue.close(Cause.NOT_DURABLE);
                return false;
            }
            var acquired = WriterSession.acquire(candidate, holder(), config.lease());
            if (acquired.isEmpty()) {
                queue.close(Cause.NOT_THE_WRITER);
                return false;
            }
            candidate = null;
            takeOver(acquired.get());
            return true;
        } catch (SQLException failure) {
            LOG.debugf(failure, "No connection to write with");
            dropCandidate();
            giveUp(Cause.DATABASE_AWAY);
            return false;
        } catch (RuntimeException failure) {
            LOG.warn("The judge can't read its memory back yet", failure);
            forgetEverything();
            giveUp(Cause.DATABASE_AWAY);
            return false;
        }
    }

    private void takeOver(WriterSession acquired) {
        session = acquired;
        clock.startFrom(acquired.found().lastReceivedAtMillis());
        if (judge != null && acquired.found().epoch() == judgedEpoch && judge.knowsEndOf(acquired, unsettled)) {
            if (unsettled == null) {
                judge.resume(acquired);
            } else {
                judge.settle(acquired, unsettled);
            }
        } else {
            if (unsettled != null) {
                unsettled.refuse(Cause.DATABASE_AWAY);
            }
            judge = null;
            freezes.clear();
            directory.refresh();
            var memory = new JudgeState(
                    reader, freezes, directory, memoryConfig, config.rememberPingIds(), this::beatWhileReading);
            var fresh = new Judge(directory, freezes, memory, meters, acquired);
            fresh.warmUp(clock.millis());
            judge = fresh;
        }
        unsettled = null;
        judgedEpoch = acquired.epoch();
        lastBeatNanos = System.nanoTime();
        queue.open();
        LOG.infof("This instance writes the ledger now (epoch %d)", acquired.epoch());
    }

    private void forgetEverything() {
        judge = null;
        meters.remembersNothing();
        if (unsettled != null) {
            unsettled.refuse(Cause.DATABASE_AWAY);
            unsettled = null;
        }
    }

    private void giveUp(Cause because) {
        queue.close(because);
        var held = session;
        session = null;
        if (held != null) {
            held.close();
        }
    }

    private void dropCandidate() {
        if (candidate != null) {
            WriterSession.closeQuietly(candidate);
            candidate = null;
        }
    }

    private static void refuse(List<Work> work, Cause because) {
        work.forEach(each -> PingQueue.refuse(each, because));
    }

    private static void refuseAllBut(Batch batch, List<Work> work) {
        var waiting = new HashSet<Work>(batch.pings());
        work.stream()
                .filter(each -> !waiting.contains(each))
                .forEach(each -> PingQueue.refuse(each, Cause.DATABASE_AWAY));
    }

    private void pause() {
        try {
            wake.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            stopping = true;
        }
    }

    private void finish() {
        var held = session;
        var last = judge;
        if (held != null && last != null) {
            var work = queue.closeAndTake(Cause.NOT_THE_WRITER);
            try {
                last.handle(work);
            } catch (UnsettledException unknown) {
                unsettled = unknown.batch();
                refuseAllBut(unknown.batch(), work);
            } catch (FencedException | RuntimeException failure) {
                LOG.warn("What was queued at the end could not be committed", failure);
                refuse(work, Cause.NOT_THE_WRITER);
            }
        }
        forgetEverything();
        giveUp(Cause.NOT_THE_WRITER);
        dropCandidate();
    }

    private static String holder() {
        return ProcessHandle.current().pid() + "@" + System.getenv().getOrDefault("HOSTNAME", "localhost");
    }
}
