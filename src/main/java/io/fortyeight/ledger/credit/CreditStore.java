package io.fortyeight.ledger.credit;

import io.fortyeight.core.counting.Platform;
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
import io.fortyeight.ledger.store.LedgerUnreadableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

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
            FROM ledger_partition AS p
            LEFT JOIN credit_progress AS c ON c.partition_id = p.id
            WHERE p.state IN ('live', 'done') AND p.last_sequence > coalesce(c.sequence, 0)
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
                FROM ledger_partition AS p
                JOIN credit_progress AS c ON c.partition_id = p.id
                WHERE p.contest_id = ? AND p.state IN ('live', 'done'))
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

    private final DataSource database;

    CreditStore(DataSource database) {
        this.database = database;
    }

    /** Partitions of contests with share links in which credit is still to be given. */
    List<Behind> behind() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(BEHIND)) {
            return behind(statement);
        } catch (SQLException failure) {
            throw new LedgerUnreadableException(failure);
        }
    }

    /** The same of one partition; empty when it has all its credit. */
    Optional<Behind> behind(int partitionId) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(PARTITION_BEHIND)) {
            statement.setInt(1, partitionId);
            return behind(statement).stream().findFirst();
        } catch (SQLException failure) {
            throw new LedgerUnreadableException(failure);
        }
    }

    private static List<Behind> behind(PreparedStatement statement) throws SQLException {
        var behind = new ArrayList<Behind>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                behind.add(new Behind(rows.getInt(1), rows.getInt(2), rows.getLong(3), rows.getLong(4)));
            }
        }
        return behind;
    }

    /** Whether anybody shares a contest's campaigns by links. */
    public boolean hasLinks(int contestId) {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("SELECT EXISTS (SELECT FROM share_link WHERE contest_id = ?)")) {
            statement.setInt(1, contestId);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw new LedgerUnreadableException(failure);
        }
    }

    /** A contest's links by their codes; codes that are none of its are left out. */
    Map<String, ViewLink> links(int contestId, Collection<String> codes) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(LINKS)) {
            statement.setInt(1, contestId);
            statement.setArray(2, connection.createArrayOf("text", codes.toArray()));
            var links = new HashMap<String, ViewLink>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var platform = Objects.requireNonNull(
                            LedgerCodes.platformOf(rows.getString(4).charAt(0)));
                    var sharer = VisitorKey.of(rows.getObject(5, UUID.class));
                    links.put(
                            rows.getString(1),
                            new ViewLink(rows.getLong(2), rows.getInt(3), platform, sharer, rows.getLong(6)));
                }
            }
            return links;
        } catch (SQLException failure) {
            throw new LedgerUnreadableException(failure);
        }
    }

    /**
     * Writes the credit that the entries after {@code from} up to {@code to} give.
     *
     * @return false when credit had been given up to another entry meanwhile; then nothing is written
     */
    boolean append(int partitionId, long from, long to, List<Credited> credited, CreditSums sums) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(APPEND)) {
            var columns = new CreditColumns(partitionId, credited, sums);
            statement.setInt(1, partitionId);
            statement.setLong(2, to);
            statement.setLong(3, from);
            columns.bind(statement, 4);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getInt(1) == 1;
            }
        } catch (SQLException failure) {
            throw new LedgerUnreadableException(failure);
        }
    }

    /** What was given in each partition of a contest that counts, all as of the same commit. */
    public Map<Integer, Given> given(int contestId) {
        try (var connection = database.getConnection()) {
            return given(connection, contestId);
        } catch (SQLException failure) {
            throw new LedgerUnreadableException(failure);
        }
    }

    private static Map<Integer, Given> given(Connection connection, int contestId) throws SQLException {
        try (var statement = connection.prepareStatement(GIVEN)) {
            statement.setInt(1, contestId);
            var sequences = new HashMap<Integer, Long>();
            var sums = new HashMap<Integer, CreditSums>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var partitionId = rows.getInt(2);
                    if (rows.getString(1).equals("p")) {
                        sequences.put(partitionId, rows.getLong(3));
                    } else {
                        put(rows, sums.computeIfAbsent(partitionId, absent -> new CreditSums()));
                    }
                }
            }
            var given = new HashMap<Integer, Given>();
            sequences.forEach((partitionId, sequence) ->
                    given.put(partitionId, new Given(sequence, sums.getOrDefault(partitionId, new CreditSums()))));
            return given;
        }
    }

    private static void put(ResultSet row, CreditSums sums) throws SQLException {
        switch (row.getString(1)) {
            case "l" -> sums.put(row.getLong(3), link(row));
            case "t" ->
                sums.put(
                        new TreeKey(row.getInt(3), row.getInt(4), platform(row), row.getInt(6)),
                        new TreeSum(row.getLong(8), row.getLong(7), row.getLong(9), row.getLong(10)));
            case "m" ->
                sums.put(new MinuteKey(row.getInt(3), row.getInt(4)), new Counted(row.getLong(6), row.getLong(7)));
            case "a" ->
                sums.put(
                        new AgeKey(row.getInt(3), Objects.requireNonNull(platform(row)), row.getInt(4)),
                        row.getLong(6));
            default -> throw new IllegalStateException("No such table");
        }
    }

    private static LinkSum link(ResultSet row) throws SQLException {
        var generation = row.getInt(4);
        if (row.wasNull()) {
            generation = LinkSum.NO_GENERATION;
        }
        var parent = row.getLong(6);
        var parentId = row.wasNull() ? null : parent;
        return new LinkSum(
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                row.getLong(13),
                generation,
                parentId);
    }

    private static @Nullable Platform platform(ResultSet row) throws SQLException {
        return LedgerCodes.platformOf(row.getString(5).charAt(0));
    }
}
