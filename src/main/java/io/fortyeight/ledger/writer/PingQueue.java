package io.fortyeight.ledger.writer;

import io.fortyeight.ledger.store.LedgerConfig;
import io.fortyeight.ledger.store.StampingClock;
import io.fortyeight.ledger.writer.PingRefusedException.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where pings come from: a bounded queue in front of the judge.
 *
 * <p>A ping is stamped and queued in one step, under one lock. So the queue, and with it the live ledger, is in the order
 * of {@code receivedAt}; and once a {@linkplain #mark marker} is in the queue, every ping with an earlier stamp is before it.
 */
@ApplicationScoped
public class PingQueue {

    /** Something for the judge to do, in its turn. */
    sealed interface Work permits Stamped, Marker {

        /** Whether somebody waits for the verdict. */
        boolean isUnanswered();
    }

    /**
     * A ping with its time, and who waits for its answer.
     *
     * @param queuedAtNanos by {@link System#nanoTime}: the stamps stand still when the system's clock goes back
     */
    record Stamped(
            Submission submission,
            long receivedAtMillis,
            long queuedAtNanos,
            CompletableFuture<Answer> answer,
            Executor answerOn)
            implements Work {

        @Override
        public boolean isUnanswered() {
            return !answer.isDone();
        }
    }

    /** A place in the queue: {@code reached} completes when everything before it is committed. */
    record Marker(Runnable action, CompletableFuture<Void> reached) implements Work {

        @Override
        public boolean isUnanswered() {
            return false;
        }
    }

    private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Object order = new Object();
    private final StampingClock clock;
    private final BlockingQueue<Work> queue;
    private final int capacity;
    private final long patienceNanos;
    private volatile @Nullable Cause closedBecause = Cause.NOT_THE_WRITER;

    /** What the judge has taken and not yet answered, in order; what it has answered goes when it takes more. */
    private final Deque<List<Work>> taken = new ArrayDeque<>();

    private volatile long takenAtNanos = System.nanoTime() - BUSY_NANOS;

    /** Closed by {@link #refuseOverdue}, and only until the judge comes back for more. */
    private boolean isStalled;

    PingQueue(StampingClock clock, LedgerConfig config) {
        this.clock = clock;
        this.capacity = config.queueCapacity();
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.patienceNanos = config.answerWithin().toNanos();
    }

    /**
     * Hands a ping to the judge.
     *
     * @param answerOn runs what hangs on the answer. Answers of a batch for the same executor are one task for it: waking
     *     an event loop for each cost more than judging
     * @return completes when the ping is committed; fails with {@link PingRefusedException} when it was not taken
     */
    public CompletableFuture<Answer> submit(Submission submission, Executor answerOn) {
        var answer = new CompletableFuture<Answer>();
        Cause refused;
        synchronized (order) {
            refused = closedBecause;
            if (refused == null
                    && !queue.offer(new Stamped(submission, clock.millis(), System.nanoTime(), answer, answerOn))) {
                refused = Cause.QUEUE_FULL;
            }
        }
        if (refused != null) {
            answer.completeExceptionally(new PingRefusedException(refused));
        }
        return answer;
    }

    /** Whether pings are taken now, and if not, why. */
    public @Nullable Cause closedBecause() {
        return closedBecause;
    }

    /** How many pings wait. */
    public int depth() {
        return queue.size();
    }

    /** How many pings may wait. */
    int capacity() {
        return capacity;
    }

    /** How long the oldest ping has waited that was neither answered nor refused yet; 0 when there is none. */
    long lagNanos() {
        synchronized (order) {
            return oldestUnanswered()
                    .map(oldest -> System.nanoTime() - oldest.queuedAtNanos())
                    .orElse(0L);
        }
    }

    /** Whether pings have come just now. */
    public boolean isBusy() {
        return System.nanoTime() - takenAtNanos < BUSY_NANOS;
    }

    /**
     * Puts a marker behind all pings that were stamped before this call.
     *
     * @param action run by the judge's thread when it gets there, between two commits
     * @return completes after {@code action}; fails with {@link PingRefusedException} when the judge does not work now
     */
    CompletableFuture<Void> mark(Runnable action) {
        var reached = new CompletableFuture<Void>();
        Cause refused;
        synchronized (order) {
            refused = closedBecause;
            if (refused == null && !queue.offer(new Marker(action, reached))) {
                refused = Cause.QUEUE_FULL;
            }
        }
        if (refused != null) {
            reached.completeExceptionally(new PingRefusedException(refused));
        }
        return reached;
    }

    /**
     * Puts a marker into the queue once the time is {@code millis} or later.
     *
     * @return completes when all pings with a {@code receivedAt} before {@code millis} are committed
     * @throws IllegalStateException when it is not yet that late
     */
    public CompletableFuture<Void> drainedUntil(long millis) {
        if (clock.millis() < millis) {
            throw new IllegalStateException("Pings from before " + millis + " may still come");
        }
        return mark(() -> {});
    }

    void open() {
        synchronized (order) {
            closedBecause = null;
            isStalled = false;
        }
    }

    /** Takes no more work, and refuses what waits. */
    void close(Cause because) {
        closeAndTake(because).forEach(work -> refuse(work, because));
    }

    /** Takes no more work, and hands over what waits. */
    List<Work> closeAndTake(Cause because) {
        List<Work> waiting = new ArrayList<>();
        synchronized (order) {
            closedBecause = because;
            isStalled = false;
            queue.drainTo(waiting);
        }
        return waiting;
    }

    /**
     * When a ping has waited for too long, refuses it and all behind it, and takes no more until the judge comes back. Those
     * that the judge has in hand may still be committed: nobody knows, and a retry gets their answer.
     */
    void refuseOverdue() {
        List<Work> overdue = new ArrayList<>();
        synchronized (order) {
            var oldest = oldestUnanswered();
            if (oldest.isEmpty() || System.nanoTime() - oldest.get().queuedAtNanos() < patienceNanos) {
                return;
            }
            taken.forEach(overdue::addAll);
            queue.drainTo(overdue);
            if (closedBecause == null) {
                closedBecause = Cause.DATABASE_AWAY;
                isStalled = true;
            }
        }
        overdue.forEach(work -> refuse(work, Cause.DATABASE_AWAY));
    }

    private Optional<Stamped> oldestUnanswered() {
        return Stream.concat(taken.stream().flatMap(List::stream), queue.stream())
                .filter(Work::isUnanswered)
                .map(Stamped.class::cast)
                .findFirst();
    }

    static void refuse(Work work, Cause because) {
        var refusal = new PingRefusedException(because);
        if (work instanceof Stamped stamped) {
            stamped.answer().completeExceptionally(refusal);
        } else if (work instanceof Marker marker) {
            marker.reached().completeExceptionally(refusal);
        }
    }

    /**
     * Waits up to {@code patienceMillis} for work, then takes what is there.
     *
     * @return at most {@code most} pieces, in order; none when there were none in time
     */
    List<Work> take(int most, long patienceMillis) throws InterruptedException {
        judgeIsBack();
        List<Work> work = new ArrayList<>();
        if (queue.drainTo(work, most) == 0) {
            var first = queue.poll(patienceMillis, TimeUnit.MILLISECONDS);
            if (first != null) {
                work.add(first);
                queue.drainTo(work, most - 1);
            }
        }
        if (!work.isEmpty()) {
            takenAtNanos = System.nanoTime();
            synchronized (order) {
                taken.add(work);
            }
        }
        return work;
    }

    private void judgeIsBack() {
        synchronized (order) {
            while (!taken.isEmpty() && taken.peek().stream().noneMatch(Work::isUnanswered)) {
                taken.remove();
            }
            if (isStalled) {
                open();
            }
        }
    }
}
