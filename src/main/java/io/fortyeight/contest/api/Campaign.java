package io.fortyeight.contest.api;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One entrant of a contest: a page for a cause. */
@Entity
@SuppressWarnings("NullAway.Init")
class Campaign extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(name = "contest_id")
    int contestId;

    short number;
    String slug;
    String title;

    @Column(name = "page_url")
    String pageUrl;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> origins;

    @Column(name = "is_trust_complete")
    boolean isTrustComplete;

    @Column(name = "created_at")
    Instant createdAt;

    protected Campaign() {}

    Campaign(int contestId, int number, CampaignPlan plan, Instant now) {
        this.contestId = contestId;
        this.number = (short) number;
        slug = plan.slug();
        title = plan.title();
        pageUrl = plan.pageUrl();
        origins = plan.origins();
        createdAt = now;
    }
}
