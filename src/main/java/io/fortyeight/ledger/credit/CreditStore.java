package io.fortyeight.ledger.credit;

import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.core.credit.CreditSums;
import io.fortyeight.core.credit.CreditSums.AgeKey;
import io.fortyeight.core.credit.CreditSums.Counted;
import io.fortyeight.core.credit.CreditSums.MinuteKey;
import io.fortyeight.core.credit.CreditSums.TreeKey;
import io.fortyeight.core.credit.LinkSum;
import io.fortyeight.core.credit.TreeSum;
import io.fortyeight.core.credit.ViewLink;
import io.fortyeight.ledger.store.LedgerCodes;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.SqlRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps which view is credited to which share link, and the sums of it. */
@ApplicationScoped
public class CreditStore {

    /** A partition whose credit has not been given up to its end. */
    record Behind(int partitionId, int contestId, long lastSequence, long sequence) {}

    /** A view that is credited. */
    public record Credited(long sequence, long linkId) {}

    /** What was given in a partition up to an entry. */
    public record Given(long sequence, CreditSums sums) {}

    private static final String BEHIND = """
            SELECT p.id, p.contest_id, p.last_sequence, coalesce(c.sequence, 0)
            FROM counted_partition AS p
            LEFT JOIN credit_progress AS c ON c.partition_id = p.id
            WHERE p.last_sequence > coalesce(c.sequence, 0)
                AND EXISTS (SELECT FROM share_link AS l WHERE l.contest_id = p.contest_id)
            """;

    private static final String PARTITION_BEHIND = BEHIND + " AND p.id = ?";

    private static final String LINKS = """
            SELECT code, id, campaign, platform, sharer, created_at
            FROM share_link WHERE contest_id = ? AND code = ANY (?)
            """;

    /** Writes nothing unless credit had been given up to exactly the entry that this begins after. */
    private static final String APPEND = """
            WITH progress AS (
                INSERT INTO credit_progress AS p (partition_id, sequence) VALUES (?, ?)
                ON CONFLICT (partition_id) DO UPDATE SET sequence = excluded.sequence WHERE p.sequence = ?
                RETURNING 1),
            entries AS (
                INSERT INTO ledger_credit (partition_id, sequence, link_id)
                SELECT ?, unnest(?::bigint[]), unnest(?::bigint[])
                WHERE EXISTS (SELECT FROM progress)),
            links AS (
                INSERT INTO credit_link AS l (partition_id, link_id, visits, visitors, counted, discounted, own, loops,
                    robots, generation, parent_id)
                SELECT ?, unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::bigint[]),
                    unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::bigint[]),
                    unnest(?::smallint[]), unnest(?::bigint[])
                WHERE EXISTS (SELECT FROM progress)
                ON CONFLICT (partition_id, link_id) DO UPDATE
                SET visits = l.visits + excluded.visits, visitors = l.visitors + excluded.visitors,
                    counted = l.counted + excluded.counted, discounted = l.discounted + excluded.discounted,
                    own = l.own + excluded.own, loops = l.loops + excluded.loops, robots = l.robots + excluded.robots,
                    generation = coalesce(l.generation, excluded.generation),
                    parent_id = coalesce(l.parent_id, excluded.parent_id)),
            tree AS (
                INSERT INTO share_tree AS t (partition_id, campaign, generation, platform, hour, visitors, visits,
                    counted, discounted)
                SELECT ?, unnest(?::smallint[]), unnest(?::smallint[]), unnest(?::"char"[]), unnest(?::integer[]),
                    unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::bigint[])
                WHERE EXISTS (SELECT FROM progress)
                ON CONFLICT (partition_id, campaign, generation, platform, hour) DO UPDATE
                SET visitors = t.visitors + excluded.visitors, visits = t.visits + excluded.visits,
                    counted = t.counted + excluded.counted, discounted = t.discounted + excluded.discounted),
            minutes AS (
                INSERT INTO credit_minute AS m (partition_id, campaign, minute, count, last_received_at)
                SELECT ?, unnest(?::smallint[]), unnest(?::integer[]), unnest(?::bigint[]), unnest(?::bigint[])
                WHERE EXISTS (SELECT FROM progress)
                ON CONFLICT (partition_id, minute, campaign) DO UPDATE
                SET count = m.count + excluded.count,
                    last_received_at = greatest(m.last_received_at, excluded.last_received_at)),
            ages AS (
                INSERT INTO credit_age AS a (partition_id, campaign, platform, minutes, visits)
                SELECT ?, unnest(?::smallint[]), unnest(?::"char"[]), unnest(?::integer[]), unnest(?::bigint[])
                WHERE EXISTS (SELECT FROM progress)
                ON CONFLICT (partition_id, campaign, platform, minutes) DO UPDATE
                SET visits = a.visits + excluded.visits)
            SELECT count(*) FROM progress
            """;

