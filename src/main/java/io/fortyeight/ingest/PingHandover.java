package io.fortyeight.ingest;

import io.fortyeight.ledger.Answer;
import io.fortyeight.ledger.PingQueue;
import io.fortyeight.ledger.PingRefusedException;
import io.fortyeight.ledger.StampingClock;
import io.fortyeight.ledger.Unledgered;
import io.fortyeight.ledger.Unledgered.Sort;
import io.fortyeight.web.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Hands identified pings to the judge, waits without blocking, and adds up those that leave no entry. */
@ApplicationScoped
class PingHandover {

    private static final long RETRY_AFTER_SECONDS = 2;

    private final PingQueue queue;
    private final Unledgered unledgered;
    private final StampingClock clock;

    PingHandover(PingQueue queue, Unledgered unledgered, StampingClock clock) {
        this.queue = queue;
        this.unledgered = unledgered;
        this.clock = clock;
    }

    /** The answer, once it is durable; 503 when the ping was not taken. */
    Uni<Answer> judged(IdentifiedPing ping) {
        if (ping.submission() == null) {
            add(ping, Sort.LATE);
            return Uni.createFrom().item(Answer.unledgeredLate());
        }
        var answer = queue.submit(ping.submission());
        return Uni.createFrom()
                .completionStage(answer)
                .invoke(given -> {
                    if (!given.isLedgered()) {
                        add(ping, Sort.LATE);
                    }
                })
                .onFailure(PingRefusedException.class)
                .transform(failure -> {
                    add(ping, Sort.REFUSED);
                    var why = ((PingRefusedException) failure).why();
                    return Problems.unavailable(why.detail(), RETRY_AFTER_SECONDS);
                });
    }

    private void add(IdentifiedPing ping, Sort sort) {
        unledgered.add(ping.contest().id(), ping.campaign().number(), clock.millis(), sort);
    }
}
