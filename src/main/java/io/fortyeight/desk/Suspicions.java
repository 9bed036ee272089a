package io.fortyeight.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fortyeight.contest.ContestDetails;
import io.fortyeight.counting.Platform;
import io.fortyeight.desk.SuspicionRules.Spread;
import io.fortyeight.leaderboard.VisibleCounts;
import io.fortyeight.ledger.StampingClock;
import io.fortyeight.web.Statements;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which of a contest's share links stand out, by {@link SuspicionRules}, among the 50 with most visits. For people to look at:
 * nothing is decided by it. Read from the sums of credit, and from a bounded number of the ledger's entries for each link.
 */
@ApplicationScoped
class Suspicions {

    private static final Logger LOG = Logger.getLogger(Suspicions.class);
    private static final int MOST_LINKS = 50;
    private static final int MOST_VISITS = 2_000;
    private static final int TIMEOUT_SECONDS = 2;
    private static final long MINUTE_MILLIS = 60_000;
    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST_KEPT = 100;
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

    /**
     * What was found.
     *
     * @param hiddenSince instead of all that is hidden; null when nothing is
     * @param links that brought visits; left out with the next two when that is hidden
     * @param median of their visits
     */
    @JsonInclude(Include.NON_NULL)
    record Report(
            Instant asOf,
            @Nullable Instant hiddenSince,
            @Nullable Instant hiddenUntil,
            @Nullable Long links,
            @Nullable Double median,
            SuspicionRules rules,
            List<Suspicion> suspicions) {}

    private record Link(long id, String code, String campaign, int number, String platform, UUID sharer, long visits) {

        /** Every how many-th of the ledger's entries is looked at, by its number. */
        long every() {
            return (visits + MOST_VISITS - 1) / MOST_VISITS;
        }
    }

    private record Links(Spread spread, List<Link> largest) {}

    private record Parts(long looked, long ofNetwork, String network, long ofMinute, Instant minute) {}

    private record Of(int contestId, boolean isHidden) {}

    private final Statements statements;
    private final VisibleCounts counts;
    private final StampingClock clock;
    private final Cache<Of, Optional<Report>> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST_KEPT).build();

    Suspicions(Statements statements, VisibleCounts counts, StampingClock clock) {
        this.statements = statements;
        this.counts = counts;
        this.clock = clock;
    }

    /** As of a few seconds ago; empty when it can't be read for now. */
    Optional<Report> of(ContestDetails contest) {
        var of = new Of(contest.id(), counts.visibility(contest).isHiding());
        var report = kept.get(of, absent -> of.isHidden() ? Optional.of(hidden(contest)) : read(contest));
        // Asked again: had the hidden time begun meanwhile, some of it could have been read.
        return of.isHidden() || !counts.visibility(contest).isHiding() ? report : Optional.of(hidden(contest));
    }

    private Report hidden(ContestDetails contest) {
        var visibility = counts.visibility(contest);
        return new Report(
                clock.now(),
                visibility.hiddenSince(),
                visibility.hiddenUntil(),
                null,
                null,
                SuspicionRules.RULES,
                List.of());
    }

    private Optional<Report> read(ContestDetails contest) {
        try {
            var links = links(contest);
            var spread = links.spread();
            return Optional.of(new Report(
                    clock.now(),
                    null,
                    null,
                    spread.links(),
                    spread.median(),
                    SuspicionRules.RULES,
                    found(links, parts(contest, links.largest()))));
        } catch (HttpProblem failure) {
            LOG.warnf("What stands out in %s can't be read now: %s", contest.slug(), failure.getMessage());
            return Optional.empty();
        }
    }

    private static List<Suspicion> found(Links links, Map<Long, Parts> parts) {
        var rules = SuspicionRules.RULES;
        var found = new ArrayList<Suspicion>();
        for (var link : links.largest()) {
            if (rules.isFarAbove(link.visits(), links.spread())) {
                found.add(farAbove(link, links.spread().score(link.visits())));
            }
            var part = parts.get(link.id());
            if (part != null && rules.isLargePart(link.visits(), part.ofNetwork(), part.looked())) {
                found.add(part(link, "one_network", part.ofNetwork(), part.looked(), part.network(), null));
            }
            if (part != null && rules.isLargePart(link.visits(), part.ofMinute(), part.looked())) {
                found.add(part(link, "one_minute", part.ofMinute(), part.looked(), null, part.minute()));
            }
        }
        return found;
    }

    private static Suspicion farAbove(Link link, double score) {
        return new Suspicion(
                "far_above",
                link.code(),
                link.campaign(),
                link.platform(),
                link.visits(),
                Math.round(score * 10) / 10.0,
                null,
                null,
                null,
                null);
    }

    private static Suspicion part(
            Link link, String kind, long part, long of, @Nullable String network, @Nullable Instant minute) {
        return new Suspicion(
                kind, link.code(), link.campaign(), link.platform(), link.visits(), null, part, of, network, minute);
    }

    private Links links(ContestDetails contest) {
        return statements.with(LINKS, statement -> {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            statement.setInt(1, contest.id());
            statement.setInt(2, MOST_LINKS);
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
                Platform.values()[rows.getString(4).charAt(0) - 'A'].wire(),
                rows.getObject(5, UUID.class),
                rows.getLong(6));
    }

    private Map<Long, Parts> parts(ContestDetails contest, List<Link> links) {
        var large = links.stream()
                .filter(link -> link.visits() >= SuspicionRules.RULES.leastForPart())
                .toList();
        return large.isEmpty() ? Map.of() : statements.with(PARTS, statement -> parts(contest, large, statement));
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
        statement.setInt(7, 2 * MOST_VISITS);
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
