package io.fortyeight.standings.shares;

import io.fortyeight.core.counting.Platform;
import io.fortyeight.ledger.store.LedgerCodes;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.SqlRow;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the sums of credit, as the ledger's follower writes them. Only live and finished partitions count. */
@Singleton
public class ShareSums {

    /**
     * Part of the share tree.
     *
     * @param hour since the epoch: of a visitor's first counted ping, of a view
     * @param platform of the link; null for visitors whom nobody brought
     */
    public record TreeRow(
            int hour,
            int generation,
            @Nullable Platform platform,
            long visitors,
            long visits,
            long counted,
            long discounted) {}

    /** How many visits came through links that were so many whole minutes old. */
    record AgeRow(Platform platform, int minutes, long visits) {}

    /** All of a campaign's shares, as sums. */
    record Sums(List<TreeRow> tree, List<AgeRow> ages, Map<Platform, Long> links) {}

    /**
     * A link that brought somebody into the tree.
     *
     * @param partitionId a visitor has a place of its own in each partition of the ledger
     * @param parent the link that had brought the sharer; null when none had
     */
    record Branch(
            int partitionId,
            long id,
            UUID sharer,
            Platform platform,
            @Nullable Long parent,
            long visitors) {}

    /** What all links of one supporter for a campaign brought; {@code id} is that of the first of them. */
    record Supporter(
            long id, UUID sharer, @Nullable String nickname, List<Platform> platforms, long visits, long counted) {}

    /** What one link of a supporter brought. */
    record Link(String code, Platform platform, long visits, long counted, long discounted) {}

    private static final String TREE = """
            SELECT t.hour, t.generation, t.platform, sum(t.visitors), sum(t.visits), sum(t.counted), sum(t.discounted)
            FROM share_tree AS t
            JOIN counted_partition AS p ON p.id = t.partition_id
            WHERE p.contest_id = ? AND t.campaign = ?
            GROUP BY 1, 2, 3
            ORDER BY 1, 2, 3
            """;

    private static final String AGES = """
            SELECT a.platform, a.minutes, sum(a.visits)
            FROM credit_age AS a
            JOIN counted_partition AS p ON p.id = a.partition_id
            WHERE p.contest_id = ? AND a.campaign = ?
            GROUP BY 1, 2
            ORDER BY 2, 1
            """;

    private static final String LINKS = """
            SELECT platform, count(*) FROM share_link WHERE contest_id = ? AND campaign = ? GROUP BY 1
            """;

    private static final String BRANCHES = """
            SELECT c.partition_id, l.id, l.sharer, l.platform, c.parent_id, c.visitors
            FROM share_link AS l
            JOIN credit_link AS c ON c.link_id = l.id
            JOIN counted_partition AS p ON p.id = c.partition_id
            WHERE l.contest_id = ? AND l.campaign = ? AND c.visitors > 0
            ORDER BY 1, 2
            LIMIT ?
            """;

    /** Platforms are looked up for the few alone. */
    private static final String SUPPORTERS = """
            SELECT b.id, b.sharer, b.nickname, b.visits, b.counted, (
                SELECT string_agg(DISTINCT l.platform::text, '')
                FROM share_link AS l
                JOIN credit_link AS c ON c.link_id = l.id
                WHERE l.contest_id = ? AND l.campaign = ? AND l.sharer = b.sharer AND c.visits + c.counted > 0)
            FROM (
                SELECT s.*, n.nickname
                FROM (
                    SELECT min(l.id) AS id, l.sharer, sum(c.visits) AS visits, sum(c.counted) AS counted
                    FROM share_link AS l
                    JOIN credit_link AS c ON c.link_id = l.id
                    JOIN counted_partition AS p ON p.id = c.partition_id
                    WHERE l.contest_id = ? AND l.campaign = ?
                    GROUP BY l.sharer
                    HAVING sum(c.counted) > 0
                ) AS s
                LEFT JOIN supporter AS n ON n.contest_id = ? AND n.visitor = s.sharer
                WHERE n.is_hidden IS NOT TRUE
                ORDER BY s.counted DESC, s.visits DESC, s.id
                LIMIT ?
            ) AS b
            ORDER BY b.counted DESC, b.visits DESC, b.id
            """;

