package io.fortyeight.ledger;

import io.fortyeight.contest.ContestDetails;
import io.fortyeight.contest.ContestDirectory;
import io.fortyeight.counting.Ping;
import io.fortyeight.counting.Verdict;
import io.fortyeight.ledger.PingQueue.Marker;
import io.fortyeight.ledger.PingQueue.Stamped;
import io.fortyeight.ledger.PingQueue.Work;
import io.fortyeight.ledger.PingRefusedException.Cause;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Judges pings in the order of the queue, and appends them to the ledger in batches: group commit. Whatever has queued up
 * while the last commit was under way is the next batch; there is no timer.
 *
 * <p>While a batch is being committed, the next is judged already, on histories that hold what the one before left in them.
 * Nobody is answered before the batch is durable. Should the earlier one fail, what was judged after it is undone and
 * judged again.
 *
 * <p>One thread at a time uses it: {@link #judge}, {@link #awaitCommit}, {@link #send} in turn. It works on one
 * {@link WriterSession}; when that breaks, the {@link JudgeThread} gets a new one and calls {@link #settle}.
 */
final class Judge {

    private static final Logger LOG = Logger.getLogger(Judge.class);

    /**
     * How long a commit that failed counts. Then the judge is trusted again: a load balancer that passes it by sends no ping
     * by which it could show that it has recovered.
     */
    private static final long FAILURE_COUNTS_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** The other writer has raised the epoch: this one's memory is worth nothing any more. */
    static final class FencedException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final ContestDirectory directory;
    private final FreezeBoard freezes;
    private final JudgeMemory memory;
    private final ExecutorService committer;
    private WriterSession session;

    /** What is judged and not yet on its way. */
    private Batch open = new Batch();

    private @Nullable Commit underWay;

    /** Durable, but not yet answered: the next batch is sent first. */
    private @Nullable Batch committed;

    /** Of all contests: the queue is in the order of stamps, so no ping to come has an earlier one. */
    private long lastReceivedAtMillis = Long.MIN_VALUE;

    private volatile boolean hasFailed;
    private volatile long failedAtNanos;

    private record Commit(Batch batch, Future<Boolean> written) {}

    /** @param committer runs one commit at a time */
    Judge(
            ContestDirectory directory,
            FreezeBoard freezes,
            JudgeMemory memory,
            WriterSession session,
            ExecutorService committer) {
        this.directory = directory;
        this.freezes = freezes;
        this.memory = memory;
        this.session = session;
        this.committer = committer;
    }

    /** Reads back what the open contests need, so that the first ping does not wait for it. */
    void warmUp(long nowMillis) throws SQLException {
        for (var contest : directory.all()) {
            if (contest.window().contains(nowMillis)) {
                memory.partition(contest, session.connection());
            }
        }
    }

    /**
     * Goes on with a new session, after the lock was taken again and nobody had written in between.
     *
     * @param unsettled the batch whose commit had an unknown outcome
     */
    void settle(WriterSession replacement, Batch unsettled) {
        session = replacement;
        if (unsettled.token().equals(replacement.found().batch())) {
            unsettled.commit(memory.answers(), freezes);
        } else {
            unsettled.rollback();
            unsettled.refuse(Cause.DATABASE_AWAY);
        }
    }

    void resume(WriterSession replacement) {
        session = replacement;
    }

    /** Whether the last commit failed, and only a moment ago, though the connection is fine. */
    boolean hasJustFailed() {
        return hasFailed && System.nanoTime() - failedAtNanos < FAILURE_COUNTS_NANOS;
    }

    boolean isCommitting() {
        return underWay != null;
    }

    /** How many pings wait for the next commit. */
    int waiting() {
        return open.size();
    }

    /**
     * Judges pings, for the next commit. A marker is reached when everything before it is committed.
     *
     * @throws UnsettledException when the connection broke and nobody knows whether the batch was committed
     * @throws FencedException when another writer has taken over
     */
    void judge(List<Work> work) throws UnsettledException, FencedException {
        for (var each : work) {
            if (each instanceof Stamped stamped) {
                draft(open, stamped);
            } else if (each instanceof Marker marker) {
                drain();
                marker.action().run();
                marker.reached().complete(null);
            }
        }
    }

    /** Commits all that is judged, and answers it. Throws as {@link #judge} does. */
    void drain() throws UnsettledException, FencedException {
        awaitCommit();
        send();
        awaitCommit();
        answer();
    }

    /** Waits until the batch under way, if there is one, is committed. Throws as {@link #judge} does. */
    void awaitCommit() throws UnsettledException, FencedException {
        var commit = underWay;
        if (commit == null) {
            return;
        }
        underWay = null;
        try {
            if (!resultOf(commit.written)) {
                throw new FencedException();
            }
            committed = commit.batch;
        } catch (SQLException failure) {
            recover(failure, commit.batch);
        } catch (FencedException fenced) {
            commit.batch.refuse(Cause.NOT_THE_WRITER);
            throw fenced;
        } catch (RuntimeException failure) {
            commit.batch.refuse(Cause.DATABASE_AWAY);
            throw failure;
        }
    }

    /** What was judged after a batch that failed is judged again. */
    private void recover(SQLException failure, Batch failed) throws UnsettledException, FencedException {
        var later = open;
        open = new Batch();
        later.rollback();
        try {
            handle(failure, failed);
            later.pings().forEach(ping -> draft(open, ping));
        } catch (UnsettledException unknown) {
            failed.refuseAllBut(unknown.batch(), Cause.DATABASE_AWAY);
            later.refuse(Cause.DATABASE_AWAY);
            throw unknown;
        } catch (FencedException | RuntimeException gone) {
            failed.refuse(Cause.DATABASE_AWAY);
            later.refuse(Cause.DATABASE_AWAY);
            throw gone;
        }
    }

    /** Sends what is judged on its way to the disk; then answers what was committed before. */
    void send() {
        var batch = open;
        open = new Batch();
        if (!batch.entries().isEmpty()) {
            underWay = new Commit(batch, committer.submit(() -> write(batch)));
            answer();
        } else {
            answer();
            committed = batch;
            answer();
        }
    }

    private void answer() {
        var batch = committed;
        if (batch != null) {
            committed = null;
            batch.commit(memory.answers(), freezes);
            // Each visitor is looked at once in four as many pings as there are visitors; more often only costs time.
            memory.forget(batch.size() / 4 + 16, lastReceivedAtMillis);
        }
    }

    /** Answers what is durable, and refuses the rest. Unless nothing was left, the histories are worth nothing then. */
    void abandon(Cause because) {
        if (committed != null) {
            committed.answer();
        }
        if (underWay != null) {
            try {
                if (resultOf(underWay.written)) {
                    underWay.batch.answer();
                }
            } catch (SQLException | RuntimeException unknown) {
                LOG.warn("A batch was refused that may be committed; its pings get their answers on a retry", unknown);
            }
            underWay.batch.refuse(because);
        }
        open.refuse(because);
    }

    private boolean write(Batch batch) throws SQLException {
        var isWritten = session.append(batch.entries(), batch.token());
        hasFailed = false;
        return isWritten;
    }

    private static boolean resultOf(Future<Boolean> written) throws SQLException {
        try {
            return written.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw new IllegalStateException("A batch could not be written", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a batch was written", interrupted);
        }
    }

    private void handle(SQLException failure, Batch batch) throws UnsettledException, FencedException {
        var pings = batch.pings();
        switch (Failure.of(failure)) {
            case CONNECTION_BROKEN -> throw new UnsettledException(batch, failure);
            case STATEMENT_FAILED -> {
                batch.rollback();
                if (!hasJustFailed()) {
                    // Once: a log that grows with each batch would take the room that is freed on a full disk.
                    LOG.errorf(failure, "A batch of %d pings can't be committed now", pings.size());
                }
                failedAtNanos = System.nanoTime();
                hasFailed = true;
                batch.refuse(Cause.WRITE_FAILED);
            }
            case ENTRY_REFUSED -> {
                batch.rollback();
                if (pings.size() == 1) {
                    LOG.errorf(failure, "The ledger can't take a ping; it is refused");
                    batch.refuse(Cause.POISONOUS);
                } else {
                    var half = pings.size() / 2;
                    judgeAtOnce(pings.subList(0, half));
                    judgeAtOnce(pings.subList(half, pings.size()));
                }
            }
            case OUT_OF_STEP -> {
                batch.rollback();
                LOG.error("The ledger has entries that the judge does not know; reading it back", failure);
                throw new FencedException();
            }
        }
    }

    private void judgeAtOnce(List<Stamped> pings) throws UnsettledException, FencedException {
        var batch = new Batch();
        pings.forEach(ping -> draft(batch, ping));
        try {
            if (!batch.entries().isEmpty() && !write(batch)) {
                throw new FencedException();
            }
            batch.commit(memory.answers(), freezes);
        } catch (SQLException failure) {
            handle(failure, batch);
        }
    }

    private void draft(Batch batch, Stamped stamped) {
        lastReceivedAtMillis = stamped.receivedAtMillis();
        if (!stamped.isUnanswered()) {
            // It has waited for too long, and was told to come again.
            return;
        }
        var submission = stamped.submission();
        var pingId = submission.pingId();
        if (pingId != null) {
            var earlier = earlierAnswer(batch, submission.contestId(), pingId);
            if (earlier != null) {
                batch.answerOnly(stamped, earlier);
                return;
            }
        }
        var contest = directory
                .find(submission.contestId())
                .orElseThrow(() -> new IllegalStateException("No contest " + submission.contestId()));
        if (contest.storedState().isFinal()) {
            batch.answerOnly(stamped, Answer.unledgeredLate());
            return;
        }
        judge(batch, stamped, contest);
    }

    private @Nullable Answer earlierAnswer(Batch batch, int contestId, UUID pingId) {
        var answer = batch.find(contestId, pingId);
        if (answer == null && underWay != null) {
            answer = underWay.batch.find(contestId, pingId);
        }
        if (answer == null && committed != null) {
            answer = committed.find(contestId, pingId);
        }
        return answer != null ? answer : memory.answers().find(contestId, pingId);
    }

    private void judge(Batch batch, Stamped stamped, ContestDetails contest) {
        var submission = stamped.submission();
        var partition = partition(contest);
        batch.touch(partition, contest);
        var ping = new Ping(
                stamped.receivedAtMillis(),
                submission.item(),
                submission.visitor(),
                submission.network(),
                submission.robot());
        var verdict = partition.judge(ping);
        if (leavesTrace(verdict)
                && !partition.histories().remembers(submission.visitor())
                && memory.isFullFor(partition, submission.network())) {
            PingQueue.refuse(stamped, Cause.MEMORY_FULL);
            return;
        }
        var sequence = partition.record(ping, verdict);
        var entry = new LedgerEntry(
                partition.partitionId(), sequence, ping, verdict, submission.pingId(), submission.via());
        var answer = new Answer(verdict, LivePartition.NUMBER, sequence, partition.countsAgainAtMillis(ping, verdict));
        batch.add(entry, partition, stamped, answer);
    }

    /** The driver lets a look-up on the writer's connection wait for a commit that is under way there. */
    private LivePartition partition(ContestDetails contest) {
        try {
            return memory.partition(contest, session.connection());
        } catch (SQLException failure) {
            throw new LedgerUnreadableException(failure);
        }
    }

    private static boolean leavesTrace(Verdict verdict) {
        return switch (verdict) {
            case EARLY, LATE, ROBOT, FROZEN -> false;
            case COUNTED, FREEZES, REPEAT, CAPPED, CROWDED -> true;
        };
    }

    /** The connection broke while a batch was under way: it may be in the ledger, or not. */
    static final class UnsettledException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Batch batch;

        UnsettledException(Batch batch, SQLException cause) {
            super(cause);
            this.batch = batch;
        }

        Batch batch() {
            return batch;
        }
    }

    /** What an error of the database means for a batch. */
    enum Failure {
        /** Nobody knows whether it was committed. */
        CONNECTION_BROKEN,
        /** It was not committed; the next may be (disk full, out of memory). */
        STATEMENT_FAILED,
        /** It was not committed, and won't be as long as one of its entries is in it. */
        ENTRY_REFUSED,
        /** It was not committed: its sequence numbers are taken. */
        OUT_OF_STEP;

        private static final String UNIQUE_VIOLATION = "23505";

        /** By SQLSTATE class; see appendix A of the PostgreSQL manual. */
        static Failure of(SQLException failure) {
            var state = failure.getSQLState();
            if (state == null || state.startsWith("08") || state.startsWith("57P")) {
                return CONNECTION_BROKEN;
            }
            if (state.equals(UNIQUE_VIOLATION)) {
                return OUT_OF_STEP;
            }
            return state.startsWith("22") || state.startsWith("23") ? ENTRY_REFUSED : STATEMENT_FAILED;
        }
    }
}
