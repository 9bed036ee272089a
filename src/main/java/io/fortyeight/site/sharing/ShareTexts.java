package io.fortyeight.site.sharing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.page.Language;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
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

    private final Database database;
    private final Cache<Key, Map<Language, OwnShareText>> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MAX_KEPT).build();

    ShareTexts(Database database) {
        this.database = database;
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
        var texts = new EnumMap<Language, OwnShareText>(Language.class);
        database.sql(READ, contest.id(), campaign.number())
                .forEach(row -> texts.put(
                        Language.ofTag(row.getString("language")).orElseThrow(),
                        new OwnShareText(
                                row.getStringOrNull("title"),
                                row.getStringOrNull("body"),
                                row.getStrings("hashtags"))));
        return texts;
    }

    /** Puts these in the place of what there is. */
    @Transactional
    void replace(ContestDetails contest, CampaignDetails campaign, Map<Language, OwnShareText> texts) {
        database.sql(CLEAR, contest.id(), campaign.number()).update();
        texts.forEach((language, text) -> database.sql(
                        ADD,
                        contest.id(),
                        campaign.number(),
                        language.tag(),
                        text.title(),
                        text.text(),
                        text.hashtags())
                .update());
    }

    /** To be called once {@link #replace} is committed; other instances learn of it by themselves, a little later. */
    void forget(ContestDetails contest, CampaignDetails campaign) {
        kept.invalidate(key(contest, campaign));
    }

    private static Key key(ContestDetails contest, CampaignDetails campaign) {
        return new Key(contest.id(), campaign.number());
    }
}