    /** Rows of all tables at once, so that all are as of the same commit; what a table has no column for is null. */
    private static final String GIVEN = """
            WITH partitions AS (
                SELECT p.id, c.sequence
                FROM counted_partition AS p
                JOIN credit_progress AS c ON c.partition_id = p.id
                WHERE p.contest_id = ?)
            SELECT 'p', id, sequence, NULL::bigint, NULL::"char", NULL::bigint, NULL::bigint, NULL::bigint,
                NULL::bigint, NULL::bigint, NULL::bigint, NULL::bigint, NULL::bigint
            FROM partitions
            UNION ALL
            SELECT 'l', l.partition_id, l.link_id, l.generation, NULL, l.parent_id, l.visits, l.visitors, l.counted,
                l.discounted, l.own, l.loops, l.robots
            FROM credit_link AS l JOIN partitions AS p ON p.id = l.partition_id
            UNION ALL
            SELECT 't', t.partition_id, t.campaign, t.generation, t.platform, t.hour, t.visits, t.visitors, t.counted,
                t.discounted, NULL, NULL, NULL
            FROM share_tree AS t JOIN partitions AS p ON p.id = t.partition_id
            UNION ALL
            SELECT 'm', m.partition_id, m.campaign, m.minute, NULL, m.count, m.last_received_at, NULL, NULL, NULL, NULL,
                NULL, NULL
            FROM credit_minute AS m JOIN partitions AS p ON p.id = m.partition_id
            UNION ALL
            SELECT 'a', a.partition_id, a.campaign, a.minutes, a.platform, a.visits, NULL, NULL, NULL, NULL, NULL, NULL,
                NULL
            FROM credit_age AS a JOIN partitions AS p ON p.id = a.partition_id
            """;

    private final Database database;

    CreditStore(Database database) {
        this.database = database;
    }

    /** Partitions of contests with share links in which credit is still to be given. */
    List<Behind> behind() {
        return database.sql(BEHIND).list(CreditStore::behind);
    }

    /** The same of one partition; empty when it has all its credit. */
    Optional<Behind> behind(int partitionId) {
        return database.sql(PARTITION_BEHIND, partitionId).first(CreditStore::behind);
    }

    private static Behind behind(SqlRow row) {
        return new Behind(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4));
    }

    /** Whether anybody shares a contest's campaigns by links. */
    public boolean hasLinks(int contestId) {
        return database.sql("SELECT FROM share_link WHERE contest_id = ? LIMIT 1", contestId)
                .exists();
    }

    /** A contest's links by their codes; codes that are none of its are left out. */
    Map<String, ViewLink> links(int contestId, Collection<String> codes) {
        var links = new HashMap<String, ViewLink>();
        database.sql(LINKS, contestId, codes)
                .forEach(row -> links.put(
                        row.getString("code"),
                        new ViewLink(
                                row.getLong("id"),
                                row.getInt("campaign"),
                                LedgerCodes.sharePlatformOf(row.getChar("platform")),
                                VisitorKey.of(row.getUuid("sharer")),
                                row.getLong("created_at"))));
        return links;
    }

    /**
     * Writes the credit that the entries after {@code from} up to {@code to} give.
     *
     * @return false when credit had been given up to another entry meanwhile; then nothing is written
     */
    boolean append(int partitionId, long from, long to, List<Credited> credited, CreditSums sums) {
        var columns = new CreditColumns(partitionId, credited, sums).parameters();
        var parameters = Stream.concat(Stream.of(partitionId, to, from), columns.stream());
        return database.sql(APPEND, parameters.toArray()).one(row -> row.getInt(1) == 1);
    }

    /** What was given in each partition of a contest that counts, all as of the same commit. */
    public Map<Integer, Given> given(int contestId) {
        var sequences = new HashMap<Integer, Long>();
        var sums = new HashMap<Integer, CreditSums>();
        database.sql(GIVEN, contestId).forEach(row -> {
            var partitionId = row.getInt(2);
            if (row.getChar(1) == 'p') {
                sequences.put(partitionId, row.getLong(3));
            } else {
                put(row, sums.computeIfAbsent(partitionId, absent -> new CreditSums()));
            }
        });
        var given = new HashMap<Integer, Given>();
        sequences.forEach((partitionId, sequence) ->
                given.put(partitionId, new Given(sequence, sums.getOrDefault(partitionId, new CreditSums()))));
        return given;
    }

    private static void put(SqlRow row, CreditSums sums) {
        switch (row.getChar(1)) {
            case 'l' -> sums.put(row.getLong(3), link(row));
            case 't' ->
                sums.put(
                        new TreeKey(
                                row.getInt(3), row.getInt(4), LedgerCodes.platformOf(row.getChar(5)), row.getInt(6)),
                        new TreeSum(row.getLong(8), row.getLong(7), row.getLong(9), row.getLong(10)));
            case 'm' ->
                sums.put(new MinuteKey(row.getInt(3), row.getInt(4)), new Counted(row.getLong(6), row.getLong(7)));
            case 'a' ->
                sums.put(
                        new AgeKey(row.getInt(3), LedgerCodes.sharePlatformOf(row.getChar(5)), row.getInt(4)),
                        row.getLong(6));
            default -> throw new IllegalStateException("No such table");
        }
    }

    private static LinkSum link(SqlRow row) {
        var generation = row.getIntOrNull(4);
        return new LinkSum(
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                row.getLong(13),
                generation == null ? LinkSum.NO_GENERATION : generation,
                row.getLongOrNull(6));
    }
}
