package io.fortyeight.notify.webhook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One attempt to deliver, as the log keeps it. */
@Entity
@Table(name = "webhook_attempt")
@SuppressWarnings("NullAway.Init")
class Attempt extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "delivery_id")
    UUID deliveryId;

    @Column(name = "attempted_at")
    Instant attemptedAt;

    @Column(name = "duration_millis")
    long durationMillis;

    @Nullable
    Integer status;

    @Nullable
    String error;

    @Nullable
    String answer;

    protected Attempt() {}

    Attempt(UUID deliveryId, Instant attemptedAt, long durationMillis, Outcome outcome) {
        this.deliveryId = deliveryId;
        this.attemptedAt = attemptedAt;
        this.durationMillis = durationMillis;
        status = outcome.status();
        error = outcome.error();
        answer = outcome.answer();
    }

    /** In the order they were made. */
    static List<Attempt> of(Collection<UUID> deliveryIds) {
        return list("deliveryId in ?1 order by id", deliveryIds);
    }
}
