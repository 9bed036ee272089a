package io.fortyeight.notify.webhook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;
import org.jspecify.annotations.Nullable;

/** One event on its way to one endpoint. */
@Entity
@Table(name = "webhook_delivery")
@SuppressWarnings("NullAway.Init")
class Delivery extends PanacheEntityBase {

    static final String PENDING = "pending";
    static final String DELIVERED = "delivered";
    static final String FAILED = "failed";

    @Id
    UUID id;

    @Column(name = "webhook_id")
    UUID webhookId;

    @Column(name = "event_id")
    UUID eventId;

    String type;
    String payload;
    String state;
    int tries;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "pending_since")
    Instant pendingSince;

    @Column(name = "next_attempt_at")
    @Nullable
    Instant nextAttemptAt;

    @Nullable
    UUID lease;

    @Column(name = "leased_until")
    @Nullable
    Instant leasedUntil;

    protected Delivery() {}

    Delivery(UUID webhookId, UUID eventId, String type, String payload, Instant now) {
        id = UUID.randomUUID();
        this.webhookId = webhookId;
        this.eventId = eventId;
        this.type = type;
        this.payload = payload;
        createdAt = now;
        begin(now);
    }

    /** Locks the row until the transaction ends. */
    static Optional<Delivery> lock(UUID webhookId, UUID id) {
        return find("webhookId = ?1 and id = ?2", webhookId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Locks those that are due, the longest due first, except for what others have locked. */
    static List<Delivery> due(Instant now, int most) {
        return Delivery.<Delivery>find(
                        "state = 'pending' and nextAttemptAt <= ?1 and (leasedUntil is null or leasedUntil <= ?1)"
                                + " order by nextAttemptAt",
                        now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .page(Page.ofSize(most))
                .list();
    }

    /** Begins the schedule, for the first time or anew; an attempt under way has no say in it any more. */
    final void begin(Instant now) {
        state = PENDING;
        tries = 0;
        pendingSince = now;
        nextAttemptAt = now;
        release();
    }

    UUID lease(Instant until) {
        lease = UUID.randomUUID();
        leasedUntil = until;
        return lease;
    }

    void succeed() {
        end(DELIVERED);
    }

    void fail() {
        end(FAILED);
    }

    /** @param delay until the next attempt */
    void retry(Instant now, Duration delay) {
        tries++;
        nextAttemptAt = now.plus(delay);
        release();
    }

    private void end(String how) {
        state = how;
        nextAttemptAt = null;
        release();
    }

    private void release() {
        lease = null;
        leasedUntil = null;
    }
}
