package io.fortyeight.ledger.writer;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.core.counting.Ping;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.ledger.store.LedgerEntry;
import io.fortyeight.ledger.store.WriterSession;
import io.fortyeight.ledger.writer.PingQueue.Marker;
import io.fortyeight.ledger.writer.PingQueue.Stamped;
import io.fortyeight.ledger.writer.PingQueue.Work;
import io.fortyeight.ledger.writer.PingRefusedException.Cause;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Judges pings in the order of the queue, and appends them to the ledger in batches: group commit. Whatever has queued up
 * while the last commit was under way is the next batch; there is no timer.
 *
 * <p>One thread at a time uses it, and it does one thing after the other. Judging the next batch while one is committed, on
 * a thread more, was tried: with as many cores as there are busy threads anyway it was slower, see docs/performance.md.
 *
 * <p>It works on one {@link WriterSession}; when that breaks, the {@link JudgeThread} gets a new one and calls
 * {@link #settle}.
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
    private final FrozenVisitors freezes;
    private final JudgeState memory;
    private final JudgeMeters meters;
    private WriterSession session;

    /** Of the last batch that is in the ledger, as far as this judge knows. */
    private @Nullable UUID lastToken;

    /** Of all contests: the queue is in the order of stamps, so no ping to come has an earlier one. */
    private long lastReceivedAtMillis = Long.MIN_VALUE;

    private volatile boolean hasFailed;
    private volatile long failedAtNanos;

    Judge(
            ContestDirectory directory,
            FrozenVisitors freezes,
            JudgeState memory,
            JudgeMeters meters,
            WriterSession session) {
        this.directory = directory;
        this.freezes = freezes;
        this.memory = memory;
        this.meters = meters;
        this.session = session;
        this.lastToken = session.found().batch();
    }

    /**
     * Whether the ledger ends where this judge takes it to, or with the unsettled batch. If not, the database is another
     * one, or was put back to an earlier state while nobody looked, and the memory is ahead of it.
     */
    boolean knowsEndOf(WriterSession replacement, @Nullable Batch unsettled) {
        var found = replacement.found().batch();
        return Objects.equals(found, lastToken)
                || (unsettled != null && unsettled.token().equals(found));
    }

    /** Reads back what the open contests need, so that the first ping does not wait for it. */
    void warmUp(long nowMillis) {
        for (var contest : directory.all()) {
            if (contest.window().contains(nowMillis)) {
                memory.partition(contest, session.connection());
            }
        }
        meters.remembers(memory);
    }

    /**
     * Goes on with a new session, after the lock was taken again and nobody had written in between.
     *
     * @param unsettled the batch whose commit had an unknown outcome
     */
    void settle(WriterSession replacement, Batch unsettled) {
        session = replacement;
        if (unsettled.token().equals(replacement.found().batch())) {
            lastToken = unsettled.token();
            commit(unsettled);
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

    /**
     * Does the work in order.
     *
     * @throws UnsettledException when the connection broke and nobody knows whether the batch was committed
     * @throws FencedException when another writer has taken over
     */
    void handle(List<Work> work) throws UnsettledException, FencedException {
        var pings = new ArrayList<Stamped>();
        for (var each : work) {
            if (each instanceof Stamped stamped) {
                pings.add(stamped);
            } else if (each instanceof Marker marker) {
                judge(pings);
                pings.clear();
                marker.action().run();
                marker.reached().complete(null);
            }
        }
        judge(pings);
        // Each visitor is looked at once in four as many pings as there are visitors; more often only costs time.
        memory.forget(work.size() / 4 + 16, lastReceivedAtMillis);
        meters.remembers(memory);
    }

    private void judge(List<Stamped> pings) throws UnsettledException, FencedException {
        if (pings.isEmpty()) {
            return;
        }
        var batch = new Batch();
        try {
            pings.forEach(ping -> draft(batch, ping));
            if (!batch.entries().isEmpty()) {
                append(batch);
            }
        } catch (SQLException failure) {
            handle(failure, batch, pings);
            return;
        } catch (RuntimeException failure) {
            batch.rollback();
            throw failure;
        }
        commit(batch);
    }

    /** Counts before it answers: whoever has an answer finds it counted. */
    private void commit(Batch durable) {
        meters.count(durable);
        durable.commit(memory.answers(), freezes);
    }

    private void append(Batch batch) throws SQLException, FencedException {
        var startedAtNanos = System.nanoTime();
        if (!session.append(batch.entries(), batch.token())) {
            throw new FencedException();
        }
        meters.timeCommit(System.nanoTime() - startedAtNanos);
        lastToken = batch.token();
        hasFailed = false;
    }

    private void handle(SQLException failure, Batch batch, List<Stamped> pings)
            throws UnsettledException, FencedException {
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
                    judge(List.copyOf(pings.subList(0, half)));
                    judge(List.copyOf(pings.subList(half, pings.size())));
                }
            }
            case OUT_OF_STEP -> {
                batch.rollback();
                LOG.error("The ledger has entries that the judge does not know; reading it back", failure);
                throw new FencedException();
            }
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
            var earlier = batch.find(submission.contestId(), pingId);
            if (earlier == null) {
                earlier = memory.answers().find(submission.contestId(), pingId);
            }
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

    private void judge(Batch batch, Stamped stamped, ContestDetails contest) {
        var submission = stamped.submission();
        var partition = memory.partition(contest, session.connection());
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
