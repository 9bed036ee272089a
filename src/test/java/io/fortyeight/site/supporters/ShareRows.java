package io.fortyeight.site.supporters;

import io.fortyeight.DatabaseResource;
import io.fortyeight.contest.directory.ContestDirectory;
import io.fortyeight.core.counting.Platform;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** The sums of credit of a contest's campaign {@code a}, as the ledger's follower would have written them. */
public final class ShareRows {

    private final int contestId;
    private final int partitionId;

    public ShareRows(String contest) throws SQLException {
        contestId = CDI.current()
                .select(ContestDirectory.class)
                .get()
                .find(contest)
                .orElseThrow()
                .id();
        partitionId = Math.toIntExact(number("SELECT min(id) FROM ledger_partition WHERE contest_id = " + contestId));
    }

    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    private long number(String sql) throws SQLException {
        return number(sql, statement -> {});
    }

    private long number(String sql, Filling filling) throws SQLException {
        try (var connection = DatabaseResource.patientConnection();
                var statement = connection.prepareStatement(sql)) {
            filling.fill(statement);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DatabaseResource.patientConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static char code(Platform platform) {
        return (char) ('A' + platform.ordinal());
    }

    /** A share of a sharer; the link's number. */
    public long link(UUID sharer, Platform platform, String code) throws SQLException {
        return number("""
                INSERT INTO share_link (code, contest_id, campaign, platform, sharer, created_at)
                VALUES (?, ?, 0, ?::"char", ?, 0) RETURNING id
                """, statement -> {
            statement.setString(1, code);
            statement.setInt(2, contestId);
            statement.setString(3, String.valueOf(code(platform)));
            statement.setObject(4, sharer);
        });
    }

    /** @param parent 0 for none */
    public void credit(long link, long parent, int generation, int visitors, int visits, int counted, int discounted)
            throws SQLException {
        run("""
                INSERT INTO credit_link VALUES (%d, %d, %d, %d, %d, 0, 0, 0, %s, %d, %d)""".formatted(
                link, visits, visitors, counted, discounted, parent == 0 ? "NULL" : parent, partitionId, generation));
    }

    /** A row of the share tree; of who came by themselves when {@code platform} is {@code v}. */
    public void tree(int hour, int generation, String platform, int visitors, int visits, int counted, int discounted)
            throws SQLException {
        var code =
                platform.equals("v") ? 'v' : code(Platform.ofJsonName(platform).orElseThrow());
        run("INSERT INTO share_tree VALUES (%d, %d, 0, %d, '%s', %d, %d, %d, %d)"
                .formatted(partitionId, hour, generation, code, visitors, visits, counted, discounted));
    }

    /** Visits by the age of their link. */
    public void ages(Platform platform, Map<Integer, Integer> visitsByMinutes) throws SQLException {
        for (var entry : visitsByMinutes.entrySet()) {
            run("INSERT INTO credit_age VALUES (%d, %d, 0, '%s', %d)"
                    .formatted(partitionId, entry.getKey(), code(platform), entry.getValue()));
        }
    }

    /** Links of as many sharers, each in the next of {@code generations} generations, that brought one visitor each. */
    public void manyLinks(int links, int generations) throws SQLException {
        run("""
                INSERT INTO share_link (code, contest_id, campaign, platform, sharer, created_at)
                SELECT 'm' || lpad(to_hex(%1$d %% 256), 2, '0') || lpad(to_hex(n), 7, '0'), %1$d, 0,
                    chr(65 + n %% 7)::"char", gen_random_uuid(), 0
                FROM generate_series(1, %2$d) AS n
                """.formatted(contestId, links));
        run("""
                INSERT INTO credit_link
                SELECT id, 2, 1, 1 + id %% 3, 0, 0, 0, 0, NULL, %d, row_number() OVER (ORDER BY id) * %d / (%d + 1)
                FROM share_link WHERE contest_id = %d
                """.formatted(partitionId, generations, links, contestId));
        run("INSERT INTO share_tree VALUES (%d, 1, 0, 0, 'v', 20000, 0, 0, 0)".formatted(partitionId));
        run("""
                INSERT INTO share_tree
                SELECT %1$d, c.generation %% 48, 0, c.generation + 1, l.platform, count(*), 2 * count(*), sum(c.counted), 0
                FROM credit_link AS c JOIN share_link AS l ON l.id = c.link_id
                WHERE c.partition_id = %1$d GROUP BY 2, 4, 5
                """.formatted(partitionId));
        run("ANALYZE share_link, credit_link");
    }
}
