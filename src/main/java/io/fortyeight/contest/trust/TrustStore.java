package io.fortyeight.contest.trust;

import io.fortyeight.web.form.WordedProblem;
import com.fasterxml.jackson.core.type.TypeReference;
import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.lifecycle.TrustMark;
import io.fortyeight.contest.linkcheck.LinkStore;
import io.fortyeight.web.data.Statements;
import io.fortyeight.web.data.StoredJson;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

    private final Statements statements;
    private final StoredJson json;
    private final TrustMark mark;
    private final LinkStore links;
    private final Clock clock;

    TrustStore(Statements statements, StoredJson json, TrustMark mark, LinkStore links, Clock clock) {
        this.statements = statements;
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
        return statements.with(COMPLETE, query -> {
            query.setInt(1, contest.id());
            try (var rows = query.executeQuery()) {
                var complete = new HashMap<Integer, Boolean>();
                while (rows.next()) {
                    complete.put(rows.getInt(1), rows.getBoolean(2));
                }
                return complete;
            }
        });
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
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        mark.set(contest, campaign, card.isComplete(), () -> {
            if (seen != null
                    && !seen.equals(current(contest, campaign)
                            .map(TrustCardVersion::version)
                            .orElse(0))) {
                throw WordedProblem.conflict(
                        TrustMessages.class, TrustMessages::changedMeanwhile, TrustMessages::formConflict);
            }
            statements.with(ADD, insert -> {
                insert.setInt(1, contest.id());
                insert.setInt(2, campaign.number());
                insert.setObject(3, now);
                insert.setString(4, by);
                insert.setString(5, json.text(card));
                insert.setInt(6, contest.id());
                insert.setInt(7, campaign.number());
                return insert.executeUpdate();
            });
            links.keepOnly(contest.id(), campaign.number(), card.links(), now);
        });
    }

    private List<TrustCardVersion> editions(ContestDetails contest, CampaignDetails campaign, int most) {
        return statements.with(EDITIONS, query -> {
            query.setInt(1, contest.id());
            query.setInt(2, campaign.number());
            query.setInt(3, most);
            return read(query);
        });
    }

    private List<TrustCardVersion> read(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            var editions = new ArrayList<TrustCardVersion>();
            while (rows.next()) {
                editions.add(new TrustCardVersion(
                        rows.getInt("version"),
                        rows.getObject("edited_at", OffsetDateTime.class).toInstant(),
                        rows.getString("edited_by"),
                        json.value(rows.getString("body"), CARD)));
            }
            return editions;
        }
    }
}
