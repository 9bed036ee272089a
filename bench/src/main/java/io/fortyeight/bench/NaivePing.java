package io.fortyeight.bench;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A ping as a first draft would store it: an entity. */
@Entity
@Table(name = "bench_naive_ping")
public class NaivePing extends PanacheEntity {
    public String contest;
    public String campaign;
    public String kind;
    public String visitor;
    public Instant receivedAt;
}
