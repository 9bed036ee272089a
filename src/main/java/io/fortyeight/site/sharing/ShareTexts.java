package io.fortyeight.site.sharing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.web.data.Statements;
import io.fortyeight.web.page.Language;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What shares say: what the organizer chose, else the campaign's title and a sentence about it. */
@Singleton
class ShareTexts {

    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final int MAX_KEPT = 10_000;

    private static final String READ =
            "SELECT language, title, body, hashtags FROM share_text WHERE contest_id = ? AND campaign = ?";

    private static final String CLEAR = "DELETE FROM share_text WHERE contest_id = ? AND campaign = ?";

    private static final String ADD = """
            INSERT INTO share_text (contest_id, campaign, language, title, body, hashtags) VALUES (?, ?, ?, ?, ?, ?)
            """;

    private record Key(int contest, int campaign) {}

    private final Statements statements;
    private final Cache<Key, Map<Language, OwnShareText>> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MAX_KEPT).build();

    ShareTexts(Statements statements) {
        this.statements = statements;
    }

    ShareText of(ContestDetails contest, CampaignDetails campaign, Language language) {
        var own = kept.get(key(contest, campaign), key -> own(contest, campaign));
        return own.getOrDefault(language, OwnShareText.NONE).over(usual(contest, campaign, language));
    }

    /** What is said of every campaign. */
    static ShareText usual(ContestDetails contest, CampaignDetails campaign, Language language) {
        var words = language.messages(ShareMessages.class);
        return new ShareText(campaign.title(), words.usual(campaign.title(), contest.name()), List.of());
    }

    /** Without the languages that have nothing of their own. */
    Map<Language, OwnShareText> own(ContestDetails contest, CampaignDetails campaign) {
        return statements.with(READ, query -> {
            query.setInt(1, contest.id());
            query.setInt(2, campaign.number());
            return read(query);
        });
    }

    /** Puts these in the place of what there is. */
    @Transactional
    void replace(ContestDetails contest, CampaignDetails campaign, Map<Language, OwnShareText> texts) {
        statements.with(CLEAR, delete -> {
            delete.setInt(1, contest.id());
            delete.setInt(2, campaign.number());
            return delete.executeUpdate();
        });
        texts.forEach((language, text) -> statements.with(ADD, insert -> {
            insert.setInt(1, contest.id());
            insert.setInt(2, campaign.number());
            insert.setString(3, language.tag());
            insert.setObject(4, text.title(), Types.VARCHAR);
            insert.setObject(5, text.text(), Types.VARCHAR);
            insert.setArray(
                    6,
                    insert.getConnection().createArrayOf("text", text.hashtags().toArray()));
            return insert.executeUpdate();
        }));
    }

    /** To be called once {@link #replace} is committed; other instances learn of it by themselves, a little later. */
    void forget(ContestDetails contest, CampaignDetails campaign) {
        kept.invalidate(key(contest, campaign));
    }

    private static Map<Language, OwnShareText> read(PreparedStatement query) throws SQLException {
        var texts = new EnumMap<Language, OwnShareText>(Language.class);
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                var text = new OwnShareText(rows.getString("title"), rows.getString("body"), List.of((String[])
                        rows.getArray("hashtags").getArray()));
                // A language may have been taken out since.
                Language.ofTag(rows.getString("language")).ifPresent(language -> texts.put(language, text));
            }
        }
        return texts;
    }

    private static Key key(ContestDetails contest, CampaignDetails campaign) {
        return new Key(contest.id(), campaign.number());
    }
}
