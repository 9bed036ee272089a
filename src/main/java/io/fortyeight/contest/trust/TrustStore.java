package io.fortyeight.contest.trust;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.lifecycle.TrustMark;
import io.fortyeight.contest.linkcheck.LinkStore;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.StoredJson;
import io.fortyeight.web.form.WordedProblem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The trust cards of campaigns, each with all that it ever said. */
@Singleton
public class TrustStore {

    private static final TypeReference<TrustCard> CARD = new TypeReference<>() {};
    private static final int NEWEST = 100;

    private static final String EDITIONS = """
            SELECT version, edited_at, edited_by, body FROM trust_edition
            WHERE contest_id = ? AND campaign = ? ORDER BY version DESC LIMIT ?
            """;

    private static final String COMPLETE = """
            SELECT k.number, k.is_trust_complete FROM campaign k
            WHERE k.contest_id = ? AND EXISTS (
                SELECT FROM trust_edition e WHERE e.contest_id = k.contest_id AND e.campaign = k.number)
            """;

    private static final String ADD = """
            INSERT INTO trust_edition (contest_id, campaign, version, edited_at, edited_by, body)
            SELECT ?, ?, coalesce(max(version), 0) + 1, ?, ?, ? FROM trust_edition WHERE contest_id = ? AND campaign = ?
            """;

    private final Database database;
    private final StoredJson json;
    private final TrustMark mark;
    private final LinkStore links;
    private final Clock clock;

    TrustStore(Database database, StoredJson json, TrustMark mark, LinkStore links, Clock clock) {
        this.database = database;
        this.json = json;
        this.mark = mark;
        this.links = links;
        this.clock = clock;
    }

    /** As it is now; empty when the campaign has none. */
    public Optional<TrustCardVersion> current(ContestDetails contest, CampaignDetails campaign) {
        return editions(contest, campaign, 1).stream().findFirst();
    }

    /** The newest hundred, the newest first. */
    List<TrustCardVersion> history(ContestDetails contest, CampaignDetails campaign) {
        return editions(contest, campaign, NEWEST);
    }

    /** Whether the cards are complete, by the campaigns' numbers; without those that have none. */
    public Map<Integer, Boolean> complete(ContestDetails contest) {
        var complete = new HashMap<Integer, Boolean>();
        database.sql(COMPLETE, contest.id()).forEach(row -> complete.put(row.getInt(1), row.getBoolean(2)));
        return complete;
    }

    /**
     * Puts a new edition in the place of the last one, and has its new links checked.
     *
     * @param seen the version that was edited; null to replace whichever there is
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when there is another one by now, or when the campaign would no
     *     longer compete
     */
    public void replace(
            ContestDetails contest, CampaignDetails campaign, TrustCard card, String by, @Nullable Integer seen) {
        var now = clock.instant();
        mark.set(contest, campaign, card.isComplete(), () -> {
            if (seen != null
                    && !seen.equals(current(contest, campaign)
                            .map(TrustCardVersion::version)
                            .orElse(0))) {
                throw WordedProblem.conflict(
                        TrustMessages.class, TrustMessages::changedMeanwhile, TrustMessages::formConflict);
            }
            database.sql(
                            ADD,
                            contest.id(),
                            campaign.number(),
                            now,
                            by,
                            json.text(card),
                            contest.id(),
                            campaign.number())
                    .update();
            links.keepOnly(contest.id(), campaign.number(), card.links(), now);
        });
    }

    private List<TrustCardVersion> editions(ContestDetails contest, CampaignDetails campaign, int most) {
        return database.sql(EDITIONS, contest.id(), campaign.number(), most)
                .list(row -> new TrustCardVersion(
                        row.getInt("version"),
                        row.getInstant("edited_at"),
                        row.getString("edited_by"),
                        json.value(row.getString("body"), CARD)));
    }
}
