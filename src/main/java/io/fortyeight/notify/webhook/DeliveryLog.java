package io.fortyeight.notify.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.fortyeight.web.data.Database;
import io.quarkus.panache.common.Page;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was sent to an endpoint, and what came of it. */
@Singleton
class DeliveryLog {

    private static final int SHOWN = 100;

    private final Database database;

    DeliveryLog(Database database) {
        this.database = database;
    }

    /**
     * One event for the endpoint.
     *
     * @param state {@code pending}, {@code delivered} or {@code failed}
     * @param nextAttemptAt while it is pending
     */
    @JsonInclude(Include.NON_NULL)
    record Line(
            UUID id,
            UUID eventId,
            String type,
            String state,
            Instant createdAt,
            @Nullable Instant nextAttemptAt,
            List<AttemptLine> attempts) {}

    /**
     * One attempt.
     *
     * @param error what went wrong, when there was no status
     * @param answer the beginning of the body that came back
     */
    @JsonInclude(Include.NON_NULL)
    record AttemptLine(
            Instant at,
            long durationMillis,
            @Nullable Integer status,
            @Nullable String error,
            @Nullable String answer) {

        static AttemptLine of(Attempt attempt) {
            return new AttemptLine(
                    attempt.attemptedAt, attempt.durationMillis, attempt.status, attempt.error, attempt.answer);
        }
    }

    /** The newest hundred, the newest first. */
    @Transactional(TxType.REQUIRES_NEW)
    List<Line> newest(UUID webhookId) {
        // Of one moment: a delivery must not be shown without the attempt that brought it to where it is.
        database.sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ").update();
        List<Delivery> deliveries = Delivery.<Delivery>find("webhookId = ?1 order by createdAt desc, id", webhookId)
                .page(Page.ofSize(SHOWN))
                .list();
        var attempts = Attempt.of(
                        deliveries.stream().map(delivery -> delivery.id).toList())
                .stream()
                .collect(Collectors.groupingBy(
                        attempt -> attempt.deliveryId, Collectors.mapping(AttemptLine::of, Collectors.toList())));
        return deliveries.stream().map(delivery -> line(delivery, attempts)).toList();
    }

    private static Line line(Delivery delivery, Map<UUID, List<AttemptLine>> attempts) {
        return new Line(
                delivery.id,
                delivery.eventId,
                delivery.type,
                delivery.state,
                delivery.createdAt,
                delivery.nextAttemptAt,
                attempts.getOrDefault(delivery.id, List.of()));
    }
}
