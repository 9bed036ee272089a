package io.fortyeight.contest.api;

import io.fortyeight.contest.directory.ContestState;
import io.fortyeight.contest.directory.ContestStateConverter;
import io.fortyeight.contest.rules.RulesReader;
import io.fortyeight.core.counting.RulesCard;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A competition with one voting window, one rules card, and campaigns that compete. */
@Entity
@SuppressWarnings("NullAway.Init")
class Contest extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    String slug;
    String name;
    String zone;

    @Column(name = "opens_at")
    Instant opensAt;

    @Column(name = "closes_at")
    Instant closesAt;

    @Column(name = "announces_at")
    @Nullable
    Instant announcesAt;

    String publishes;

    @Column(name = "blackout_millis")
    @Nullable
    Long blackoutMillis;

    @Column(name = "length_millis")
    @Nullable
    Long lengthMillis;

    String rules;

    @Column(name = "requires_trust")
    boolean requiresTrust;

    @Column(name = "rules_hash")
    @Nullable
    String rulesHash;

    @Convert(converter = ContestStateConverter.class)
    ContestState state;

    @Column(name = "held_reason")
    @Nullable
    String heldReason;

    boolean past;
    byte @Nullable [] secret;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "certified_at")
    @Nullable
    Instant certifiedAt;

    int edits;

    @Column(name = "edited_at")
    @Nullable
    Instant editedAt;

    @Column(name = "rehearsal_of")
    @Nullable
    Integer rehearsalOf;

    protected Contest() {}

    /** A contest whose window is over already is for imports: open, and its card pinned, from the start. */
    Contest(ContestPlan plan, byte[] wrappedSecret, Instant now) {
        accept(plan);
        past = !now.isBefore(plan.closesAt());
        state = past ? ContestState.OPEN : ContestState.SCHEDULED;
        rulesHash = past ? plan.rules().hash() : null;
        secret = wrappedSecret;
        createdAt = now;
    }

    /** Locks the row until the transaction ends. */
    static Optional<Contest> lock(String slug) {
        return find("slug", slug).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    final void accept(ContestPlan plan) {
        slug = plan.slug();
        name = plan.name();
        zone = plan.zone().getId();
        opensAt = plan.opensAt();
        closesAt = plan.closesAt();
        announcesAt = plan.announcesAt();
        publishes = plan.publishes().jsonName();
        blackoutMillis = millis(plan.blackout());
        lengthMillis = millis(plan.length());
        rules = plan.rules().canonicalJson();
        requiresTrust = plan.requiresTrust();
    }

    RulesCard card() {
        return RulesReader.stored(rules);
    }

    /** As its organizer stated it, rules left out. */
    NewContest asStated() {
        return new NewContest(
                slug,
                name,
                zone,
                local(opensAt),
                text(lengthMillis),
                lengthMillis == null ? local(closesAt) : null,
                announcesAt == null ? null : local(announcesAt),
                publishes,
                text(blackoutMillis),
                null,
                requiresTrust);
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    private static @Nullable String text(@Nullable Long millis) {
        return millis == null ? null : Duration.ofMillis(millis).toString();
    }

    private String local(Instant instant) {
        return instant.atZone(ZoneId.of(zone)).toLocalDateTime().toString();
    }
}