    private static final String OF_CONTEST = """
            SELECT min(l.id), n.nickname, n.is_hidden, n.is_renamed, sum(c.visits), sum(c.counted)
            FROM share_link AS l
            LEFT JOIN (credit_link AS c
                JOIN counted_partition AS p ON p.id = c.partition_id
            ) ON c.link_id = l.id
            LEFT JOIN supporter AS n ON n.contest_id = l.contest_id AND n.visitor = l.sharer
            WHERE l.contest_id = ?
            GROUP BY l.sharer, n.id
            HAVING n.id IS NOT NULL OR sum(c.counted) > 0
            ORDER BY n.nickname IS NULL, 6 DESC NULLS LAST, 1
            LIMIT ?
            """;

    private static final String OWN_LINKS = """
            SELECT l.code, l.platform, coalesce(sum(c.visits), 0), coalesce(sum(c.counted), 0),
                coalesce(sum(c.discounted), 0)
            FROM share_link AS l
            LEFT JOIN (credit_link AS c
                JOIN counted_partition AS p ON p.id = c.partition_id
            ) ON c.link_id = l.id
            WHERE l.contest_id = ? AND l.campaign = ? AND l.sharer = ?
            GROUP BY l.id
            ORDER BY 4 DESC, 3 DESC, l.id
            """;

    private final Database database;

    ShareSums(Database database) {
        this.database = database;
    }

    Sums of(int contestId, int campaign) {
        var tree = database.sql(TREE, contestId, campaign)
                .list(row -> new TreeRow(
                        row.getInt(1),
                        row.getInt(2),
                        LedgerCodes.platformOf(row.getChar(3)),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)));
        var ages = database.sql(AGES, contestId, campaign)
                .list(row -> new AgeRow(platform(row, 1), row.getInt(2), row.getLong(3)));
        var links = new EnumMap<Platform, Long>(Platform.class);
        database.sql(LINKS, contestId, campaign).forEach(row -> links.put(platform(row, 1), row.getLong(2)));
        return new Sums(tree, ages, links);
    }

    /** Links that brought somebody, at most so many. */
    List<Branch> branches(int contestId, int campaign, int most) {
        return database.sql(BRANCHES, contestId, campaign, most)
                .list(row -> new Branch(
                        row.getInt(1),
                        row.getLong(2),
                        row.getUuid(3),
                        platform(row, 4),
                        row.getLongOrNull(5),
                        row.getLong(6)));
    }

    /** Who brought the most counted views, the most first; without those whom the organizer hides. */
    List<Supporter> supporters(int contestId, int campaign, int most) {
        return database.sql(SUPPORTERS, contestId, campaign, contestId, campaign, contestId, most)
                .list(row -> new Supporter(
                        row.getLong(1),
                        row.getUuid(2),
                        row.getStringOrNull(3),
                        platforms(row.getStringOrNull(6)),
                        row.getLong(4),
                        row.getLong(5)));
    }

    /** All supporters of a contest, those with a nickname first, then by what they brought. */
    List<SupportersResource.Supporter> ofContest(int contestId, int most) {
        return database.sql(OF_CONTEST, contestId, most)
                .list(row -> new SupportersResource.Supporter(
                        row.getLong(1),
                        row.getStringOrNull(2),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getLong(5),
                        row.getLong(6)));
    }

    /** A supporter's links for a campaign, those that brought the most first. */
    List<Link> links(int contestId, int campaign, UUID sharer) {
        return database.sql(OWN_LINKS, contestId, campaign, sharer)
                .list(row ->
                        new Link(row.getString(1), platform(row, 2), row.getLong(3), row.getLong(4), row.getLong(5)));
    }

    private static List<Platform> platforms(@Nullable String codes) {
        return codes == null
                ? List.of()
                : codes.chars()
                        .mapToObj(code -> LedgerCodes.sharePlatformOf((char) code))
                        .toList();
    }

    private static Platform platform(SqlRow row, int column) {
        return LedgerCodes.sharePlatformOf(row.getChar(column));
    }
}
