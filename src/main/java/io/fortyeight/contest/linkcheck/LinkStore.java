package io.fortyeight.contest.linkcheck;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.web.data.Statements;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The links of the cards in force, and which of them are to be looked at. */
@Singleton
public class LinkStore {

    /** A link that is to be looked at, and what was known of it. */
    record Due(int contestId, int campaign, String url, LinkState state, int failures) {}

    private static final String FORGET =
            "DELETE FROM trust_link WHERE contest_id = ? AND campaign = ? AND NOT url = ANY (?)";

    private static final String ADD = """
            INSERT INTO trust_link (contest_id, campaign, url, state, next_check_at)
            SELECT ?, ?, url, 'unchecked', ? FROM unnest(?) AS url ON CONFLICT DO NOTHING
            """;

    private static final String TAKE = """
            UPDATE trust_link SET next_check_at = ? WHERE (contest_id, campaign, url) IN (
                SELECT contest_id, campaign, url FROM trust_link WHERE next_check_at <= ?
                ORDER BY next_check_at LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING contest_id, campaign, url, state, failures
            """;

    private static final String SETTLE = """
            UPDATE trust_link SET state = ?, status = ?, failures = ?, checked_at = ?, next_check_at = ?
            WHERE contest_id = ? AND campaign = ? AND url = ?
            """;

    private static final String TRY_AGAIN = """
            UPDATE trust_link SET failures = ?, next_check_at = ? WHERE contest_id = ? AND campaign = ? AND url = ?
            """;

    private final Statements statements;

    LinkStore(Statements statements) {
        this.statements = statements;
    }

    /** Takes part in the caller's transaction. Links that stay keep what is known of them. */
    public void keepOnly(int contestId, int campaign, List<String> urls, OffsetDateTime now) {
        statements.with(FORGET, delete -> {
            delete.setInt(1, contestId);
            delete.setInt(2, campaign);
            delete.setArray(3, delete.getConnection().createArrayOf("text", urls.toArray()));
            return delete.executeUpdate();
        });
        statements.with(ADD, insert -> {
            insert.setInt(1, contestId);
            insert.setInt(2, campaign);
            insert.setObject(3, now);
            insert.setArray(4, insert.getConnection().createArrayOf("text", urls.toArray()));
            return insert.executeUpdate();
        });
    }

    public List<CheckedLink> of(ContestDetails contest, CampaignDetails campaign) {
        return statements.with(
                "SELECT url, state, checked_at, status FROM trust_link WHERE contest_id = ? AND campaign = ? ORDER BY url",
                query -> {
                    query.setInt(1, contest.id());
                    query.setInt(2, campaign.number());
                    return links(query);
                });
    }

    private static List<CheckedLink> links(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            var links = new ArrayList<CheckedLink>();
            while (rows.next()) {
                var checkedAt = rows.getObject("checked_at", OffsetDateTime.class);
                links.add(new CheckedLink(
                        rows.getString("url"),
                        LinkState.ofJsonName(rows.getString("state")),
                        checkedAt == null ? null : checkedAt.toInstant(),
                        rows.getObject("status", Integer.class)));
            }
            return links;
        }
    }

    /** Those that are due, the longest waiting first; nobody else is given them before {@code leasedUntil}. */
    List<Due> take(int most, Instant now, Instant leasedUntil) {
        return statements.with(TAKE, update -> {
            update.setObject(1, leasedUntil.atOffset(ZoneOffset.UTC));
            update.setObject(2, now.atOffset(ZoneOffset.UTC));
            update.setInt(3, most);
            try (var rows = update.executeQuery()) {
                var due = new ArrayList<Due>();
                while (rows.next()) {
                    due.add(new Due(
                            rows.getInt("contest_id"),
                            rows.getInt("campaign"),
                            rows.getString("url"),
                            LinkState.ofJsonName(rows.getString("state")),
                            rows.getInt("failures")));
                }
                return due;
            }
        });
    }

    /** Nothing happens when the link is gone by now. */
    void settle(Due link, LinkCheckResult finding, int failures, Instant now, Instant nextCheckAt) {
        if (!finding.replaces(link.state(), failures)) {
            tryAgain(link, failures, nextCheckAt);
            return;
        }
        statements.with(SETTLE, update -> {
            update.setString(1, finding.after(link.state(), failures).jsonName());
            update.setObject(2, finding.status(), Types.INTEGER);
            update.setInt(3, failures);
            update.setObject(4, now.atOffset(ZoneOffset.UTC));
            update.setObject(5, nextCheckAt.atOffset(ZoneOffset.UTC));
            update.setInt(6, link.contestId());
            update.setInt(7, link.campaign());
            update.setString(8, link.url());
            return update.executeUpdate();
        });
    }

    private void tryAgain(Due link, int failures, Instant at) {
        statements.with(TRY_AGAIN, update -> {
            update.setInt(1, failures);
            update.setObject(2, at.atOffset(ZoneOffset.UTC));
            update.setInt(3, link.contestId());
            update.setInt(4, link.campaign());
            update.setString(5, link.url());
            return update.executeUpdate();
        });
    }
}
