package io.fortyeight.notify.webhook;

import io.fortyeight.account.secret.WrappingKey;
import io.fortyeight.web.outbound.Target;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Deliveries that are due. Each is leased to whoever sends it: an attempt that dies is made again once its lease is over,
 * and one that was merely slow may then be made twice. So an endpoint gets each event at least once.
 */
@Singleton
class DeliveryQueue {

    /** Beyond the time that sending may take: for looking up a name, and for writing down what came of it. */
    private static final Duration SPARE = Duration.ofSeconds(45);

    private final Clock clock;
    private final WrappingKey key;
    private final WebhookConfig config;

    DeliveryQueue(Clock clock, WrappingKey key, WebhookConfig config) {
        this.clock = clock;
        this.key = key;
        this.config = config;
    }

    /** Leases those that are due, the longest due first. */
    @Transactional(TxType.REQUIRES_NEW)
    List<Message> lease(int most) {
        var now = clock.instant();
        var until = now.plus(config.timeout()).plus(SPARE);
        return Delivery.due(now, most).stream()
                .map(delivery -> message(delivery, now, until))
                .toList();
    }

    private Message message(Delivery delivery, Instant now, Instant until) {
        Webhook webhook = Webhook.findById(delivery.webhookId);
        var secrets = WebhookSecret.valid(webhook.id, now).stream()
                .map(secret -> new SigningSecret(key.unwrap(secret.secret)))
                .toList();
        return new Message(
                delivery.id,
                webhook.id,
                delivery.lease(until),
                until,
                delivery.tries,
                Target.parse(webhook.url).orElseThrow(),
                delivery.eventId,
                delivery.payload,
                secrets);
    }

    /** Writes an attempt into the log, and what follows from it unless it has lost its lease. */
    @Transactional(TxType.REQUIRES_NEW)
    void settle(Message message, Instant attemptedAt, Duration took, Outcome outcome) {
        var found = Delivery.lock(message.webhookId(), message.deliveryId());
        if (found.isEmpty()) {
            return;
        }
        var delivery = found.get();
        new Attempt(delivery.id, attemptedAt, took.toMillis(), outcome).persist();
        if (!message.lease().equals(delivery.lease)) {
            return;
        }
        if (outcome.isSuccess()) {
            delivery.succeed();
        } else if (outcome.isGone()) {
            disable(message);
        } else {
            var chance = ThreadLocalRandom.current().nextDouble();
            RetrySchedule.delay(delivery.tries, outcome.retryAfter(), chance)
                    .ifPresentOrElse(delay -> delivery.retry(clock.instant(), delay), delivery::fail);
        }
    }

    private void disable(Message message) {
        Webhook.update("disabledAt = ?1 where id = ?2", clock.instant(), message.webhookId());
        for (Delivery pending : Delivery.<Delivery>list("webhookId = ?1 and state = 'pending'", message.webhookId())) {
            pending.fail();
        }
    }
}
