package io.fortyeight.ledger;

import io.fortyeight.ledger.PingRefusedException.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
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
    sealed interface Work permits Stamped, Marker {}

    /** A ping with its time, and who waits for its answer. */
    record Stamped(Submission submission, long receivedAtMillis, CompletableFuture<Answer> answer, Executor answerOn)
            implements Work {}

    /** A place in the queue: {@code reached} completes when everything before it is committed. */
    record Marker(Runnable action, CompletableFuture<Void> reached) implements Work {}

    private final Object order = new Object();
    private final StampingClock clock;
    private final BlockingQueue<Work> queue;
    private volatile @Nullable Cause closedBecause = Cause.NOT_THE_WRITER;

    PingQueue(StampingClock clock, LedgerConfig config) {
        this.clock = clock;
        this.queue = new ArrayBlockingQueue<>(config.queueCapacity());
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
            if (refused == null && !queue.offer(new Stamped(submission, clock.millis(), answer, answerOn))) {
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
        closedBecause = null;
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
            queue.drainTo(waiting);
        }
        return waiting;
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
        List<Work> taken = new ArrayList<>();
        if (queue.drainTo(taken, most) == 0) {
            var first = queue.poll(patienceMillis, TimeUnit.MILLISECONDS);
            if (first != null) {
                taken.add(first);
                queue.drainTo(taken, most - 1);
            }
        }
        return taken;
    }
}
