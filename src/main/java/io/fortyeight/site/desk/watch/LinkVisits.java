package io.fortyeight.site.desk.watch;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.site.desk.watch.SuspicionRules.Spread;
import io.fortyeight.web.data.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what share links brought: how their visits are spread, and where those of the largest come from, and when. */
@ApplicationScoped
class LinkVisits {

    private static final int MAX_LINKS = 50;
    private static final int MAX_VISITS = 2_000;
    private static final int TIMEOUT_SECONDS = 2;
    private static final long MINUTE_MILLIS = 60_000;
    private static final HexFormat HEX = HexFormat.of();

    private static final String LINKS = """
            WITH linked AS (
                SELECT s.link_id, sum(s.visits) AS visits
                FROM credit_link AS s
                JOIN ledger_partition AS p ON p.id = s.partition_id
                WHERE p.contest_id = ? AND p.state IN ('live', 'done')
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
                    JOIN ledger_partition AS p ON p.id = v.partition_id
                    WHERE p.contest_id = ? AND p.state IN ('live', 'done')
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
    record Link(long id, String code, String campaign, int number, String platform, UUID sharer, long visits) {

        /** Every how many-th of the ledger's entries is looked at, by its number. */
        private long every() {
            return (visits + MAX_VISITS - 1) / MAX_VISITS;
        }
    }

    /** @param largest those with most visits, at most 50 */
    record Links(Spread spread, List<Link> largest) {}

    /**
     * Where the visits of a link come from.
     *
     * @param looked how many of them were looked at: all, or of many a sample
     * @param ofNetwork how many of these came from the busiest network
     * @param ofMinute and how many in the busiest minute
     */
    record Parts(long looked, long ofNetwork, String network, long ofMinute, Instant minute) {}

    private final Statements statements;

    LinkVisits(Statements statements) {
        this.statements = statements;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when the database does not answer in 2 s */
    Links links(ContestDetails contest) {
        return statements.with(LINKS, statement -> {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            statement.setInt(1, contest.id());
            statement.setInt(2, MAX_LINKS);
            var largest = new ArrayList<Link>();
            var spread = Spread.NONE;
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    largest.add(link(contest, rows));
                    spread = new Spread(rows.getLong(7), rows.getDouble(8), rows.getDouble(9), rows.getDouble(10));
                }
            }
            return new Links(spread, largest);
        });
    }

    private static Link link(ContestDetails contest, ResultSet rows) throws SQLException {
        var number = rows.getInt(3);
        return new Link(
                rows.getLong(1),
                rows.getString(2),
                contest.campaigns().get(number).slug(),
                number,
                Platform.ofCode(rows.getString(4).charAt(0)).orElseThrow().jsonName(),
                rows.getObject(5, UUID.class),
                rows.getLong(6));
    }

    /**
     * By the links' ids; a link without entries has none.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when the database does not answer in 2 s
     */
    Map<Long, Parts> parts(ContestDetails contest, List<Link> links) {
        return links.isEmpty() ? Map.of() : statements.with(PARTS, statement -> parts(contest, links, statement));
    }

    private static Map<Long, Parts> parts(ContestDetails contest, List<Link> links, PreparedStatement statement)
            throws SQLException {
        var connection = statement.getConnection();
        statement.setQueryTimeout(TIMEOUT_SECONDS);
        statement.setArray(
                1,
                connection.createArrayOf("bigint", links.stream().map(Link::id).toArray()));
        statement.setArray(
                2,
                connection.createArrayOf("text", links.stream().map(Link::code).toArray()));
        statement.setArray(
                3,
                connection.createArrayOf(
                        "integer", links.stream().map(Link::number).toArray()));
        statement.setArray(
                4,
                connection.createArrayOf(
                        "uuid", links.stream().map(Link::sharer).toArray()));
        statement.setArray(
                5,
                connection.createArrayOf(
                        "bigint", links.stream().map(Link::every).toArray()));
        statement.setInt(6, contest.id());
        statement.setInt(7, 2 * MAX_VISITS);
        var found = new HashMap<Long, Parts>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                var before = found.getOrDefault(rows.getLong(1), new Parts(0, 0, "", 0, Instant.EPOCH));
                found.put(rows.getLong(1), with(before, rows));
            }
        }
        return found;
    }

    private static Parts with(Parts before, ResultSet rows) throws SQLException {
        var visits = rows.getLong(5);
        return switch (rows.getInt(2)) {
            case 1 ->
                new Parts(before.looked, visits, HEX.toHexDigits(rows.getLong(3)), before.ofMinute, before.minute);
            case 2 ->
                new Parts(
                        before.looked,
                        before.ofNetwork,
                        before.network,
                        visits,
                        Instant.ofEpochMilli(rows.getLong(4) * MINUTE_MILLIS));
            default -> new Parts(visits, before.ofNetwork, before.network, before.ofMinute, before.minute);
        };
    }
}
