package io.fortyeight.contest.linkcheck;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.web.data.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
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
            SELECT ?, ?, url, 'unchecked', ? FROM unnest(?::text[]) AS url ON CONFLICT DO NOTHING
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

    private final Database database;

    LinkStore(Database database) {
        this.database = database;
    }

    /** Takes part in the caller's transaction. Links that stay keep what is known of them. */
    public void keepOnly(int contestId, int campaign, List<String> urls, Instant now) {
        database.sql(FORGET, contestId, campaign, urls).update();
        database.sql(ADD, contestId, campaign, now, urls).update();
    }

    public List<CheckedLink> of(ContestDetails contest, CampaignDetails campaign) {
        return database.sql(
                        "SELECT url, state, checked_at, status FROM trust_link WHERE contest_id = ? AND campaign = ? ORDER BY url",
                        contest.id(),
                        campaign.number())
                .list(row -> new CheckedLink(
                        row.getString("url"),
                        LinkState.ofJsonName(row.getString("state")),
                        row.getInstantOrNull("checked_at"),
                        row.getIntOrNull("status")));
    }

    /** Those that are due, the longest waiting first; nobody else is given them before {@code leasedUntil}. */
    List<Due> take(int most, Instant now, Instant leasedUntil) {
        return database.sql(TAKE, leasedUntil, now, most)
                .list(row -> new Due(
                        row.getInt("contest_id"),
                        row.getInt("campaign"),
                        row.getString("url"),
                        LinkState.ofJsonName(row.getString("state")),
                        row.getInt("failures")));
    }

    /** Nothing happens when the link is gone by now. */
    void settle(Due link, LinkCheckResult finding, int failures, Instant now, Instant nextCheckAt) {
        if (!finding.replaces(link.state(), failures)) {
            tryAgain(link, failures, nextCheckAt);
            return;
        }
        database.sql(
                        SETTLE,
                        finding.after(link.state(), failures).jsonName(),
                        finding.status(),
                        failures,
                        now,
                        nextCheckAt,
                        link.contestId(),
                        link.campaign(),
                        link.url())
                .update();
    }

    private void tryAgain(Due link, int failures, Instant at) {
        database.sql(TRY_AGAIN, failures, at, link.contestId(), link.campaign(), link.url())
                .update();
    }
}
