package io.fortyeight.contest.lifecycle;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.contest.directory.ContestMessages;
import io.fortyeight.contest.directory.DirectoryVersion;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.form.WordedProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Marks campaigns whose trust card is complete. Where a contest requires that, the mark is what lets a campaign compete: it
 * is given at any time, and not taken away once the window has opened, so that no ping that was taken loses its meaning.
 */
@Singleton
public class TrustMark {

    private record Mark(boolean isComplete, boolean mustStay) {}

    private final Database database;
    private final DirectoryVersion version;
    private final ContestDirectory directory;
    private final Clock clock;

    TrustMark(Database database, DirectoryVersion version, ContestDirectory directory, Clock clock) {
        this.database = database;
        this.version = version;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Makes a change of the campaign's card and sets the mark, in one transaction and one at a time for each campaign. When
     * this returns, the directory shows it.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when the campaign would no longer compete in an open window
     */
    public void set(ContestDetails contest, CampaignDetails campaign, boolean isComplete, Runnable change) {
        QuarkusTransaction.requiringNew().run(() -> {
            var entry = database.sql("""
                    SELECT k.is_trust_complete, c.requires_trust AND c.opens_at <= ?
                    FROM campaign k JOIN contest c ON c.id = k.contest_id
                    WHERE k.contest_id = ? AND k.number = ? FOR NO KEY UPDATE OF k FOR SHARE OF c
                    """, clock.instant(), contest.id(), campaign.number())
                    .one(row -> new Mark(row.getBoolean(1), row.getBoolean(2)));
            if (entry.mustStay && entry.isComplete && !isComplete) {
                throw WordedProblem.conflict(ContestMessages.class, ContestMessages::cardMustStayComplete);
            }
            change.run();
            if (entry.isComplete != isComplete) {
                database.sql(
                                "UPDATE campaign SET is_trust_complete = ? WHERE contest_id = ? AND number = ?",
                                isComplete,
                                contest.id(),
                                campaign.number())
                        .update();
                version.raise();
            }
        });
        directory.refresh();
    }
}
