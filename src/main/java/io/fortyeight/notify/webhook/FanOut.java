package io.fortyeight.notify.webhook;

import io.fortyeight.notify.outbox.Outbox;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;

/** Turns each event of the outbox into one delivery for each endpoint that wants it, in one transaction. */
@Singleton
class FanOut {

    private static final int EVENTS_AT_ONCE = 100;

    private final Outbox outbox;
    private final Clock clock;

    FanOut(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @return whether there may be more */
    @Transactional(TxType.REQUIRES_NEW)
    boolean next() {
        var events = outbox.take(EVENTS_AT_ONCE);
        for (var event : events) {
            var type = event.type().jsonName();
            for (var webhook : Webhook.ofContest(event.contestId())) {
                if (webhook.wants(type)) {
                    new Delivery(webhook.id, event.id(), type, event.payload(), clock.instant()).persist();
                }
            }
        }
        return events.size() == EVENTS_AT_ONCE;
    }
}
