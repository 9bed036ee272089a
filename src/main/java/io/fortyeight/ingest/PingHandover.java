package io.fortyeight.ingest;

import io.fortyeight.ledger.store.StampingClock;
import io.fortyeight.ledger.writer.Answer;
import io.fortyeight.ledger.writer.PingQueue;
import io.fortyeight.ledger.writer.PingRefusedException;
import io.fortyeight.ledger.writer.UnrecordedPings;
import io.fortyeight.ledger.writer.UnrecordedPings.Sort;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Hands identified pings to the judge, waits without blocking, and adds up those that leave no entry. */
@ApplicationScoped
class PingHandover {

    private final PingQueue queue;
    private final UnrecordedPings unledgered;
    private final StampingClock clock;

    PingHandover(PingQueue queue, UnrecordedPings unledgered, StampingClock clock) {
        this.queue = queue;
        this.unledgered = unledgered;
        this.clock = clock;
    }

    /** The answer, once it is durable; {@link PingRefusedException} when the ping was not taken. */
    CompletableFuture<Answer> judged(IdentifiedPing ping) {
        if (ping.submission() == null) {
            add(ping, Sort.LATE);
            return CompletableFuture.completedFuture(Answer.unledgeredLate());
        }
        return queue.submit(ping.submission(), eventLoop()).whenComplete((answer, refusal) -> {
            if (refusal != null) {
                add(ping, Sort.REFUSED);
            } else if (!answer.isLedgered()) {
                add(ping, Sort.LATE);
            }
        });
    }

    /** Where the request is handled, and where its answer goes out. */
    private static Executor eventLoop() {
        return Vertx.currentContext() instanceof ContextInternal context ? context.nettyEventLoop() : Runnable::run;
    }

    private void add(IdentifiedPing ping, Sort sort) {
        unledgered.add(ping.contest().id(), ping.campaign().number(), clock.millis(), sort);
    }
}
