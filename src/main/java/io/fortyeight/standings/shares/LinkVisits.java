package io.fortyeight.standings.shares;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.ledger.store.LedgerCodes;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.SqlRow;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what share links brought: how their visits are spread, and where those of the largest come from, and when. */
@Singleton
public class LinkVisits {

    private static final int MAX_LINKS = 50;
    private static final int MAX_VISITS = 2_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final long MINUTE_MILLIS = 60_000;
    private static final HexFormat HEX = HexFormat.of();
    private static final Parts NONE = new Parts(0, 0, "", 0, Instant.EPOCH);

    private static final String LINKS = """
            WITH linked AS (
                SELECT s.link_id, sum(s.visits) AS visits
                FROM credit_link AS s
                JOIN counted_partition AS p ON p.id = s.partition_id
                WHERE p.contest_id = ?
                GROUP BY s.link_id
                HAVING sum(s.visits) > 0
            ), middle AS (
                SELECT count(*) AS links, percentile_cont(0.5) WITHIN GROUP (ORDER BY visits) AS median FROM linked
            ), spread AS (
                SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(visits - median)) AS median_deviation,
                    avg(abs(visits - median)) AS mean_deviation
                FROM linked, middle
            )
            SELECT l.id, l.code, l.campaign, l.platform, l.sharer, linked.visits,
                middle.links, middle.median, spread.median_deviation, spread.mean_deviation
            FROM linked
            JOIN share_link AS l ON l.id = linked.link_id
            CROSS JOIN middle
            CROSS JOIN spread
            ORDER BY linked.visits DESC, l.id
            LIMIT ?
            """;

    /**
     * For each link how many visits were looked at (3), and of the busiest network (1) and minute (2) how many. Each {@code
     * OFFSET 0} and {@code LIMIT} keeps the planner to the indexes, whatever it believes: it must never read the whole ledger.
     */
    private static final String PARTS = """
            WITH visit AS (
                SELECT link.id, entry.network, entry.received_at / 60000 AS minute
                FROM unnest(?::bigint[], ?::text[], ?::integer[], ?::uuid[], ?::bigint[])
                    AS link (id, code, campaign, sharer, every)
                CROSS JOIN LATERAL (
                    SELECT v.partition_id, v.sequence
                    FROM ledger_via AS v
                    JOIN counted_partition AS p ON p.id = v.partition_id
                    WHERE p.contest_id = ?
                        AND v.via = link.code AND v.sequence % link.every = 0
                    LIMIT ?
                ) AS carried
                CROSS JOIN LATERAL (
                    SELECT l.network, l.received_at
                    FROM ledger AS l
                    WHERE l.partition_id = carried.partition_id AND l.sequence = carried.sequence
                        AND l.campaign = link.campaign AND l.kind = 'v' AND l.visitor <> link.sharer
                        AND l.verdict NOT IN ('e', 'l', 'b')
                    OFFSET 0
                ) AS entry
            ), summed AS (
                SELECT id, grouping(network, minute) AS which, network, minute, count(*) AS visits
                FROM visit
                GROUP BY GROUPING SETS ((id, network), (id, minute), (id))
            )
            SELECT DISTINCT ON (id, which) id, which, network, minute, visits
            FROM summed
            WHERE which <> 1 OR network IS NOT NULL
            ORDER BY id, which, visits DESC, network, minute
            """;

    /** @param campaign its slug */
    public record Link(long id, String code, String campaign, int number, String platform, UUID sharer, long visits) {

        /** Every how many-th of the ledger's entries is looked at, by its number. */
        private long every() {
            return (visits + MAX_VISITS - 1) / MAX_VISITS;
        }
    }

    /**
     * The links of a contest that have visits, and how these are spread.
     *
     * @param count how many links there are
     * @param median of their visits
     * @param medianDeviation the median of the absolute deviations from it
     * @param meanDeviation and their mean
     * @param largest those with most visits, at most 50
     */
    public record Links(long count, double median, double medianDeviation, double meanDeviation, List<Link> largest) {}

    /**
     * Where the visits of a link come from.
     *
     * @param looked how many of them were looked at: all, or of many a sample
     * @param ofNetwork how many of these came from the busiest network
     * @param ofMinute and how many in the busiest minute
     */
    public record Parts(long looked, long ofNetwork, String network, long ofMinute, Instant minute) {}

    private final Database database;

    LinkVisits(Database database) {
        this.database = database;
    }

    /** Given up after 2 s. */
    Links links(ContestDetails contest) {
        var query = database.sql(LINKS, contest.id(), MAX_LINKS).within(TIMEOUT);
        var largest = new ArrayList<Link>();
        return query
                .list(row -> {
                    largest.add(link(contest, row));
                    return new Links(row.getLong(7), row.getDouble(8), row.getDouble(9), row.getDouble(10), largest);
                })
                .stream()
                .findFirst()
                .orElse(new Links(0, 0, 0, 0, largest));
    }

    private static Link link(ContestDetails contest, SqlRow row) {
        var number = row.getInt(3);
        return new Link(
                row.getLong(1),
                row.getString(2),
                contest.campaigns().get(number).slug(),
                number,
                LedgerCodes.sharePlatformOf(row.getChar(4)).jsonName(),
                row.getUuid(5),
                row.getLong(6));
    }

    /** By the links' ids; a link without entries has none. Given up after 2 s. */
    Map<Long, Parts> parts(ContestDetails contest, List<Link> links) {
        if (links.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<Long, Parts>();
        database.sql(
                        PARTS,
                        links.stream().map(Link::id).toList(),
                        links.stream().map(Link::code).toList(),
                        links.stream().map(Link::number).toList(),
                        links.stream().map(Link::sharer).toList(),
                        links.stream().map(Link::every).toList(),
                        contest.id(),
                        2 * MAX_VISITS)
                .within(TIMEOUT)
                .forEach(row ->
                        found.compute(row.getLong(1), (id, before) -> with(before == null ? NONE : before, row)));
        return found;
    }

    private static Parts with(Parts before, SqlRow row) {
        var visits = row.getLong(5);
        return switch (row.getInt(2)) {
            case 1 -> new Parts(before.looked, visits, HEX.toHexDigits(row.getLong(3)), before.ofMinute, before.minute);
            case 2 ->
                new Parts(
                        before.looked,
                        before.ofNetwork,
                        before.network,
                        visits,
                        Instant.ofEpochMilli(row.getLong(4) * MINUTE_MILLIS));
            default -> new Parts(visits, before.ofNetwork, before.network, before.ofMinute, before.minute);
        };
    }
}
