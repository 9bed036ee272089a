package io.fortyeight.notify.webhook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An endpoint that an organizer wants a contest's events sent to. */
@Entity
@SuppressWarnings("NullAway.Init")
class Webhook extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "contest_id")
    int contestId;

    String url;

    /** Null: all. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Nullable
    List<String> events;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "disabled_at")
    @Nullable
    Instant disabledAt;

    protected Webhook() {}

    Webhook(int contestId, WebhookPlan plan, Instant now) {
        id = UUID.randomUUID();
        this.contestId = contestId;
        url = plan.target().url();
        events = plan.events();
        createdAt = now;
    }

    static List<Webhook> ofContest(int contestId) {
        return list("contestId = ?1 order by createdAt, id", contestId);
    }

    static Optional<Webhook> find(int contestId, UUID id) {
        return find("contestId = ?1 and id = ?2", contestId, id).firstResultOptional();
    }

    boolean wants(String type) {
        return disabledAt == null && (events == null || events.contains(type));
    }
}
