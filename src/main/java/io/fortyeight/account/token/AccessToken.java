package io.fortyeight.account.token;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bearer token, known by its SHA-256 only. */
@Entity
@Table(name = "access_token")
@SuppressWarnings("NullAway.Init")
class AccessToken extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    String name;
    String role;
    byte[] sha256;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    protected AccessToken() {}

    AccessToken(String name, String role, byte[] sha256, Instant createdAt, @Nullable Instant expiresAt) {
        this.name = name;
        this.role = role;
        this.sha256 = sha256;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    static Optional<AccessToken> bySha256(byte[] sha256) {
        return find("sha256", sha256).firstResultOptional();
    }

    boolean isValidAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }
}
