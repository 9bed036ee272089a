package io.fortyeight.ingest.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fortyeight.core.counting.Verdict;
import io.fortyeight.ingest.format.ImportFormat;
import io.fortyeight.ledger.store.ImportPartition;
import io.fortyeight.web.data.StoredJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The imports' rows. An import begins, reports, and ends once; all that counts hangs on its end. */
@ApplicationScoped
class ImportStore {

    /** A failed attempt to begin: the same bytes are in the contest already, or the contest takes no imports. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String why;

        RefusedException(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }

    /** An import that runs, or that nobody runs any more. */
    record Running(UUID id, int partitionId) {}

    private final DataSource database;
    private final StoredJson json;

    ImportStore(DataSource database, StoredJson json) {
        this.database = database;
        this.json = json;
    }

    /** Makes the import and its partition. Holds the contest's row meanwhile, so that no close begins unnoticed. */
    Running begin(int contestId, ImportFormat format, byte[] sha256, Instant createdAt)
            throws SQLException, RefusedException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                requireOpen(connection, contestId);
                requireNew(connection, contestId, sha256);
                var id = UUID.randomUUID();
                var partition = ImportPartition.make(connection, contestId);
                try (var insert = connection.prepareStatement("""
                        INSERT INTO import (id, contest_id, partition_id, format, sha256, state, created_at)
                        VALUES (?, ?, ?, ?, ?, 'running', ?)
                        """)) {
                    insert.setObject(1, id);
                    insert.setInt(2, contestId);
                    insert.setInt(3, partition.partitionId());
                    insert.setString(4, format.jsonName());
                    insert.setBytes(5, sha256);
                    insert.setTimestamp(6, Timestamp.from(createdAt));
                    insert.executeUpdate();
                }
                connection.commit();
                return new Running(id, partition.partitionId());
            } catch (SQLException | RefusedException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void requireOpen(Connection connection, int contestId) throws SQLException, RefusedException {
        try (var query = connection.prepareStatement("SELECT state FROM contest WHERE id = ? FOR UPDATE")) {
            query.setInt(1, contestId);
            try (var rows = query.executeQuery()) {
                if (!rows.next() || !List.of("scheduled", "open").contains(rows.getString(1))) {
                    throw new RefusedException("This contest is being closed or has closed: it takes no more imports");
                }
            }
        }
    }

    private static void requireNew(Connection connection, int contestId, byte[] sha256)
            throws SQLException, RefusedException {
        try (var query = connection.prepareStatement(
                "SELECT id FROM import WHERE contest_id = ? AND sha256 = ? AND state <> 'failed'")) {
            query.setInt(1, contestId);
            query.setBytes(2, sha256);
            try (var rows = query.executeQuery()) {
                if (rows.next()) {
                    throw new RefusedException("The same bytes have been imported already, as " + rows.getString(1));
                }
            }
        }
    }

    void report(UUID id, ImportProgress progress, Map<String, Long> verdicts) throws SQLException {
        try (var connection = database.getConnection()) {
            report(connection, id, progress, verdicts);
        }
    }

    private void report(Connection connection, UUID id, ImportProgress progress, Map<String, Long> verdicts)
            throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE import SET read = ?, accepted = ?, malformed = ?, malformed_lines = ?::jsonb, verdicts = ?::jsonb
                WHERE id = ? AND state = 'running'
                """)) {
            update.setLong(1, progress.read());
            update.setLong(2, progress.accepted());
            update.setLong(3, progress.malformed());
            update.setString(4, json.text(progress.malformedLines()));
            update.setString(5, json.text(verdicts));
            update.setObject(6, id);
            update.executeUpdate();
        }
    }

    /**
     * Lets the import count.
     *
     * @return false when somebody took it for dead meanwhile
     */
    boolean finish(Running running, ImportProgress progress, Map<String, Long> verdicts, Instant at)
            throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                report(connection, running.id(), progress, verdicts);
                var finished = end(connection, running, "done", null, at)
                        && ImportPartition.finish(connection, running.partitionId());
                if (finished) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                return finished;
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Ends an import that does not count, and clears away what it wrote. */
    void fail(Running running, String why, Instant at) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                end(connection, running, "failed", why, at);
                ImportPartition.fail(connection, running.partitionId());
                connection.commit();
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
            ImportPartition.clear(connection, running.partitionId());
        }
    }

    private static boolean end(Connection connection, Running running, String state, @Nullable String why, Instant at)
            throws SQLException {
        try (var update = connection.prepareStatement(
                "UPDATE import SET state = ?, failure = ?, finished_at = ? WHERE id = ? AND state = 'running'")) {
            update.setString(1, state);
            update.setString(2, why);
            update.setTimestamp(3, Timestamp.from(at));
            update.setObject(4, running.id());
            return update.executeUpdate() == 1;
        }
    }

    List<Running> running() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("SELECT id, partition_id FROM import WHERE state = 'running'");
                var rows = query.executeQuery()) {
            var running = new ArrayList<Running>();
            while (rows.next()) {
                running.add(new Running(rows.getObject(1, UUID.class), rows.getInt(2)));
            }
            return running;
        }
    }

    boolean areRunning(int contestId) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "SELECT EXISTS (SELECT FROM import WHERE contest_id = ? AND state = 'running')")) {
            query.setInt(1, contestId);
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    List<UUID> newest(int contestId, int most) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "SELECT id FROM import WHERE contest_id = ? ORDER BY created_at DESC, id LIMIT ?")) {
            query.setInt(1, contestId);
            query.setInt(2, most);
            try (var rows = query.executeQuery()) {
                var ids = new ArrayList<UUID>();
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
                return ids;
            }
        }
    }

    Optional<ImportReport> find(int contestId, UUID id) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        SELECT state, failure, read, accepted, malformed, malformed_lines::text, verdicts::text
                        FROM import WHERE contest_id = ? AND id = ?
                        """)) {
            query.setInt(1, contestId);
            query.setObject(2, id);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                return Optional.of(new ImportReport(
                        id,
                        rows.getString(1),
                        rows.getString(2),
                        rows.getLong(3),
                        rows.getLong(4),
                        rows.getLong(5),
                        json.value(rows.getString(6), new TypeReference<>() {}),
                        inOrder(json.value(rows.getString(7), new TypeReference<>() {}))));
            }
        }
    }

    /** By the order of the rules, which the database does not keep. */
    private static Map<String, Long> inOrder(Map<String, Long> verdicts) {
        var ordered = new LinkedHashMap<String, Long>();
        for (var verdict : Verdict.values()) {
            var count = verdicts.get(verdict.jsonName());
            if (count != null) {
                ordered.put(verdict.jsonName(), count);
            }
        }
        return ordered;
    }
}
