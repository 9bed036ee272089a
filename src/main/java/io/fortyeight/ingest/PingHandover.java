package io.fortyeight.ingest;

import io.fortyeight.ledger.Answer;
import io.fortyeight.ledger.PingQueue;
import io.fortyeight.ledger.PingRefusedException;
import io.fortyeight.ledger.StampingClock;
import io.fortyeight.ledger.Unledgered;
import io.fortyeight.ledger.Unledgered.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Hands identified pings to the judge, waits without blocking, and adds up those that leave no entry. */
@ApplicationScoped
class PingHandover {

    private final PingQueue queue;
    private final Unledgered unledgered;
    private final StampingClock clock;

    PingHandover(PingQueue queue, Unledgered unledgered, StampingClock clock) {
        this.queue = queue;
        this.unledgered = unledgered;
        this.clock = clock;
    }

    /** The answer, once it is durable; {@link PingRefusedException} when the ping was not taken. */
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
                .invoke(() -> add(ping, Sort.REFUSED));
    }

    private void add(IdentifiedPing ping, Sort sort) {
        unledgered.add(ping.contest().id(), ping.campaign().number(), clock.millis(), sort);
    }
}
