package io.fortyeight.core.credit;

import static io.fortyeight.TestJob.CREDIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.VisitorKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What is written of credit in the live partition of one contest. */
public final class WrittenCredit {

    private static final String LIVE = """
            (SELECT p.id FROM ledger_partition p JOIN contest c ON c.id = p.contest_id WHERE c.slug = ? AND p.partition = 0)
            """;

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private final DataSource database;
    private final String contest;

    public WrittenCredit(DataSource database, String contest) {
        this.database = database;
        this.contest = contest;
    }

    /** Gives credit for all that is in the ledger. */
    public WrittenCredit given() {
        CREDIT.run();
        assertThat(behind()).isZero();
        return this;
    }

    private long behind() {
        var behind = new long[1];
        each("""
                SELECT p.last_sequence - coalesce(g.sequence, 0)
                FROM ledger_partition p LEFT JOIN credit_progress g ON g.partition_id = p.id WHERE p.id = """ + LIVE, row -> behind[0] = row.getLong(1));
        return behind[0];
    }

    /** The links by their codes, of all campaigns. */
    public Map<String, ViewLink> links() {
        var links = new HashMap<String, ViewLink>();
        each(
                "SELECT l.code, l.id, l.campaign, l.platform, l.sharer, l.created_at FROM share_link l "
                        + "JOIN contest c ON c.id = l.contest_id WHERE c.slug = ?",
                row -> links.put(
                        row.getString(1),
                        new ViewLink(
                                row.getLong(2),
                                row.getInt(3),
                                platform(row.getString(4)),
                                VisitorKey.of(row.getObject(5, UUID.class)),
                                row.getLong(6))));
        return links;
    }

    /** The codes that pings carry, by sequence; the published ledger leaves out some. */
    public Map<Long, String> carried() {
        var carried = new HashMap<Long, String>();
        each(
                "SELECT sequence, via FROM ledger_via WHERE partition_id = " + LIVE,
                row -> carried.put(row.getLong(1), row.getString(2)));
        return carried;
    }

    public CreditTables tables() {
        var tables = new CreditTables();
        each(
                "SELECT link_id, visits, visitors, counted, discounted, own, loops, robots, generation, parent_id "
                        + "FROM credit_link WHERE partition_id = " + LIVE,
                row -> {
                    var name = CreditTables.link(row.getLong(1));
                    addAll(tables, name, row, "visits", "visitors", "counted", "discounted", "own", "loops", "robots");
                    if (row.getObject("generation") != null) {
                        tables.put(name, "generation", row.getLong("generation"));
                    }
                    if (row.getObject("parent_id") != null) {
                        tables.put(name, "parent", row.getLong("parent_id"));
                    }
                });
        each(
                "SELECT campaign, generation, platform, hour, visitors, visits, counted, discounted "
                        + "FROM share_tree WHERE partition_id = " + LIVE,
                row -> addAll(
                        tables,
                        CreditTables.tree(row.getInt(1), row.getInt(2), platform(row.getString(3)), row.getLong(4)),
                        row,
                        "visitors",
                        "visits",
                        "counted",
                        "discounted"));
        each(
                "SELECT campaign, minute, count, last_received_at FROM credit_minute WHERE partition_id = " + LIVE,
                row -> {
                    var name = CreditTables.minute(row.getInt(1), row.getLong(2));
                    tables.add(name, "count", row.getLong(3));
                    tables.put(name, "last", row.getLong(4));
                });
        each(
                "SELECT campaign, platform, minutes, visits FROM credit_age WHERE partition_id = " + LIVE,
                row -> addAll(
                        tables,
                        CreditTables.age(row.getInt(1), platform(row.getString(2)), row.getLong(3)),
                        row,
                        "visits"));
        each(
                "SELECT sequence, link_id FROM ledger_credit WHERE partition_id = " + LIVE,
                row -> tables.put(CreditTables.entry(row.getLong(1)), "link", row.getLong(2)));
        return tables;
    }

    /** What is written of the link of a code. */
    public Map<String, Long> of(String code) {
        return tables().rows().getOrDefault(CreditTables.link(links().get(code).id()), new TreeMap<>());
    }

    /** How many visitors of a campaign are in each generation. */
    public Map<Integer, Long> generations(int campaign) {
        var sizes = new TreeMap<Integer, Long>();
        each(
                "SELECT generation, sum(visitors) FROM share_tree WHERE campaign = " + campaign + " AND partition_id = "
                        + LIVE + " GROUP BY generation HAVING sum(visitors) > 0",
                row -> sizes.put(row.getInt(1), row.getLong(2)));
        return sizes;
    }

    /** As somebody does who has the database; {@code where} names the rows, apart from the partition. */
    public void tamper(String update, String where) {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(update + " WHERE " + where + " AND partition_id = " + LIVE)) {
            statement.setString(1, contest);
            assertThat(statement.executeUpdate()).as(update).isEqualTo(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void addAll(CreditTables tables, String name, ResultSet row, String... columns) throws SQLException {
        for (var column : columns) {
            tables.add(name, column, row.getLong(column));
        }
    }

    /** A link's; null for nobody's. */
    private static @Nullable Platform platform(String code) {
        return code.equals("v") ? null : Platform.values()[code.charAt(0) - 'A'];
    }

    private void each(String sql, Row reader) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, contest);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
