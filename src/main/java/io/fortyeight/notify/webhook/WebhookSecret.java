package io.fortyeight.notify.webhook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What deliveries to an endpoint are signed with, wrapped. The newest has no end; those before it have one. */
@Entity
@Table(name = "webhook_secret")
@SuppressWarnings("NullAway.Init")
class WebhookSecret extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(name = "webhook_id")
    UUID webhookId;

    byte[] secret;

    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    protected WebhookSecret() {}

    WebhookSecret(UUID webhookId, byte[] wrapped) {
        this.webhookId = webhookId;
        secret = wrapped;
    }

    /** Those that sign at this time, the newest first. */
    static List<WebhookSecret> valid(UUID webhookId, Instant now) {
        return list("webhookId = ?1 and (expiresAt is null or expiresAt > ?2) order by id desc", webhookId, now);
    }

    static void deleteExpired(UUID webhookId, Instant now) {
        delete("webhookId = ?1 and expiresAt <= ?2", webhookId, now);
    }
}
